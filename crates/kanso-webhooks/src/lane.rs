//! The way of one endpoint's deliveries: three loops that hand them on, so that the database is written while
//! requests are under way. However long its receiver takes, no other lane notices.

use std::mem;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::stream::{FuturesUnordered, StreamExt};
use kanso_core::delivery::{Claimed, Outcome, Settlement, claim_deliveries, next_due, settle_deliveries};
use kanso_core::{App, Listener, Rung};
use kanso_domain::EndpointId;
use tokio::sync::{Notify, mpsc, watch};
use tokio::time::{Instant, sleep};
use tokio::{join, select};

use crate::deliver::Route;
use crate::worker::POLL;

/// Attempts under way at once.
pub(crate) const SLOTS: usize = 16;

/// Deliveries that are claimed ahead, while the receiver answers quickly, to keep the slots busy. Few enough
/// that all are tried within their lease, even if each took the whole time an attempt may take.
const AHEAD: usize = 32;

/// An attempt that takes no longer than this is quick.
const QUICK: Duration = Duration::from_millis(250);

/// After so many failures in a row the receiver counts as down, and gets one attempt at a time until one
/// succeeds: hammering it helps nobody, and would use up the attempts of all that waits.
const DOWN: usize = 32;

/// How long at least between two claims while many callers wait for their changes: those come first, and
/// what is due follows as soon as they are through. A share is left, so that it goes on under any load.
const YIELD: Duration = Duration::from_millis(100);

/// How long at least between two attempts at a receiver that is down.
const PROBE: Duration = Duration::from_secs(1);

/// How long attempts under way are waited for when the lane stops; the lease covers the others.
pub(crate) const GRACE: Duration = Duration::from_secs(5);

/// How long to wait after an error of the database.
const AFTER_ERROR: Duration = Duration::from_millis(500);

/// How long the bell is not heard after nothing could be claimed, because all that is due waits its turn.
const AFTER_NOTHING: Duration = Duration::from_millis(50);

/// One endpoint's lane.
pub(crate) struct Lane {
    app: App,
    route: Route,
    stop: Stop,
    /// Claimed and not yet settled.
    outstanding: AtomicUsize,
    is_quick: AtomicBool,
    failed_in_a_row: AtomicUsize,
    /// Some were settled: there is room, and those that waited their turn may be due.
    settled: Notify,
}

/// Tells that a lane shall stop, once its other end is dropped.
#[derive(Clone)]
pub(crate) struct Stop(pub(crate) watch::Receiver<()>);

/// When to look for deliveries again, if no settlement comes before.
enum Next {
    /// When the bell rings.
    Rung,
    /// When the bell rings, or at this time (Unix milliseconds).
    Due(i64),
    /// When there is room.
    Settled,
    /// When the bell rings, but not at once: all that is due waits its turn.
    Blocked,
    /// After this time.
    Pause(Duration),
}

impl Lane {
    pub(crate) fn new(app: App, route: Route, stop: Stop) -> Self {
        Self {
            app,
            route,
            stop,
            outstanding: AtomicUsize::default(),
            is_quick: AtomicBool::default(),
            failed_in_a_row: AtomicUsize::default(),
            settled: Notify::default(),
        }
    }

    /// Delivers until it is stopped; then finishes what is under way.
    pub(crate) async fn run(self) {
        // Room for all that may be outstanding, so that handing on never waits.
        let (claimed, to_send) = mpsc::channel(SLOTS + AHEAD);
        let (sent, to_settle) = mpsc::channel(SLOTS + AHEAD);
        // Each loop ends when the one before it has dropped its end.
        join!(self.take(claimed), self.send(to_send, sent), self.settle(to_settle));
    }

    fn id(&self) -> EndpointId {
        self.route.endpoint.id
    }

    async fn take(&self, claimed: mpsc::Sender<Claimed>) {
        // Listening begins before looking, so that nothing falls in between.
        let mut bell = self.app.bell().listen();
        let mut looked = Instant::now();
        loop {
            while bell.rung().now_or_never().is_some() {}
            let rest = self.rest(looked);
            let next = if rest.is_zero() { self.look(&claimed).await } else { Next::Pause(rest) };
            if rest.is_zero() {
                looked = Instant::now();
            }
            select! {
                () = self.stop.wait() => return,
                () = self.settled.notified() => {}
                () = self.wait(next, &mut bell) => {}
            }
        }
    }

