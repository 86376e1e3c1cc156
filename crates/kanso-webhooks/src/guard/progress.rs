//! How far an attempt has come, so that the log says what its time was over for.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use tokio::task_local;

/// What an attempt waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An answer on a connection that was there.
    Kept,
    /// The addresses of the host.
    Name,
    /// A connection to one of them.
    Connect,
    /// The TLS handshake.
    Tls,
    /// An answer on a new connection.
    Answer,
}

/// The step of one attempt. The client's pool of connections stands between the attempt and the connector, so it is
/// handed on beside them.
#[derive(Clone, Default)]
pub(crate) struct Progress(Arc<AtomicU8>);

task_local! {
    static PROGRESS: Progress;
}

const STEPS: [Step; 5] = [Step::Kept, Step::Name, Step::Connect, Step::Tls, Step::Answer];

impl Progress {
    /// That of the attempt which is being made; one that nobody looks at outside of attempts.
    pub(crate) fn current() -> Self {
        PROGRESS.try_with(Self::clone).unwrap_or_default()
    }

    /// Carries out `attempt`, whose steps are told to this.
    pub(crate) async fn follow<F: Future>(&self, attempt: F) -> F::Output {
        PROGRESS.scope(self.clone(), attempt).await
    }

    /// The attempt is at this step now.
    pub(crate) fn reach(&self, step: Step) {
        self.0.store(step as u8, Relaxed);
    }

    /// Where the attempt is.
    pub(crate) fn step(&self) -> Step {
        let at = usize::from(self.0.load(Relaxed));
        STEPS.get(at).copied().unwrap_or(Step::Kept)
    }
}
