//! A database as Kanboard 1.2.53 leaves it, with every table filled and the oddities that years leave behind.

mod rows;
mod shape;

use std::path::{Path, PathBuf};

use mysql::prelude::Queryable;
use tempfile::TempDir;
use tokio_postgres::NoTls;

use shape::{Column, TABLES};

pub use rows::{
    API_TOKEN, CONTENT, FEED_TOKEN, INVITE_TOKEN, MARIA_PASSWORD, MARIA_TOKEN, OLD_PASSWORD, PUBLIC_TOKEN,
    TOTP, WEBHOOK_TOKEN,
};

/// What Kanboard keeps its rows in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
    MySql,
}

impl Engine {
    fn version(self) -> i64 {
        match self {
            Self::Sqlite => 128,
            Self::Postgres => 117,
            Self::MySql => 139,
        }
    }
}

/// A Kanboard that was used for years: its database and its files. Both go when this is dropped.
pub struct Kanboard {
    engine: Engine,
    source: String,
    folder: TempDir,
    /// Where the database is made and dropped, on a server.
    server: Option<(String, String)>,
}

impl Kanboard {
    /// Makes one whose webhooks go to `webhook`.
    ///
    /// # Panics
    ///
    /// For a server that `KANSO_TEST_POSTGRES` or `KANSO_TEST_MARIADB` does not name: nothing skips itself.
    pub async fn filled(engine: Engine, webhook: &str) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let kanboard = match engine {
            Engine::Sqlite => {
                let source = folder.path().join("db.sqlite").display().to_string();
                Self { engine, source, folder, server: None }
            }
            Engine::Postgres => Self::on_server(engine, folder, "KANSO_TEST_POSTGRES"),
            Engine::MySql => Self::on_server(engine, folder, "KANSO_TEST_MARIADB"),
        };
        kanboard.create().await;
        kanboard.execute(&shape::statements(engine)).await;
        kanboard.execute(&rows::statements(engine, webhook)).await;
        rows::write_files(&kanboard.files());
        kanboard
    }

    fn on_server(engine: Engine, folder: TempDir, variable: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "tests are told by the environment where servers are")]
        let server = std::env::var(variable).unwrap_or_else(|_| panic!("{variable}: run `make test`"));
        let unique = folder.path().file_name().expect("has a name").to_string_lossy().to_lowercase();
        let unique = unique.replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let name = format!("kanboard{}_{unique}", std::process::id());
        let source = crate::database::address(&server, &name);
        Self { engine, source, folder, server: Some((server, name)) }
    }

    /// As `kanso import kanboard` takes it.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The folder with the contents of files.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// The SQLite file.
    pub fn path(&self) -> &Path {
        Path::new(&self.source)
    }

    /// Carries out a statement in a SQLite file and stays there, as Kanboard does while it runs: what it wrote is in the
    /// write-ahead log alone until the answer is dropped.
    ///
    /// # Panics
    ///
    /// When the database refuses it.
    pub fn stay(&self, statement: &str) -> impl Send + use<> {
        let conn = rusqlite::Connection::open(self.path()).expect("a file");
        conn.execute_batch(statement).expect("statement is carried out");
        let log = std::fs::metadata(format!("{}-wal", self.source)).expect("a write-ahead log");
        assert!(log.len() > 0, "it holds the change");
        conn
    }

    async fn create(&self) {
        if let Some((server, name)) = &self.server {
            let create = match self.engine {
                Engine::MySql => format!("CREATE DATABASE {name} CHARACTER SET utf8mb4"),
                Engine::Sqlite | Engine::Postgres => format!("CREATE DATABASE {name}"),
            };
            run(self.engine, server, &[create]).await;
        }
    }

    /// Carries out statements in the database.
    ///
    /// # Panics
    ///
    /// When the database refuses one.
    pub async fn execute(&self, statements: &[String]) {
        run(self.engine, &self.source, statements).await;
    }
}

impl Drop for Kanboard {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.clone() else { return };
        let engine = self.engine;
        let force = if engine == Engine::Postgres { " WITH (FORCE)" } else { "" };
        // The test's own runtime cannot be waited for from here.
        let dropped = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(run(engine, &server, &[format!("DROP DATABASE {name}{force}")]));
        });
        let _ = dropped.join();
    }
}

async fn run(engine: Engine, address: &str, statements: &[String]) {
    match engine {
        Engine::Sqlite => {
            let conn = rusqlite::Connection::open(address).expect("a file");
            // As Kanboard has it.
            let _: String =
                conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).expect("a mode");
            conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").expect("a transaction");
            for statement in statements {
                conn.execute_batch(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
            }
            conn.execute_batch("COMMIT").expect("a commit");
        }
        Engine::Postgres => {
            let (client, connection) =
                tokio_postgres::connect(address, NoTls).await.expect("PostgreSQL answers");
            let work = async {
                for statement in statements {
                    let done = client.batch_execute(statement).await;
                    done.unwrap_or_else(|error| panic!("{statement}: {error:?}"));
                }
                drop(client);
            };
            let ((), _) = tokio::join!(work, connection);
        }
        Engine::MySql => {
            let mut conn = mysql::Conn::new(address).expect("MariaDB answers");
            conn.query_drop("SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'").expect("a mode");
            for statement in statements {
                conn.query_drop(statement).unwrap_or_else(|error| panic!("{statement}: {error}"));
            }
        }
    }
}

/// A value in a statement.
fn literal(engine: Engine, column: Column, value: &serde_json::Value) -> String {
    match (column, value) {
        (_, serde_json::Value::Null) => "NULL".to_owned(),
        (Column::Flag, value) if engine == Engine::Postgres => (value.as_i64() != Some(0)).to_string(),
        (_, serde_json::Value::String(text)) => format!("'{}'", text.replace('\'', "''")),
        (_, value) => value.to_string(),
    }
}

/// Puts rows into a table, each with a value for every column.
fn insert(engine: Engine, table: &str, rows: &serde_json::Value) -> String {
    let (_, columns) = TABLES.iter().find(|(name, _)| *name == table).unwrap_or_else(|| panic!("{table}"));
    let rows = rows.as_array().expect("rows").iter().map(|row| {
        let row = row.as_array().expect("a row");
        assert_eq!(row.len(), columns.len(), "{table}: {row:?}");
        let values = row.iter().zip(*columns).map(|(value, (_, column))| literal(engine, *column, value));
        format!("({})", values.collect::<Vec<_>>().join(", "))
    });
    format!("INSERT INTO \"{table}\" VALUES {}", rows.collect::<Vec<_>>().join(", "))
}