    /// Claims all there is room for.
    async fn look(&self, claimed: &mpsc::Sender<Claimed>) -> Next {
        for turn in 0.. {
            let room = self.room();
            if turn > 0 && self.app.is_busy() {
                return Next::Pause(YIELD);
            }
            if room == 0 {
                return Next::Settled;
            }
            let taken = match next_due(&self.app, self.id()).await {
                Ok(None) => return Next::Rung,
                Ok(Some(due)) if due > self.app.clock().now_ms() => return Next::Due(due),
                Ok(Some(_)) => claim_deliveries(&self.app, self.id(), room).await,
                Err(error) => Err(error),
            };
            match taken {
                Ok(taken) if taken.is_empty() => return Next::Blocked,
                Ok(taken) => {
                    self.outstanding.fetch_add(taken.len(), Relaxed);
                    for delivery in taken {
                        // The other end is gone only when the lane has ended.
                        let _ = claimed.send(delivery).await;
                    }
                }
                Err(error) => {
                    tracing::warn!(endpoint = %self.id(), %error, "webhook deliveries could not be claimed");
                    return Next::Pause(AFTER_ERROR);
                }
            }
        }
        Next::Settled
    }

    fn room(&self) -> usize {
        let limit = if self.is_down() {
            1
        } else if self.is_quick.load(Relaxed) {
            SLOTS + AHEAD
        } else {
            SLOTS
        };
        limit.saturating_sub(self.outstanding.load(Relaxed))
    }

    fn is_down(&self) -> bool {
        self.failed_in_a_row.load(Relaxed) >= DOWN
    }

    /// How long deliveries are left alone after the last look for them: when the receiver is down, and when
    /// callers wait.
    fn rest(&self, looked: Instant) -> Duration {
        let rest = match (self.is_down(), self.app.is_busy()) {
            (true, _) => PROBE,
            (false, true) => YIELD,
            (false, false) => Duration::ZERO,
        };
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

    async fn send(&self, mut claimed: mpsc::Receiver<Claimed>, sent: mpsc::Sender<Settlement>) {
        let mut sending = FuturesUnordered::new();
        let mut is_open = true;
        let mut grace = pin!(async {
            self.stop.wait().await;
            sleep(GRACE).await;
        });
        while is_open || !sending.is_empty() {
            select! {
                delivery = claimed.recv(), if is_open && sending.len() < SLOTS => match delivery {
                    Some(delivery) => sending.push(self.deliver(delivery)),
                    None => is_open = false,
                },
                Some(settlement) = sending.next() => {
                    // The other end is gone only when the lane has ended.
                    let _ = sent.send(settlement).await;
                }
                () = &mut grace => return,
            }
        }
    }

    async fn deliver(&self, delivery: Claimed) -> Settlement {
        let start = Instant::now();
        let settlement = self.route.deliver(delivery).await;
        self.is_quick.store(start.elapsed() <= QUICK, Relaxed);
        match settlement.outcome {
            Outcome::Delivered => self.failed_in_a_row.store(0, Relaxed),
            Outcome::Retry { .. } | Outcome::Failed => {
                self.failed_in_a_row.fetch_add(1, Relaxed);
            }
        }
        settlement
    }

    async fn settle(&self, mut sent: mpsc::Receiver<Settlement>) {
        let mut done = Vec::new();
        while sent.recv_many(&mut done, SLOTS + AHEAD).await > 0 {
            let count = done.len();
            self.keep(mem::take(&mut done)).await;
            self.outstanding.fetch_sub(count, Relaxed);
            self.settled.notify_one();
        }
    }

    /// Stores settlements, as often as it takes. Until then nothing more is claimed than there was room for.
    async fn keep(&self, done: Vec<Settlement>) {
        while let Err(error) = settle_deliveries(&self.app, done.clone()).await {
            tracing::warn!(endpoint = %self.id(), %error, "webhook attempts could not be stored; trying again");
            sleep(AFTER_ERROR).await;
        }
    }
}

impl Stop {
    async fn wait(&self) {
        let mut other_end = self.0.clone();
        while other_end.changed().await.is_ok() {}
    }
}
