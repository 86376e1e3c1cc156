//! A database that is ready to be used, made once and copied for each test: making its shape anew every time would
//! take longer than most tests.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use kanso_core::file::FileStore;
use kanso_core::user::{PasswordCost, create_first_admin};
use kanso_core::{App, Clock, MIGRATIONS};
use kanso_db::DatabaseUrl;
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

use crate::{ADMIN_PASSWORD, START, secrets};

/// What the lock of PostgreSQL is called under which one process at a time looks for the template.
const LOCK: i64 = 0x006b_616e_736f;

/// The template's name, another one for each shape of the database.
fn name() -> String {
    let mut hasher = DefaultHasher::new();
    for migration in MIGRATIONS {
        (migration.version, migration.name, migration.sql).hash(&mut hasher);
    }
    (ADMIN_PASSWORD, START, crate::SECRET_KEY, "least password cost").hash(&mut hasher);
    format!("kanso_template_{:016x}", hasher.finish())
}

/// Copies the template of SQLite to `file`, and makes it first where there is none yet.
pub(crate) async fn copy_sqlite(file: &Path) {
    let template = std::env::temp_dir().join(format!("{}.db", name()));
    if !template.exists() {
        let folder = TempDir::new().expect("a temporary folder");
        let draft = folder.path().join("kanso.db");
        prepare(DatabaseUrl::Sqlite(draft.clone()), folder.path()).await;
        // Whoever closes a database last writes all of it into the one file that is copied.
        let log = fs::metadata(folder.path().join("kanso.db-wal")).map_or(0, |log| log.len());
        assert_eq!(log, 0, "the template is one file");
        // Copied beside it and renamed, so that nobody sees half a file; who comes second changes nothing.
        let beside = template.with_extension(format!("{}.draft", std::process::id()));
        fs::copy(&draft, &beside).expect("the template is copied");
        fs::rename(&beside, &template).expect("the template gets its name");
    }
    fs::copy(&template, file).expect("the template is copied");
}

/// Creates the database `copy` on a server from its template, which is made first where there is none yet.
pub(crate) async fn copy_postgres(server: &str, copy: &str) {
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.expect("PostgreSQL answers");
    let copied = async {
        copy_with(&client, server, copy).await.expect("the template is copied");
        drop(client);
    };
    let ((), _) = tokio::join!(copied, connection);
}

async fn copy_with(client: &Client, server: &str, copy: &str) -> Result<(), tokio_postgres::Error> {
    let template = name();
    client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).await?;
    let found = client.query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&template]).await?;
    if found.is_none() {
        let (draft, folder) = (format!("{template}_draft"), TempDir::new().expect("a temporary folder"));
        client.batch_execute(&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await?;
        client.batch_execute(&format!("CREATE DATABASE {draft}")).await?;
        prepare(DatabaseUrl::Postgres(crate::database::address(server, &draft)), folder.path()).await;
        client.batch_execute(&format!("ALTER DATABASE {draft} RENAME TO {template}")).await?;
    }
    client.execute("SELECT pg_advisory_unlock($1)", &[&LOCK]).await?;
    // Some hundred files are copied sooner than all their pages go through the log; before 15 there is no choice.
    let version: i32 =
        client.query_one("SELECT current_setting('server_version_num')::int", &[]).await?.get(0);
    let how = if version >= 150_000 { " STRATEGY FILE_COPY" } else { "" };
    client.batch_execute(&format!("CREATE DATABASE {copy} TEMPLATE {template}{how}")).await
}

/// Gives a database its shape, its first settings and the account `admin`.
async fn prepare(url: DatabaseUrl, folder: &Path) {
    let files = FileStore::in_folder(folder.join("files"));
    let app = App::open(kanso_db::Config::new(url), files, Clock::manual(START), secrets()).await;
    let app = app.expect("database opens").with_password_cost(PasswordCost::Least);
    create_first_admin(&app, Some(ADMIN_PASSWORD.to_owned())).await.expect("admin is created");
    app.close().await;
}
