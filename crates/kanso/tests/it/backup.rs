//! All of an installation in one file, and back from it, on each database and between them.

mod moved;
mod nightly;
mod online;
mod refused;
mod tape;

use std::path::Path;

use kanso_core::backup::{Backup, Passphrase, Written, write_backup};
use kanso_core::{Actor, App};
use kanso_db::{Db, FromRow};
use kanso_testkit::{Database, Ended, Program};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// Writes a backup beside a server, which is encrypted if there is a passphrase.
async fn backed_up(app: &App, file: &Path, passphrase: &str) -> Written {
    let passphrase = Passphrase::new(passphrase);
    let backup = Backup { file: file.to_owned(), passphrase, progress: None };
    write_backup(app, &Actor::Application, backup).await.expect("it is written")
}

/// Runs `kanso restore` with what is given.
async fn restore(database: &Database, file: &Path, more: &[&str], environment: &[(&str, &str)]) -> Ended {
    let file = file.display().to_string();
    let mut arguments = vec!["restore", &file];
    arguments.extend(more);
    Program::try_run_with(PROGRAM, database, &arguments, "", environment).await
}

/// Reads rows of a database that no server has open.
async fn rows<T: FromRow + Send + 'static>(database: &Database, select: &'static str) -> Vec<T> {
    let db = Db::open(kanso_db::Config::new(database.url()), &[]).await.expect("the database opens");
    let rows = db.read(move |conn| Box::pin(async move { conn.all::<T>(select, &[]).await })).await;
    db.close().await;
    rows.expect("the database answers")
}
