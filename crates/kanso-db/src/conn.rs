use std::{
    collections::BTreeSet,
    future::Future,
    mem::take,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use deadpool_postgres::Client;
use parking_lot::{Mutex, MutexGuard};

use crate::{Error, FromRow, Kind, Param, Row, postgres, row::Take, sqlite};

/// A connection to either database, as an act gets it: inside a transaction in [`Db::write`], outside of
/// one in [`Db::read`].
///
/// When a statement of a write fails, the transaction is lost, as PostgreSQL has it: all further
/// statements fail with the same error, and the act cannot succeed.
///
/// [`Db::write`]: crate::Db::write
/// [`Db::read`]: crate::Db::read
pub struct Conn {
    session: Session,
    use_: Use,
    /// What to ring for, and what went wrong, since [`Conn::reset`].
    topics: Mutex<BTreeSet<i64>>,
    failure: Mutex<Option<Error>>,
    /// Statements sent whose success is not known.
    unsettled: AtomicUsize,
}

pub(crate) enum Session {
    /// Never contended: the lock only makes the connection shareable, so that futures can be sent.
    Sqlite(Mutex<rusqlite::Connection>),
    Postgres(Client),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Write,
    Read,
}

impl Conn {
    /// Which database this is: for [`dialect`](crate::dialect).
    pub fn kind(&self) -> Kind {
        match self.session {
            Session::Sqlite(_) => Kind::Sqlite,
            Session::Postgres(_) => Kind::Postgres,
        }
    }

    /// Runs a statement that gives no rows, and answers how many it changed.
    pub async fn execute(&self, sql: &str, params: &[Param<'_>]) -> Result<u64, Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::execute(connection, sql, params),
                Session::Postgres(client) => postgres::execute(client, sql, params).await,
            }
        };
        self.noting(answer).await
    }

    /// Runs an `INSERT` of one row into a table with an `id`, and answers that. Where a row comes in by the
    /// thousand this is quicker than `RETURNING`, for which SQLite builds a table each time.
    pub async fn insert(&self, sql: &str, params: &[Param<'_>]) -> Result<i64, Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::insert(connection, sql, params),
                Session::Postgres(client) => postgres::insert(client, sql, params).await,
            }
        };
        self.noting(answer).await
    }

    /// Runs a statement and answers its first row, if it gives one.
    pub async fn one<T: FromRow + Send>(&self, sql: &str, params: &[Param<'_>]) -> Result<Option<T>, Error> {
        let mut first = Ok(None);
        self.take_first(sql, params, &mut |row| first = T::from_row(row).map(Some)).await?;
        first
    }

    /// Runs a statement and answers all its rows.
    pub async fn all<T: FromRow + Send>(&self, sql: &str, params: &[Param<'_>]) -> Result<Vec<T>, Error> {
        let (mut found, mut misfit) = (Vec::new(), None);
        let mut take = |row: &Row<'_>| match T::from_row(row) {
            Ok(row) => found.push(row),
            Err(error) => misfit = misfit.take().or(Some(error)),
        };
        self.take_all(sql, params, &mut take).await?;
        misfit.map_or(Ok(found), Err)
    }

    async fn take_first(&self, sql: &str, params: &[Param<'_>], take: Take<'_>) -> Result<(), Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::first(connection, sql, params, take),
                Session::Postgres(client) => postgres::first(client, sql, params, take).await,
            }
        };
        self.noting(answer).await
    }

    async fn take_all(&self, sql: &str, params: &[Param<'_>], take: Take<'_>) -> Result<(), Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::all(connection, sql, params, take),
                Session::Postgres(client) => postgres::all(client, sql, params, take).await,
            }
        };
        self.noting(answer).await
    }

    /// Runs a statement and hands each row to `take` as it comes, until that fails: for more rows than should be in
    /// memory at once.
    pub async fn each<E: From<Error> + Send>(
        &self,
        sql: &str,
        params: &[Param<'_>],
        mut take: impl FnMut(&Row<'_>) -> Result<(), E> + Send,
    ) -> Result<(), E> {
        let mut failure = None;
        let mut take = |row: &Row<'_>| take(row).map_err(|error| failure = Some(error)).is_ok();
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::each(connection, sql, params, &mut take),
                Session::Postgres(client) => postgres::each(client, sql, params, &mut take).await,
            }
        };
        self.noting(answer).await?;
        failure.map_or(Ok(()), Err)
    }

    /// Runs several statements without parameters.
    pub(crate) async fn batch(&self, sql: &str) -> Result<(), Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::batch(connection, sql),
                Session::Postgres(client) => postgres::batch(client, sql).await,
            }
        };
        self.noting(answer).await
    }

    /// Prepares a statement without running it: for the test that all statements are understood.
    pub async fn prepare(&self, sql: &str) -> Result<(), Error> {
        let answer = async {
            match &self.session {
                Session::Sqlite(connection) => sqlite::prepare(connection, sql),
                Session::Postgres(client) => postgres::prepare(client, sql).await.map(drop),
            }
        };
        self.noting(answer).await
    }

    /// How often SQLite planned this statement anew since it is cached: for the test that hot statements
    /// stay planned. 0 on PostgreSQL.
    pub fn replanned(&self, sql: &str) -> Result<i32, Error> {
        match &self.session {
            Session::Sqlite(connection) => sqlite::replanned(connection, sql),
            Session::Postgres(_) => Ok(0),
        }
    }

    /// How many steps SQLite took for this statement since it is cached: for tests that work does not grow with what
    /// is there. 0 on PostgreSQL.
    pub fn steps(&self, sql: &str) -> Result<i32, Error> {
        match &self.session {
            Session::Sqlite(connection) => sqlite::steps(connection, sql),
            Session::Postgres(_) => Ok(0),
        }
    }

    /// Rings the bell for this project (0: the whole instance) once the transaction is committed.
    /// An act that is rolled back rings nothing.
    pub fn ring_after_commit(&self, topic: i64) {
        self.topics.lock().insert(topic);
    }

    pub(crate) fn new(session: Session, use_: Use) -> Conn {
        Conn {
            session,
            use_,
            topics: Mutex::default(),
            failure: Mutex::default(),
            unsettled: AtomicUsize::new(0),
        }
    }

    /// Forgets what the last act left.
    pub(crate) fn reset(&self) {
        self.topics.lock().clear();
        *self.failure.lock() = None;
        self.unsettled.store(0, Relaxed);
    }

    /// Whether an act that says it succeeded may be committed, and what to ring for then.
    pub(crate) fn verdict(&self) -> Result<BTreeSet<i64>, Error> {
        if let Some(failure) = self.failure.lock().take() {
            return Err(failure);
        }
        match self.unsettled.load(Relaxed) {
            0 => Ok(take(&mut *self.topics.lock())),
            _ => Err(Error::rollback("a statement was given up before its answer")),
        }
    }

    /// The connection below, if it is SQLite's.
    pub(crate) fn sqlite(&self) -> Option<MutexGuard<'_, rusqlite::Connection>> {
        match &self.session {
            Session::Sqlite(connection) => Some(connection.lock()),
            Session::Postgres(_) => None,
        }
    }

    pub(crate) fn into_session(self) -> Session {
        self.session
    }

    /// Waits for the answer of a statement, and keeps in mind that it failed or was not waited for:
    /// PostgreSQL answers a `COMMIT` after that with a silent rollback.
    async fn noting<T>(&self, answer: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        if self.use_ == Use::Read {
            return answer.await;
        }
        if let Some(failure) = &*self.failure.lock() {
            return Err(failure.clone());
        }
        self.unsettled.fetch_add(1, Relaxed);
        let answer = answer.await;
        self.unsettled.fetch_sub(1, Relaxed);
        if let Err(error) = &answer
            && !matches!(error, Error::Type { .. })
        {
            self.failure.lock().get_or_insert_with(|| error.clone());
        }
        answer
    }
}
