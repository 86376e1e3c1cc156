use deadpool_postgres::{Client, Object, Pool, PoolError, TimeoutType};

use crate::{
    Bell, Conn, Error,
    act::{self, Job},
    conn::{Session, Use},
    error::with_causes,
};

// The level is named because a server may be set to another one, whose conflicts nobody here retries.
const BEGIN: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// Runs the act in a transaction, and rings for it after the commit.
pub(super) async fn write(pool: &Pool, job: &mut dyn Job, bell: &Bell) -> Result<(), Error> {
    let client = client(pool).await?;
    client.batch_execute(BEGIN).await.map_err(Error::connection)?;
    let conn = Conn::new(Session::Postgres(client), Use::Write);
    let is_kept = act::run(job, &conn).await;
    let verdict = conn.verdict();
    let Session::Postgres(client) = conn.into_session() else { return Err(Error::Closed) };
    match verdict {
        Ok(topics) if is_kept => {
            commit(client).await?;
            bell.ring_all(topics);
            Ok(())
        }
        verdict => {
            roll_back(client).await;
            verdict.map(drop)
        }
    }
}

/// Runs the act outside of a transaction.
pub(super) async fn read(pool: &Pool, job: &mut dyn Job) -> Result<(), Error> {
    let conn = Conn::new(Session::Postgres(client(pool).await?), Use::Read);
    act::run(job, &conn).await;
    Ok(())
}

/// Runs the act where every statement sees what was committed before the first one.
pub(super) async fn snapshot(pool: &Pool, job: &mut dyn Job) -> Result<(), Error> {
    let conn = Conn::new(Session::Postgres(client(pool).await?), Use::Read);
    let guard = Leaving(Some(conn));
    let Some(conn) = &guard.0 else { return Err(Error::Closed) };
    conn.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    act::run(job, conn).await;
    Ok(())
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

async fn client(pool: &Pool) -> Result<Client, Error> {
    pool.get().await.map_err(|error| match error {
        PoolError::Timeout(TimeoutType::Wait) => Error::Overloaded,
        PoolError::Closed => Error::Closed,
        PoolError::Timeout(_)
        | PoolError::Backend(_)
        | PoolError::NoRuntimeSpecified
        | PoolError::PostCreateHook(_) => Error::connection(with_causes(&error)),
    })
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
