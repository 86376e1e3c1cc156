//! What is refused, and that nothing is there then.

use std::fs::OpenOptions;

use kanso_testkit::kanboard::{Engine, Kanboard};
use kanso_testkit::{Database, Program};

use super::{PROGRAM, import};

/// What a server has after an import that was refused: what it has at its first start.
async fn is_fresh(database: &Database) {
    let server = Program::serve(PROGRAM, database).await;
    let token = Program::run(PROGRAM, database, &["settings", "get", "api_token"]).await;
    let rpc = server.rpc("jsonrpc", &token);
    assert_eq!(rpc.call("getAllProjects", serde_json::json!([])).await, serde_json::json!([]));
    assert_eq!(rpc.call("getAllUsers", serde_json::json!([])).await.as_array().expect("a list").len(), 1);
    let files = database.folder().join("files");
    let left = files.exists() && walk(&files);
    assert!(!left, "no content stays");
    server.kill().await;
}

/// Whether there is any file below.
fn walk(folder: &std::path::Path) -> bool {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.into_iter().any(|path| path.is_file() || walk(&path))
}

#[tokio::test]
async fn a_file_that_was_cut_off_is_told_and_nothing_is_imported() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    let length = std::fs::metadata(kanboard.path()).unwrap().len();
    let file = OpenOptions::new().write(true).open(kanboard.path()).unwrap();
    file.set_len(length / 2).unwrap();
    let ended = import(&database, &kanboard, &["--yes"]).await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.error.contains("is damaged: ") && ended.error.contains("copy the file again"), "{ended:?}");
    is_fresh(&database).await;
    std::fs::write(kanboard.path(), "something else").unwrap();
    let ended = import(&database, &kanboard, &["--dry-run"]).await;
    assert!(ended.code == 1 && ended.error.contains("file is not a database"), "{ended:?}");
}

#[tokio::test]
async fn an_older_kanboard_must_be_upgraded_first() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    let drop = "ALTER TABLE comments DROP COLUMN visibility".to_owned();
    kanboard.execute(&[drop, "PRAGMA user_version = 120".to_owned()]).await;
    let ended = import(&database, &kanboard, &["--dry-run"]).await;
    assert_eq!(ended.code, 1, "{ended:?}");
    for told in ["version 120, wanted is 128", "Upgrade Kanboard to 1.2.53 first", "comments.visibility"] {
        assert!(ended.error.contains(told), "{told}: {ended:?}");
    }
    kanboard.execute(&["DROP TABLE tasks".to_owned()]).await;
    let ended = import(&database, &kanboard, &["--dry-run"]).await;
    assert!(ended.error.contains("is no database of Kanboard: there is no table tasks"), "{ended:?}");
}

#[tokio::test]
async fn a_newer_patch_of_kanboard_is_read() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    kanboard.execute(&["PRAGMA user_version = 130".to_owned()]).await;
    assert_eq!(import(&database, &kanboard, &["--dry-run"]).await.code, 3);
}

#[tokio::test]
async fn what_is_in_use_is_not_imported_into() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    Program::run(PROGRAM, &database, &["user", "create", "ada", "--password", "lovelace"]).await;
    let ended = import(&database, &kanboard, &["--yes"]).await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.error.contains("there is something here already: 1 accounts"), "{ended:?}");
    let users = Program::run(PROGRAM, &database, &["user", "list"]).await;
    assert_eq!(users.lines().count(), 1, "{users}");
}

#[tokio::test]
async fn an_import_that_fails_at_its_end_leaves_nothing_and_can_be_repeated() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    // Two accounts of one name, which no Kanboard has: the last thing that can be wrong.
    let same = "UPDATE users SET username = 'admin' WHERE id = 6".to_owned();
    kanboard.execute(&[same]).await;
    let ended = import(&database, &kanboard, &["--yes"]).await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.error.contains("nothing was imported: a row of users was refused"), "{ended:?}");
    is_fresh(&database).await;
    kanboard.execute(&["UPDATE users SET username = 'gone' WHERE id = 6".to_owned()]).await;
    assert_eq!(import(&database, &kanboard, &["--yes"]).await.code, 0, "what a first start leaves is fresh");
    let again = import(&database, &kanboard, &["--yes"]).await;
    assert!(again.code == 1 && again.error.contains("2 projects"), "not twice: {again:?}");
}

#[tokio::test]
async fn nobody_is_taken_by_surprise() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    let asked = import(&database, &kanboard, &[]).await;
    assert!(asked.code == 1 && asked.output.ends_with("Nothing was changed."), "{asked:?}");
    let forgotten =
        Program::try_run(PROGRAM, &database, &["import", "kanboard", kanboard.source(), "--yes"], "").await;
    assert!(forgotten.code == 1 && forgotten.error.contains("--files"), "{forgotten:?}");
    is_fresh(&database).await;
    let missing =
        Program::try_run(PROGRAM, &database, &["import", "kanboard", "/nowhere/db.sqlite"], "").await;
    assert!(missing.code == 1 && missing.error.contains("there is no such file"), "{missing:?}");
    let address = "mysql://kanboard:hush@127.0.0.1:1/kanboard";
    let away = Program::try_run(PROGRAM, &database, &["import", "kanboard", address], "").await;
    assert!(away.code == 1 && away.error.contains("cannot be opened"), "{away:?}");
    assert!(!format!("{away:?}").contains("hush"), "no password is shown: {away:?}");
}
