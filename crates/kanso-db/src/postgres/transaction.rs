use std::{future::Future, panic::AssertUnwindSafe};

use deadpool_postgres::{Client, Object};
use futures_util::FutureExt;

use crate::{
    Bell, BoxFuture, Conn, Error,
    conn::{Session, Use},
    error::with_causes,
};

// The level is named because a server may be set to another one, whose conflicts nobody here retries.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// Runs the act in a transaction, and rings for it after the commit.
pub(super) async fn write<T, E, F>(client: Client, act: F, bell: &Bell) -> Result<T, E>
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    E: From<Error>,
{
    client.batch_execute(BEGIN).await.map_err(Error::connection)?;
    let conn = Conn::new(Session::Postgres(client), Use::Write);
    let outcome = guarded(async { act(&conn).await }).await;
    let outcome = outcome.and_then(|done| Ok((done, conn.verdict()?)));
    let Session::Postgres(client) = conn.into_session() else { return Err(Error::Closed.into()) };
    match outcome {
        Ok((done, topics)) => {
            commit(client).await?;
            bell.ring_all(topics);
            Ok(done)
        }
        Err(error) => {
            roll_back(client).await;
            Err(error)
        }
    }
}

/// Runs the act outside of a transaction.
pub(super) async fn read<T, E, F>(client: Client, act: F) -> Result<T, E>
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    E: From<Error>,
{
    let conn = Conn::new(Session::Postgres(client), Use::Read);
    guarded(async { act(&conn).await }).await
}

/// Runs the act where every statement sees what was committed before the first one.
pub(super) async fn snapshot<T, E, F>(client: Client, act: F) -> Result<T, E>
where
    F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send,
    E: From<Error>,
{
    let conn = Conn::new(Session::Postgres(client), Use::Read);
    let guard = Leaving(Some(conn));
    let Some(conn) = &guard.0 else { return Err(Error::Closed.into()) };
    conn.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    guarded(async { act(conn).await }).await
}

/// Gives up a connection whose transaction may be under way, also when nobody waits for the act any more.
struct Leaving(Option<Conn>);

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(Session::Postgres(client)) = self.0.take().map(Conn::into_session) {
            drop(Object::take(client));
        }
    }
}

async fn guarded<T, E: From<Error>>(act: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    // What the act borrowed is gone after a panic, and the transaction is rolled back.
    AssertUnwindSafe(act).catch_unwind().await.unwrap_or_else(|_| Err(Error::Panicked.into()))
}

async fn commit(client: Client) -> Result<(), Error> {
    let committed = client.batch_execute("COMMIT").await;
    committed.map_err(|error| {
        // A refused commit has ended the transaction; what else a broken one left behind is not known.
        drop(Object::take(client));
        Error::Commit { message: with_causes(&error) }
    })
}

async fn roll_back(client: Client) {
    if let Err(error) = client.batch_execute("ROLLBACK").await {
        tracing::warn!(%error, "a rollback failed: its connection is given up");
        drop(Object::take(client));
    }
}
