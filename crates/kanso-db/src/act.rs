use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    task::{Context, Poll, Waker},
};

use tokio::sync::oneshot;

use crate::{BoxFuture, Conn, Error};

/// An act on its way through a thread of SQLite: run first, answered when its fate is known.
pub(crate) trait Job: Send {
    /// Runs the act to its end, and says whether it wants to be committed.
    fn run(&mut self, conn: &Conn) -> bool;

    /// Turns success into this error; an act that failed by itself keeps its own.
    fn fail(&mut self, error: Error);

    /// Tells the caller, if it still waits.
    fn answer(self: Box<Self>);
}

pub(crate) struct Act<F, T, E> {
    act: Option<F>,
    outcome: Result<T, E>,
    caller: oneshot::Sender<Result<T, E>>,
}

pub(crate) type Answer<T, E> = oneshot::Receiver<Result<T, E>>;

impl<F, T, E: From<Error>> Act<F, T, E> {
    pub(crate) fn new(act: F) -> (Act<F, T, E>, Answer<T, E>) {
        let (caller, answer) = oneshot::channel();
        (Act { act: Some(act), outcome: Err(Error::Closed.into()), caller }, answer)
    }
}

impl<F, T, E> Job for Act<F, T, E>
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    T: Send,
    E: From<Error> + Send,
{
    fn run(&mut self, conn: &Conn) -> bool {
        let Some(act) = self.act.take() else { return false };
        // What the act borrowed is gone after a panic, and the transaction is rolled back.
        let outcome = catch_unwind(AssertUnwindSafe(|| poll_once(act(conn))));
        self.outcome = match outcome {
            Ok(Some(outcome)) => outcome,
            Ok(None) => Err(Error::Waited.into()),
            Err(_) => Err(Error::Panicked.into()),
        };
        self.outcome.is_ok()
    }

    fn fail(&mut self, error: Error) {
        if self.outcome.is_ok() || self.act.is_some() {
            self.outcome = Err(error.into());
        }
    }

    fn answer(self: Box<Self>) {
        // An error says that the caller went away.
        let _ = self.caller.send(self.outcome);
    }
}

/// On SQLite nothing is ever waited for, so a future is ready at once or waits for something else.
fn poll_once<T>(mut future: BoxFuture<'_, T>) -> Option<T> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
