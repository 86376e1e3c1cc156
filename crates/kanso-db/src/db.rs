use std::sync::Arc;

use crate::{
    Bell, BoxFuture, Config, Conn, DatabaseUrl, Error, Kind, Migration, act::job, postgres::Postgres,
    sqlite::Sqlite,
};

/// The database, open and migrated. Copies share it.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    engine: Engine,
    bell: Bell,
}

enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens the database, creating a SQLite file that is not there, and brings its tables up to date. Without
    /// migrations its tables stay as they are, whichever they are.
    pub async fn open(config: Config, migrations: &[Migration]) -> Result<Db, Error> {
        let bell = Bell::new();
        let engine = match &config.url {
            DatabaseUrl::Sqlite(path) => {
                Engine::Sqlite(Sqlite::open(path, &config, migrations, &bell).await?)
            }
            DatabaseUrl::Postgres(url) => {
                Engine::Postgres(Box::pin(Postgres::open(url, &config, migrations, &bell)).await?)
            }
        };
        Ok(Db(Arc::new(Inner { engine, bell })))
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind {
        match self.0.engine {
            Engine::Sqlite(_) => Kind::Sqlite,
            Engine::Postgres(_) => Kind::Postgres,
        }
    }

    /// The bell that is rung after commits.
    pub fn bell(&self) -> &Bell {
        &self.0.bell
    }

    /// Runs `act` in a transaction, and answers only when it is committed, or undone.
    ///
    /// The transaction ends as the act does: committed after `Ok`, undone after `Err` or a panic. It is
    /// carried through even if the caller goes away. An act must wait for nothing but its connection.
    pub async fn write<T, E, F>(&self, act: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = job(act);
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.write(job)?,
            Engine::Postgres(postgres) => postgres.write(job)?,
        }
        answer.wait().await
    }

    /// Runs `act` outside of a transaction, beside the writes; each statement sees what is committed by
    /// then. Writing fails.
    pub async fn read<T, E, F>(&self, act: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = job(act);
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.read(job)?,
            Engine::Postgres(postgres) => postgres.read(job).await?,
        }
        answer.wait().await
    }

    /// Runs `act` on a connection of its own where every statement sees the same: what is committed when the first
    /// one is run. Writes go on meanwhile. Writing fails.
    ///
    /// It may take as long as it wants; until it ends, the database keeps what was changed meanwhile twice. On SQLite
    /// it has a thread of its own, and must wait for nothing but its connection.
    pub async fn snapshot<T, E, F>(&self, act: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (job, answer) = job(act);
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.snapshot(job)?,
            Engine::Postgres(postgres) => postgres.snapshot(job).await?,
        }
        answer.wait().await
    }

    /// Accepts nothing more, finishes what was accepted, and closes all connections.
    /// What comes later is answered [`Error::Closed`].
    pub async fn close(&self) {
        match &self.0.engine {
            Engine::Sqlite(sqlite) => sqlite.close().await,
            Engine::Postgres(postgres) => postgres.close().await,
        }
    }
}
