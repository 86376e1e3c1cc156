//! A database for one test.

use std::path::Path;

use kanso_db::DatabaseUrl;
use tempfile::TempDir;
use tokio_postgres::NoTls;

use crate::keeper::{Beginning, Keeper};
use crate::template;

/// What SQLite's is called in its folder.
const FILE: &str = "kanso.db";

/// A new database and a folder for what is stored beside it, which go when this is dropped.
pub enum Database {
    Sqlite { folder: TempDir },
    Postgres { server: String, name: String, folder: TempDir, keeper: Option<Keeper> },
}

impl Database {
    /// Creates an empty one of the kind that `KANSO_TEST_DB` names, SQLite when it names none.
    ///
    /// # Panics
    ///
    /// For PostgreSQL, when `KANSO_TEST_POSTGRES` names no server: nothing skips itself.
    pub async fn create() -> Self {
        Self::of(Self::name()).await
    }

    /// Creates an empty one of the other kind.
    ///
    /// # Panics
    ///
    /// When `KANSO_TEST_POSTGRES` names no server and one is needed.
    pub async fn create_other() -> Self {
        let is_postgres = variable("KANSO_TEST_DB").as_deref() == Some("postgres");
        Self::of(Self::name_of(!is_postgres)).await
    }

    async fn of(mut database: Self) -> Self {
        if let Self::Postgres { server, name, keeper, .. } = &mut database {
            *keeper = Some(Keeper::create(server, name, Beginning::Empty).await);
        }
        database
    }

    /// The same with the shape of the program's database, and the account `admin` in it.
    pub async fn prepared() -> Self {
        let mut database = Self::name();
        match &mut database {
            Self::Sqlite { folder } => template::copy_sqlite(&folder.path().join(FILE)).await,
            Self::Postgres { server, name, keeper, .. } => {
                *keeper = Some(Keeper::create(server, name, Beginning::Template).await);
            }
        }
        database
    }

    /// One that nobody else uses, not there yet.
    fn name() -> Self {
        Self::name_of(variable("KANSO_TEST_DB").as_deref() == Some("postgres"))
    }

    fn name_of(is_postgres: bool) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        if !is_postgres {
            return Self::Sqlite { folder };
        }
        let server = variable("KANSO_TEST_POSTGRES").expect("KANSO_TEST_POSTGRES: run `make test`");
        let unique = folder.path().file_name().expect("has a name").to_string_lossy().to_lowercase();
        let name = format!(
            "kanso{}_{}",
            std::process::id(),
            unique.replace(|c: char| !c.is_ascii_alphanumeric(), "")
        );
        Self::Postgres { server, name, folder, keeper: None }
    }

    /// How to open it.
    pub fn url(&self) -> DatabaseUrl {
        match self {
            Self::Sqlite { folder } => DatabaseUrl::Sqlite(folder.path().join(FILE)),
            Self::Postgres { server, name, .. } => DatabaseUrl::Postgres(address(server, name)),
        }
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres { .. })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Sqlite { folder } | Self::Postgres { folder, .. } => folder.path(),
        }
    }

    /// Carries statements out without a look at whether rows fit together, where the database lets one.
    ///
    /// # Panics
    ///
    /// When one is refused.
    pub async fn execute_unchecked(&self, statements: &[&str]) {
        match self {
            Self::Sqlite { folder } => {
                let connection = rusqlite::Connection::open(folder.path().join(FILE)).expect("it opens");
                connection.execute_batch("PRAGMA foreign_keys = OFF").expect("it is switched off");
                connection.execute_batch(&statements.join("; ")).expect("statements are carried out");
            }
            Self::Postgres { server, name, .. } => {
                execute(&address(server, name), &[&statements.join("; ")]).await
            }
        }
    }

    /// The same as the command line takes it.
    pub fn url_text(&self) -> String {
        match self.url() {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{}", path.display()),
            DatabaseUrl::Postgres(url) => url,
        }
    }
}

/// The address of another database on the same server.
pub(crate) fn address(server: &str, name: &str) -> String {
    let base = server.rsplit_once('/').map_or(server, |(base, _)| base);
    format!("{base}/{name}")
}

/// Carries statements out one after the other, each in a transaction of its own.
async fn execute(server: &str, statements: &[&str]) {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.expect("PostgreSQL answers");
    let run = async {
        for statement in statements {
            client.batch_execute(statement).await.expect("statement is carried out");
        }
        drop(client);
    };
    let ((), _) = tokio::join!(run, connection);
}

fn variable(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "tests are told by the environment which database to use")]
    std::env::var(name).ok()
}
