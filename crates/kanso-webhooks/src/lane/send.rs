//! The second loop of a lane: makes the attempts, so many at once as the endpoint allows.

use std::pin::pin;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt};
use kanso_core::delivery::{Claimed, Outcome, Settlement};
use kanso_domain::breaker::{Breaker, Turn};
use tokio::select;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

use super::{Ended, GRACE, Job, Lane};

/// What must be left of a lease beyond the time an attempt may take, in milliseconds.
const MARGIN: i64 = 5_000;

impl Lane {
    pub(super) async fn send(&self, mut claimed: mpsc::Receiver<Job>, sent: mpsc::Sender<Ended>) {
        let mut sending = FuturesUnordered::new();
        let mut is_open = true;
        // The one that counts is in the database; this one sees failures before they are there.
        let mut breaker = Breaker::default();
        let mut grace = pin!(async {
            self.stop.wait().await;
            sleep(GRACE).await;
        });
        while is_open || !sending.is_empty() {
            let ended = select! {
                job = claimed.recv(), if is_open && sending.len() < self.slots() => match job {
                    Some(job) if self.may_send(&job) => {
                        sending.push(self.deliver(job.delivery));
                        continue;
                    }
                    Some(job) => Ended::NotMade(job.delivery.id, job.delivery.attempt),
                    None => {
                        is_open = false;
                        continue;
                    }
                },
                Some(settlement) = sending.next() => {
                    self.watch(&mut breaker, &settlement);
                    Ended::Made(settlement)
                }
                () = &mut grace => return,
            };
            // The other end is gone only when the lane has ended.
            let _ = sent.send(ended).await;
        }
    }

    /// Whether a claimed delivery may still be sent: the breaker may have opened since, the lane may be about to
    /// stop, and another server must not get it while this one sends it.
    fn may_send(&self, job: &Job) -> bool {
        let timeout = i64::try_from(self.route.endpoint.timeout_ms).unwrap_or(i64::MAX);
        let ends = self.app.clock().now_ms().saturating_add(timeout).saturating_add(MARGIN);
        (job.is_probe || !self.is_shut()) && !self.stop.is_requested() && ends <= job.delivery.leased_until_ms
    }

    fn watch(&self, breaker: &mut Breaker, settlement: &Settlement) {
        let failed = u32::from(settlement.outcome != Outcome::Delivered);
        if breaker.settle(self.app.clock().now_ms(), 1 - failed, failed, 0) == Some(Turn::Opened) {
            *breaker = Breaker::default();
            self.suspect(true);
        }
    }

    async fn deliver(&self, delivery: Claimed) -> Settlement {
        let start = Instant::now();
        let settlement = self.route.deliver(delivery).await;
        self.learn(start.elapsed());
        settlement
    }

    /// Remembers how long attempts take, the last ones above all. One that takes long counts at once.
    fn learn(&self, took: Duration) {
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX).max(1);
        let usual = self.usual_us.load(Relaxed);
        let usual = if usual == 0 || took > usual.saturating_mul(8) { took } else { (usual * 7 + took) / 8 };
        self.usual_us.store(usual.max(1), Relaxed);
    }
}
