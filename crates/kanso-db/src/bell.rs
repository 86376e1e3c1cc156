use std::{
    collections::BTreeSet,
    future::pending,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
};

use tokio::sync::broadcast::{self, error::RecvError};

use crate::postgres::Outbox;

/// How many rings a listener may be behind before it is told to look everywhere.
const REMEMBERED: usize = 1024;

/// Tells those who listen that something was committed, and where to look for it, never what it is.
///
/// It only makes things quick: what must happen is found by looking without a ring, too. On PostgreSQL
/// the other nodes hear it.
#[derive(Clone)]
pub struct Bell(Arc<Inner>);

struct Inner {
    rungs: broadcast::Sender<Rung>,
    muted: AtomicBool,
    /// What the other nodes are yet to be told.
    outbox: OnceLock<Arc<Outbox>>,
}

/// What a listener hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// Something happened in this project, or with 0 to the whole instance.
    Topic(i64),
    /// Rings were lost: look everywhere.
    Missed,
}

/// One who hears the bell, from the moment of [`Bell::listen`].
pub struct Listener(broadcast::Receiver<Rung>);

impl Bell {
    pub(crate) fn new() -> Bell {
        let (rungs, _) = broadcast::channel(REMEMBERED);
        Bell(Arc::new(Inner { rungs, muted: AtomicBool::new(false), outbox: OnceLock::new() }))
    }

    /// Rings for the project `topic`, or with 0 for the whole instance, here and on the other nodes.
    pub fn ring(&self, topic: i64) {
        self.announce(Rung::Topic(topic));
        if let Some(outbox) = self.0.outbox.get().filter(|_| !self.is_muted()) {
            outbox.put([topic]);
        }
    }

    /// Hears all that is rung from now on.
    pub fn listen(&self) -> Listener {
        Listener(self.0.rungs.subscribe())
    }

    /// Silences the bell, here and towards the other nodes: for tests that nothing depends on it.
    pub fn mute(&self) {
        self.0.muted.store(true, Relaxed);
    }

    fn is_muted(&self) -> bool {
        self.0.muted.load(Relaxed)
    }

    /// Rings in this process only.
    pub(crate) fn announce(&self, rung: Rung) {
        if !self.is_muted() {
            // An error says that nobody listens, which is no fault.
            let _ = self.0.rungs.send(rung);
        }
    }

    pub(crate) fn ring_all(&self, topics: BTreeSet<i64>) {
        for topic in topics {
            self.ring(topic);
        }
    }

    pub(crate) fn outbox(&self) -> Arc<Outbox> {
        self.0.outbox.get_or_init(Default::default).clone()
    }
}

impl Listener {
    /// Waits for the next ring. Nothing is lost if the waiting is given up.
    pub async fn rung(&mut self) -> Rung {
        match self.0.recv().await {
            Ok(rung) => rung,
            Err(RecvError::Lagged(_)) => Rung::Missed,
            // The bell is gone and will not ring again; an answer would make the caller's loop spin.
            Err(RecvError::Closed) => pending().await,
        }
    }
}
