//! The time, which tests can set.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// Where the time comes from. Nothing else in Kanso asks for it.
#[derive(Clone, Debug, Default)]
pub struct Clock(Source);

#[derive(Clone, Debug, Default)]
enum Source {
    #[default]
    System,
    Manual(Arc<watch::Sender<i64>>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands at `at` (Unix seconds) until it is moved.
    pub fn manual(at: i64) -> Self {
        Self(Source::Manual(Arc::new(watch::Sender::new(at * 1000))))
    }

    /// Now, in Unix seconds.
    pub fn now(&self) -> i64 {
        self.now_ms().div_euclid(1000)
    }

    /// Now, in Unix milliseconds.
    pub fn now_ms(&self) -> i64 {
        match &self.0 {
            Source::System => {
                #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            }
            Source::Manual(now) => *now.borrow(),
        }
    }

    /// Moves a manual clock forward, waking who waits for it. The machine's clock goes its own way.
    pub fn advance(&self, by: Duration) {
        if let Source::Manual(now) = &self.0 {
            let by = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
            now.send_modify(|now| *now = now.saturating_add(by));
        }
    }

    /// Waits until `at_ms` (Unix milliseconds).
    pub async fn wait_until(&self, at_ms: i64) {
        match &self.0 {
            Source::System => {
                let wait = u64::try_from(at_ms.saturating_sub(self.now_ms())).unwrap_or(0);
                tokio::time::sleep(Duration::from_millis(wait)).await;
            }
            Source::Manual(now) => {
                // The sender is in `self`, so it cannot be gone.
                let _ = now.subscribe().wait_for(|now| *now >= at_ms).await;
            }
        }
    }
}
