//! The third loop of a lane: writes down how attempts ended, all that came together at once.

use std::sync::atomic::Ordering::Relaxed;

use kanso_core::delivery::{Settlement, release_deliveries, settle_deliveries};
use kanso_domain::DeliveryId;
use tokio::sync::mpsc;
use tokio::time::sleep;

use super::take::AFTER_ERROR;
use super::{Ended, Lane, MOST_AHEAD};

impl Lane {
    pub(super) async fn settle(&self, mut sent: mpsc::Receiver<Ended>) {
        let mut ended = Vec::new();
        while sent.recv_many(&mut ended, self.slots() + MOST_AHEAD).await > 0 {
            let count = ended.len();
            let (mut made, mut not_made) = (Vec::with_capacity(count), Vec::new());
            for one in ended.drain(..) {
                match one {
                    Ended::Made(settlement) => made.push(settlement),
                    Ended::NotMade(delivery, attempt) => not_made.push((delivery, attempt)),
                }
            }
            if !made.is_empty() {
                self.keep(made).await;
            }
            if sent.is_empty() {
                // All that failed is written down: the breaker has judged it.
                self.suspect(false);
            }
            if !not_made.is_empty() {
                self.release(not_made).await;
            }
            self.outstanding.fetch_sub(count, Relaxed);
            self.settled.notify_one();
        }
    }

    /// Stores settlements, as often as it takes. Until then nothing more is claimed than there was room for.
    async fn keep(&self, made: Vec<Settlement>) {
        loop {
            match settle_deliveries(&self.app, self.id(), self.route.pace, made.clone()).await {
                Ok(open_until_ms) => return self.judge(open_until_ms.is_some()),
                Err(error) => {
                    tracing::warn!(endpoint = %self.id(), %error, "webhook attempts could not be stored; trying again");
                    sleep(AFTER_ERROR).await;
                }
            }
        }
    }

    /// Gives claims back. Where that fails, the lease does it a minute later.
    async fn release(&self, claims: Vec<(DeliveryId, usize)>) {
        if let Err(error) = release_deliveries(&self.app, claims).await {
            tracing::warn!(endpoint = %self.id(), %error, "claimed webhook deliveries could not be given back");
        }
    }
}
