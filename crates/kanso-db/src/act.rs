use std::{
    future::ready,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    task::{Context, Poll, Waker},
};

use futures_util::FutureExt;
use parking_lot::Mutex;
use tokio::sync::oneshot;

use crate::{BoxFuture, Conn, Error};

/// An act on its way through a connection: run first, answered when its fate is known. What it answers is between
/// it and its caller, so that all it goes through is compiled once, and not for each act.
pub(crate) trait Job: Send {
    /// Begins the act; the future ends it, and says whether it wants to be committed.
    fn run<'a>(&'a mut self, conn: &'a Conn) -> BoxFuture<'a, bool>;

    /// Turns success into this error; an act that failed by itself keeps its own.
    fn fail(&mut self, error: Error);

    /// Tells the caller, if it still waits.
    fn answer(self: Box<Self>);
}

struct Act<F, T, E> {
    act: Option<F>,
    outcome: Outcome<T, E>,
    caller: oneshot::Sender<()>,
}

/// What the act came to, once it ran. It counts when the caller is told to look.
type Outcome<T, E> = Arc<Mutex<Option<Result<T, E>>>>;

/// What a caller waits for.
pub(crate) struct Answer<T, E> {
    outcome: Outcome<T, E>,
    told: oneshot::Receiver<()>,
}

pub(crate) fn job<F, T, E>(act: F) -> (Box<dyn Job>, Answer<T, E>)
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (caller, told) = oneshot::channel();
    let outcome = Outcome::default();
    (Box::new(Act { act: Some(act), outcome: Arc::clone(&outcome), caller }), Answer { outcome, told })
}

impl<T, E: From<Error>> Answer<T, E> {
    pub(crate) async fn wait(self) -> Result<T, E> {
        let is_told = self.told.await.is_ok();
        let outcome = self.outcome.lock().take().filter(|_| is_told);
        outcome.unwrap_or_else(|| Err(Error::Closed.into()))
    }
}

impl<F, T, E> Job for Act<F, T, E>
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run<'a>(&'a mut self, conn: &'a Conn) -> BoxFuture<'a, bool> {
        let Some(act) = self.act.take() else { return Box::pin(ready(false)) };
        let act = act(conn);
        Box::pin(async move {
            let outcome = act.await;
            self.outcome.lock().insert(outcome).is_ok()
        })
    }

    fn fail(&mut self, error: Error) {
        let mut outcome = self.outcome.lock();
        if !matches!(*outcome, Some(Err(_))) {
            *outcome = Some(Err(error.into()));
        }
    }

    fn answer(self: Box<Self>) {
        // An error says that the caller went away.
        let _ = self.caller.send(());
    }
}

/// Runs the act, and says whether it wants to be committed. What it borrowed is gone after a panic, and the
/// transaction is rolled back.
pub(crate) async fn run(job: &mut dyn Job, conn: &Conn) -> bool {
    let ended = AssertUnwindSafe(async { job.run(conn).await }).catch_unwind().await;
    ended.unwrap_or_else(|_| {
        job.fail(Error::Panicked);
        false
    })
}

/// The same at once: on SQLite nothing is ever waited for, so a future is ready or waits for something else.
pub(crate) fn run_at_once(job: &mut dyn Job, conn: &Conn) -> bool {
    let ended = catch_unwind(AssertUnwindSafe(|| poll_once(job.run(conn))));
    let failure = match ended {
        Ok(Poll::Ready(is_done)) => return is_done,
        Ok(Poll::Pending) => Error::Waited,
        Err(_) => Error::Panicked,
    };
    job.fail(failure);
    false
}

fn poll_once(mut act: BoxFuture<'_, bool>) -> Poll<bool> {
    act.as_mut().poll(&mut Context::from_waker(Waker::noop()))
}
