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
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Error, SimpleQueryMessage};

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

/// Creates the database `copy` from the template of the server, which is made first where there is none yet.
pub(crate) async fn copy_postgres(client: &Client, server: &str, copy: &str) -> Result<(), Error> {
    let template = name();
    if !is_there(client, &template).await? {
        client.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
        // Another one may have made it meanwhile.
        if !is_there(client, &template).await? {
            make(client, server, &template).await?;
        }
        client.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})")).await?;
    }
    // Some hundred files are copied sooner than all their pages go through the log; before 15 there is no choice.
    let copied = format!("CREATE DATABASE {copy} TEMPLATE {template}");
    match client.batch_execute(&format!("{copied} STRATEGY FILE_COPY")).await {
        Err(error) if error.code() == Some(&SqlState::SYNTAX_ERROR) => client.batch_execute(&copied).await,
        done => done,
    }
}

async fn is_there(client: &Client, database: &str) -> Result<bool, Error> {
    let found = format!("SELECT 1 FROM pg_database WHERE datname = '{database}'");
    let answer = client.simple_query(&found).await?;
    Ok(answer.iter().any(|message| matches!(message, SimpleQueryMessage::Row(_))))
}

async fn make(client: &Client, server: &str, template: &str) -> Result<(), Error> {
    let (draft, folder) = (format!("{template}_draft"), TempDir::new().expect("a temporary folder"));
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await?;
    client.batch_execute(&format!("CREATE DATABASE {draft}")).await?;
    prepare(DatabaseUrl::Postgres(crate::database::address(server, &draft)), folder.path()).await;
    client.batch_execute(&format!("ALTER DATABASE {draft} RENAME TO {template}")).await
}

/// Gives a database its shape, its first settings and the account `admin`.
async fn prepare(url: DatabaseUrl, folder: &Path) {
    let files = FileStore::in_folder(folder.join("files"));
    let app = App::open(kanso_db::Config::new(url), files, Clock::manual(START), secrets()).await;
    let app = app.expect("database opens").with_password_cost(PasswordCost::Least);
    create_first_admin(&app, Some(ADMIN_PASSWORD.to_owned())).await.expect("admin is created");
    app.close().await;
}
