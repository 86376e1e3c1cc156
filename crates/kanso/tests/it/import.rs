//! Moving in from Kanboard, by the program itself.

mod looks;
mod moved;
mod refused;
mod trello;

use kanso_testkit::kanboard::{Engine, Kanboard};
use kanso_testkit::{Database, Ended, Program};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// Runs `kanso import kanboard` with the files of a Kanboard.
async fn import(database: &Database, kanboard: &Kanboard, more: &[&str]) -> Ended {
    let files = kanboard.files().display().to_string();
    let mut arguments = vec!["import", "kanboard", kanboard.source(), "--files", &files];
    arguments.extend(more);
    Program::try_run(PROGRAM, database, &arguments, "").await
}

/// A Kanboard that was moved in, and the server that runs on it.
struct Moved {
    database: Database,
    server: Program,
    _kanboard: Kanboard,
}

impl Moved {
    async fn from(engine: Engine, webhook: &str) -> Self {
        let (database, kanboard) = (Database::create().await, Kanboard::filled(engine, webhook).await);
        let ended = import(&database, &kanboard, &["--yes"]).await;
        assert_eq!(ended.code, 0, "{ended:?}");
        let server = Program::serve(PROGRAM, &database).await;
        Self { database, server, _kanboard: kanboard }
    }
}

/// The line of a table in what was told: rows, those that come along, those that do not.
fn line(told: &str, table: &str) -> [u64; 3] {
    let found = told.lines().find(|line| line.split_whitespace().next() == Some(table));
    assert!(found.is_some(), "no {table} in {told}");
    let found = found.unwrap_or_default();
    let numbers = found.split_whitespace().skip(1).map(|number| number.parse().expect("a number"));
    numbers.collect::<Vec<u64>>().try_into().expect("three numbers")
}
