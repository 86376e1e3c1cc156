//! What runs in the background: named, watched, and stopped in order.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

/// The background tasks of a server. Dropping it ends them at once.
#[derive(Debug)]
pub struct Tasks {
    running: JoinSet<()>,
    stop: watch::Sender<bool>,
}

/// Tells a background task that it should come to its end.
#[derive(Clone, Debug)]
pub struct Stop(watch::Receiver<bool>);

/// How long a task that failed waits before it begins again.
const PAUSE: Duration = Duration::from_secs(1);

impl Default for Tasks {
    fn default() -> Self {
        Self { running: JoinSet::new(), stop: watch::Sender::new(false) }
    }
}

impl Tasks {
    /// Runs what `begin` makes until it ends by itself or is told to stop. A panic is logged and it begins anew.
    pub fn keep<F>(&mut self, name: &'static str, begin: impl Fn(Stop) -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let stop = Stop(self.stop.subscribe());
        self.running.spawn(async move {
            loop {
                let mut run = JoinSet::new();
                run.spawn(begin(stop.clone()));
                match run.join_next().await {
                    Some(Err(error)) if error.is_panic() => {
                        tracing::error!(task.name = name, "background task failed, it begins anew");
                        tokio::time::sleep(PAUSE).await;
                    }
                    _ => return,
                }
            }
        });
    }

    /// Runs what `begin` makes until it ends by itself or is told to stop.
    pub fn once<F>(&mut self, begin: impl FnOnce(Stop) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        self.running.spawn(begin(Stop(self.stop.subscribe())));
    }

    /// Asks all to stop and waits for them, at most `limit`.
    pub async fn stop(mut self, limit: Duration) {
        self.stop.send_replace(true);
        let all = async { while self.running.join_next().await.is_some() {} };
        if tokio::time::timeout(limit, all).await.is_err() {
            tracing::warn!("some background tasks did not stop in time");
        }
    }
}

impl Stop {
    /// Waits until the task should end.
    pub async fn requested(mut self) {
        // The sender gone means the same.
        let _ = self.0.wait_for(|stop| *stop).await;
    }
}
