//! The way of one endpoint's deliveries: three loops that hand them on, so that the database is written while
//! requests are under way. However long its receiver takes, no other lane notices.

mod send;
mod settle;
mod take;

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

use kanso_core::App;
use kanso_core::delivery::{Claimed, Settlement};
use kanso_domain::{DeliveryId, EndpointId};
use tokio::join;
use tokio::sync::{Notify, mpsc, watch};

use crate::deliver::Route;

/// How many deliveries are claimed ahead at most, to keep the slots busy while the database is written.
const MOST_AHEAD: usize = 256;

/// The same while many callers wait for their changes.
const AHEAD_WHEN_BUSY: usize = 32;

/// How long attempts under way are waited for when the lane stops; the lease covers the others.
pub(crate) const GRACE: Duration = Duration::from_secs(5);

/// One endpoint's lane.
pub(crate) struct Lane {
    app: App,
    route: Route,
    stop: Stop,
    /// Claimed and not yet settled.
    outstanding: AtomicUsize,
    /// How long an attempt takes lately, in microseconds; 0 while that is not known.
    usual_us: AtomicU64,
    /// Whether the breaker is open: only a probe is sent then.
    is_shut: AtomicBool,
    /// How often the breaker judged attempts: what a claim says of it is out of date once it judged again.
    judged: AtomicUsize,
    /// Whether so much failed that the breaker may open as soon as that is written down: nothing is begun until then.
    is_suspect: AtomicBool,
    /// Some were settled: there is room, and those that waited their turn may be due.
    settled: Notify,
}

/// Tells that a lane shall stop, once its other end is dropped.
#[derive(Clone)]
pub(crate) struct Stop(pub(crate) watch::Receiver<()>);

/// A claimed delivery on its way to be sent.
struct Job {
    delivery: Claimed,
    /// Whether it is the one that tries while the breaker is open.
    is_probe: bool,
}

/// What became of a job.
enum Ended {
    /// There was an attempt.
    Made(Settlement),
    /// There was none: the claim is given back.
    NotMade(DeliveryId, usize),
}

impl Lane {
    pub(crate) fn new(app: App, route: Route, stop: Stop) -> Self {
        Self {
            app,
            route,
            stop,
            outstanding: AtomicUsize::default(),
            usual_us: AtomicU64::default(),
            is_shut: AtomicBool::default(),
            judged: AtomicUsize::default(),
            is_suspect: AtomicBool::default(),
            settled: Notify::default(),
        }
    }

    /// Delivers until it is stopped; then finishes what is under way.
    pub(crate) async fn run(self) {
        // Room for all that may be outstanding, so that handing on never waits.
        let room = self.slots() + MOST_AHEAD;
        let (claimed, to_send) = mpsc::channel(room);
        let (sent, to_settle) = mpsc::channel(room);
        // Each loop ends when the one before it has dropped its end.
        join!(self.take(claimed), self.send(to_send, sent), self.settle(to_settle));
    }

    fn id(&self) -> EndpointId {
        self.route.endpoint.id
    }

    /// Attempts under way at once.
    fn slots(&self) -> usize {
        self.route.endpoint.concurrency
    }

    fn is_shut(&self) -> bool {
        self.is_shut.load(Relaxed) || self.is_suspect.load(Relaxed)
    }

    /// The breaker has judged attempts: it is open, or it is not.
    fn judge(&self, is_open: bool) {
        self.judged.fetch_add(1, Relaxed);
        self.is_shut.store(is_open, Relaxed);
    }

    fn judged(&self) -> usize {
        self.judged.load(Relaxed)
    }

    /// What a claim found the breaker to be, which began after `judged` judgements. What was settled since knows
    /// better.
    fn found(&self, is_open: bool, judged: usize) {
        if self.judged() == judged {
            self.is_shut.store(is_open, Relaxed);
        }
    }

    fn suspect(&self, is_suspect: bool) {
        self.is_suspect.store(is_suspect, Relaxed);
    }
}

impl Stop {
    async fn wait(&self) {
        let mut other_end = self.0.clone();
        while other_end.changed().await.is_ok() {}
    }

    fn is_requested(&self) -> bool {
        self.0.has_changed().is_err()
    }
}
