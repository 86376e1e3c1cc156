//! How many callers wait for their changes.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// So many changes under way at once are more than a few people make.
const MANY: usize = 4;

/// How long it counts as busy after that: the callers of a batch are answered together, and come back together.
const REMEMBERED: Duration = Duration::from_millis(50);

/// Counts the changes under way, so that work nobody waits for can let them pass.
pub(crate) struct Traffic {
    under_way: AtomicUsize,
    since: Instant,
    /// When there were many, in milliseconds after `since`.
    busy_at_ms: AtomicU64,
}

/// A change somebody waits for; counted until it is dropped, also when they go away.
pub(crate) struct UnderWay<'a>(&'a Traffic);

impl Traffic {
    pub(crate) fn new() -> Self {
        Self { under_way: AtomicUsize::new(0), since: Instant::now(), busy_at_ms: AtomicU64::new(u64::MAX) }
    }

    pub(crate) fn begin(&self) -> UnderWay<'_> {
        if self.under_way.fetch_add(1, Ordering::Relaxed) + 1 >= MANY {
            self.busy_at_ms.store(self.now_ms(), Ordering::Relaxed);
        }
        UnderWay(self)
    }

    /// Whether there are many, or were a moment ago.
    pub(crate) fn is_busy(&self) -> bool {
        let at = self.busy_at_ms.load(Ordering::Relaxed);
        at != u64::MAX && u128::from(self.now_ms().saturating_sub(at)) < REMEMBERED.as_millis()
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.since.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_changes_are_no_traffic_and_many_are_remembered() {
        let traffic = Traffic::new();
        let few: Vec<_> = (1..MANY).map(|_| traffic.begin()).collect();
        assert!(!traffic.is_busy());
        drop(traffic.begin());
        drop(few);
        assert!(traffic.is_busy());
        assert_eq!(traffic.under_way.load(Ordering::Relaxed), 0);
    }
}
