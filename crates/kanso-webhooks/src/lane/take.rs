//! The first loop of a lane: claims deliveries as they become due.

use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use futures_util::FutureExt;
use kanso_core::delivery::{Ask, Taken, claim_deliveries, next_due};
use kanso_core::{Listener, Result, Rung};
use tokio::select;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep};

use super::{AHEAD_WHEN_BUSY, Job, Lane, MOST_AHEAD};
use crate::worker::POLL;

/// So much time's attempts are claimed ahead.
const AHEAD: Duration = Duration::from_millis(250);

/// How long at least between two claims while many callers wait for their changes: those come first, and
/// what is due follows as soon as they are through. A share is left, so that it goes on under any load.
const YIELD: Duration = Duration::from_millis(100);

/// How long to wait after an error of the database.
pub(super) const AFTER_ERROR: Duration = Duration::from_millis(500);

/// How long the bell is not heard after nothing could be claimed, because all that is due waits its turn.
const AFTER_NOTHING: Duration = Duration::from_millis(50);

/// How long at least between two claims where the rate of attempts is limited, in milliseconds.
const BETWEEN: i64 = 20;

/// When to look for deliveries again, if no settlement comes before.
enum Next {
    /// When the bell rings.
    Rung,
    /// When the bell rings, or at this time (Unix milliseconds).
    Due(i64),
    /// At this time, whatever rings before.
    Allowed(i64),
    /// When there is room.
    Settled,
    /// When the bell rings, but not at once: all that is due waits its turn.
    Blocked,
    /// After this time.
    Pause(Duration),
}

impl Lane {
    pub(super) async fn take(&self, claimed: mpsc::Sender<Job>) {
        // Listening begins before looking, so that nothing falls in between.
        let mut bell = self.app.bell().listen();
        let mut looked = Instant::now();
        let mut is_more = false;
        loop {
            while bell.rung().now_or_never().is_some() {}
            let rest = self.rest(looked);
            let next = if rest.is_zero() {
                looked = Instant::now();
                self.look(&claimed, &mut is_more).await
            } else {
                Next::Pause(rest)
            };
            select! {
                () = self.stop.wait() => return,
                () = self.settled.notified() => {}
                () = self.wait(next, &mut bell) => {}
            }
        }
    }

    /// Claims all there is room for. `is_more` says that there was more to claim the last time.
    async fn look(&self, claimed: &mpsc::Sender<Job>, is_more: &mut bool) -> Next {
        loop {
            let room = self.room();
            if room == 0 {
                return Next::Settled;
            }
            let judged = self.judged();
            let taken = match self.claim(room, *is_more).await {
                Ok(Found::Nothing(next)) => return next,
                Ok(Found::Taken(taken)) => taken,
                Err(error) => {
                    *is_more = false;
                    tracing::warn!(endpoint = %self.id(), %error, "webhook deliveries could not be claimed");
                    return Next::Pause(AFTER_ERROR);
                }
            };
            self.found(taken.is_open, judged);
            let is_empty = taken.deliveries.is_empty();
            let was_more = std::mem::replace(is_more, taken.deliveries.len() == room);
            self.hand_on(taken.deliveries, taken.is_open, claimed).await;
            match taken.next_at_ms {
                Some(at) => return Next::Allowed(at.max(self.app.clock().now_ms() + BETWEEN)),
                None if is_empty && !was_more => return Next::Blocked,
                None if self.app.is_busy() => return Next::Pause(YIELD),
                None => {}
            }
        }
    }

    /// Claims if anything is due; where there was more the last time, without asking before.
    async fn claim(&self, room: usize, is_more: bool) -> Result<Found> {
        if !is_more {
            match next_due(&self.app, self.id()).await? {
                None => return Ok(Found::Nothing(Next::Rung)),
                Some(due) if due > self.app.clock().now_ms() => {
                    return Ok(Found::Nothing(Next::Due(due)));
                }
                Some(_) => {}
            }
        }
        let rate = self.route.endpoint.rate_limit;
        let ask = Ask { endpoint: self.id(), limit: room, rate, pace: self.route.pace };
        claim_deliveries(&self.app, ask).await.map(Found::Taken)
    }

    async fn hand_on(
        &self,
        taken: Vec<kanso_core::delivery::Claimed>,
        is_probe: bool,
        claimed: &mpsc::Sender<Job>,
    ) {
        self.outstanding.fetch_add(taken.len(), Relaxed);
        for delivery in taken {
            // The other end is gone only when the lane has ended.
            let _ = claimed.send(Job { delivery, is_probe }).await;
        }
    }

    /// How many are to be claimed now. While the slots are busy, it waits until it is worth a transaction.
    fn room(&self) -> usize {
        let (limit, outstanding) = (self.slots() + self.ahead(), self.outstanding.load(Relaxed));
        let room = limit.saturating_sub(outstanding);
        if outstanding >= self.slots() && room < limit / 4 { 0 } else { room }
    }

    /// How many are claimed beyond those that can be sent at once: more, the quicker the receiver is. What it does
    /// not take in time is given back.
    fn ahead(&self) -> usize {
        let usual = self.usual_us.load(Relaxed);
        if usual == 0 || self.route.endpoint.rate_limit.is_some() {
            return 0;
        }
        let rounds = u64::try_from(AHEAD.as_micros()).unwrap_or(u64::MAX) / usual;
        let rounds = usize::try_from(rounds).unwrap_or(usize::MAX);
        let most = if self.app.is_busy() { AHEAD_WHEN_BUSY } else { MOST_AHEAD };
        self.slots().saturating_mul(rounds).min(most)
    }

    /// How long deliveries are left alone after the last look for them, because callers wait.
    fn rest(&self, looked: Instant) -> Duration {
        let rest = if self.app.is_busy() { YIELD } else { Duration::ZERO };
        rest.saturating_sub(looked.elapsed())
    }

    /// Waits until it makes sense to look again, at the latest after [`POLL`]: the bell only makes it quick.
    async fn wait(&self, next: Next, bell: &mut Listener) {
        match next {
            Next::Settled => sleep(POLL).await,
            Next::Rung => select! { () = self.rung(bell) => {}, () = sleep(POLL) => {} },
            Next::Due(at) => select! {
                () = self.rung(bell) => {}
                () = self.app.clock().wait_until(at) => {}
                () = sleep(POLL) => {}
            },
            Next::Allowed(at) => select! {
                () = self.app.clock().wait_until(at) => {}
                () = sleep(POLL) => {}
            },
            Next::Pause(pause) => sleep(pause).await,
            Next::Blocked => {
                sleep(AFTER_NOTHING).await;
                select! { () = self.rung(bell) => {}, () = sleep(POLL) => {} }
            }
        }
    }

    /// Waits for a ring that may be about this endpoint's deliveries.
    async fn rung(&self, bell: &mut Listener) {
        let own = self.route.endpoint.project;
        loop {
            match bell.rung().await {
                Rung::Topic(topic) if topic != 0 && own.is_some_and(|own| own.get() != topic) => {}
                Rung::Topic(_) | Rung::Missed => return,
            }
        }
    }
}

/// What a look for deliveries came to.
enum Found {
    Nothing(Next),
    Taken(Taken),
}
