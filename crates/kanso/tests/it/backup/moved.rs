//! What was put in is what was taken out.

use std::collections::BTreeSet;
use std::path::Path;

use kanso_core::{MIGRATIONS, SecretKey};
use kanso_db::Db;
use kanso_testkit::{ADMIN_PASSWORD, Database, Program, Receiver};
use serde_json::{Value, json};

use super::tape::{contents, unpack};
use super::{PROGRAM, backed_up, restore, rows};
use crate::archive::filled::furnish;
use crate::trash::Desk;

#[tokio::test]
async fn every_row_comes_back_on_either_database() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    // What JSON alone would not keep to the last bit.
    desk.app.execute(&["UPDATE tasks SET time_estimated = 0.30000000000000004, time_spent = 3"]).await;
    let folder = tempfile::tempdir().unwrap();
    let [first, second, third] = ["a", "b", "c"].map(|name| folder.path().join(name));
    let written = backed_up(&desk.app.app, &first, "").await;
    assert!(written.lost.is_empty() && written.checked.files == 2, "{written:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half is left");

    let there = Database::create_other().await;
    let ended = restore(&there, &first, &[], &[]).await;
    assert_eq!(ended.code, 0, "{ended:?}");
    Program::run(PROGRAM, &there, &["backup", &second.display().to_string()]).await;
    let back = Database::create().await;
    assert_eq!(restore(&back, &second, &[], &[]).await.code, 0);
    Program::run(PROGRAM, &back, &["backup", &third.display().to_string()]).await;

    let tables = [&first, &second].map(|file| tables(file));
    assert_eq!(tables[0], tables[1], "none is forgotten on either database");
    let mut all: BTreeSet<String> =
        rows::<(String,)>(&there, catalog(&there)).await.into_iter().map(|(name,)| name).collect();
    assert!(all.remove("sessions") && all.remove("refinery_schema_history"));
    assert_eq!(tables[1], all);

    let [first, second, third] = [first, second, third].map(|file| contents(&file));
    assert!(first["tasks"].contains("\"0.30000000000000004\""), "{}", first["tasks"]);
    assert!(first.len() > 30, "{:?}", first.keys());
    assert_eq!(first, second);
    assert_eq!(second, third);
}

/// The tables that a backup says it has.
fn tables(file: &Path) -> BTreeSet<String> {
    let head: Value = serde_json::from_slice(&unpack(file)[0].1).expect("it is there");
    let tables = head["tables"].as_array().expect("it is there").iter();
    tables.map(|table| table["name"].as_str().expect("it is there").to_owned()).collect()
}

/// Reads the names of all tables.
fn catalog(database: &Database) -> &'static str {
    match database.is_postgres() {
        true => "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
        false => "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'",
    }
}

#[tokio::test]
async fn people_and_programs_go_on_where_they_were() {
    let database = Database::create().await;
    let server = Program::serve(PROGRAM, &database).await;
    let rpc = server.rpc("admin", ADMIN_PASSWORD);
    let project = rpc.call_for_id("createProject", json!(["Moving"])).await;
    let kept = rpc.call_for_id("createTask", json!(["Kept", project])).await;
    let file = rpc.call_for_id("createTaskFile", json!([project, kept, "a.txt", "Y29udGVudA=="])).await;
    let gone = rpc.call_for_id("createTask", json!(["Gone", project])).await;
    assert_eq!(rpc.call("removeTask", json!([gone])).await, json!(true));
    let token = Program::run(PROGRAM, &database, &["user", "token", "admin"]).await;
    let receiver = Receiver::start().await;
    receiver.answer(503);
    Program::run(PROGRAM, &database, &["webhook", "add", "Receiver", &receiver.url()]).await;

    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup").display().to_string();
    let said = Program::run(PROGRAM, &database, &["backup", &backup]).await;
    assert!(said.contains("The secret key is not in it"), "{said}");
    server.kill().await;

    let there = Database::create_other().await;
    let ended = restore(&there, backup.as_ref(), &[], &[]).await;
    assert!(ended.code == 0 && ended.output.contains("The secret key that is here opens"), "{ended:?}");
    let server = Program::serve(PROGRAM, &there).await;
    assert_eq!(server.browser().sign_in("admin", ADMIN_PASSWORD).await.status, 303);
    let rpc = server.rpc("admin", &token);
    assert_eq!(rpc.call("downloadTaskFile", json!([file])).await, json!("Y29udGVudA=="));
    assert_eq!(receiver.received().len(), 0);
    receiver.answer(200);
    let next = rpc.call_for_id("createTask", json!(["Next", project])).await;
    while receiver.received().is_empty() {
        tokio::task::yield_now().await;
    }
    let signed = receiver.received().remove(0);
    assert!(signed.header("webhook-signature").is_some(), "{signed:?}");
    assert_eq!(next, gone + 1, "no id is given twice, also not that of what is in the trash");
    assert_eq!(Program::try_run(PROGRAM, &there, &["secrets", "check"], "").await.code, 0);
    let log = rows::<(i64, i64)>(&there, "SELECT COUNT(*), MAX(id) FROM events").await;
    assert!(log[0].0 > 0 && log[0].1 >= log[0].0, "{log:?}");
    server.kill().await;
}

#[tokio::test]
async fn the_secret_key_comes_along_only_where_a_passphrase_keeps_it() {
    let desk = Desk::start().await;
    let folder = tempfile::tempdir().unwrap();
    let [plain, sealed] = ["plain", "sealed"].map(|name| folder.path().join(name));
    assert!(!backed_up(&desk.app.app, &plain, "").await.checked.has_key);
    assert!(unpack(&plain).iter().all(|(name, _)| name != "secret.key"));
    let written = backed_up(&desk.app.app, &sealed, "correct horse").await;
    assert!(written.checked.has_key && written.checked.is_encrypted);
    let bytes = std::fs::read(&sealed).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"), "programs for age open it");

    let no_key = ("KANSO_SECRET_KEY", "");
    let there = Database::create().await;
    let ended = restore(&there, &plain, &[], &[no_key]).await;
    assert!(ended.code == 0 && ended.output.contains("Put its secret.key into the data folder"), "{ended:?}");
    assert!(!there.folder().join("secret.key").exists(), "none is made up in its place");

    let elsewhere = Database::create().await;
    for (passphrase, said) in [("", "encrypted: give its passphrase"), ("wrong", "not that of the backup")] {
        let ended =
            restore(&elsewhere, &sealed, &[], &[no_key, ("KANSO_BACKUP_PASSPHRASE", passphrase)]).await;
        assert!(ended.code == 1 && ended.error.contains(said), "{ended:?}");
    }
    let phrase = folder.path().join("phrase");
    std::fs::write(&phrase, "correct horse\n").unwrap();
    let by_file = ["--passphrase-file", &phrase.display().to_string()];
    let other = restore(&elsewhere, &sealed, &by_file, &[("KANSO_SECRET_KEY", &SecretKey::make_up())]).await;
    assert!(other.code == 1 && other.error.contains("KANSO_SECRET_KEY is another key"), "{other:?}");
    let ended = restore(&elsewhere, &sealed, &by_file, &[no_key]).await;
    assert!(ended.code == 0 && ended.output.contains("The secret key came along"), "{ended:?}");
    let key = std::fs::read_to_string(elsewhere.folder().join("secret.key")).unwrap();
    assert_eq!(key, kanso_testkit::SECRET_KEY);
    let checked = Program::try_run_with(PROGRAM, &elsewhere, &["secrets", "check"], "", &[no_key]).await;
    assert_eq!(checked.code, 0, "{checked:?}");
}

#[tokio::test]
async fn what_is_there_goes_only_when_somebody_says_so() {
    let desk = Desk::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    backed_up(&desk.app.app, &file, "").await;
    let there = Database::create().await;
    let server = Program::serve_with(PROGRAM, &there, &[("KANSO_DEMO", "true")]).await;
    let rpc = server.rpc("admin", ADMIN_PASSWORD);
    let new = json!([1, 1, "a.txt", "Y29udGVudA=="]);
    rpc.call_for_id("createTaskFile", new).await;
    let busy = restore(&there, &file, &["--replace", "--yes"], &[]).await;
    assert!(busy.code == 1 && busy.error.contains("stop the server first"), "{busy:?}");
    server.kill().await;

    let refused = restore(&there, &file, &[], &[]).await;
    assert!(refused.code == 1 && refused.error.contains("there is something here already"), "{refused:?}");
    let asked = restore(&there, &file, &["--replace"], &[]).await;
    assert!(asked.code == 1 && asked.output.ends_with("Nothing was changed."), "no answer is no: {asked:?}");
    let ended = restore(&there, &file, &["--replace", "--yes"], &[]).await;
    assert_eq!(ended.code, 0, "{ended:?}");
    let titles = rows::<(String,)>(&there, "SELECT title FROM tasks ORDER BY id").await;
    assert_eq!(titles, [("Other".to_owned(),), ("Whole".to_owned(),)]);
    let files = rows::<(String,)>(&there, "SELECT path FROM task_has_files").await;
    assert_eq!(files.len(), 1);
    let stored = walk(&there.folder().join("files"));
    assert_eq!(stored.len(), 1, "what nobody names any more is gone: {stored:?}");
    assert!(stored[0].ends_with(&files[0].0), "{stored:?}");
    // And once more, over what is the same.
    assert_eq!(restore(&there, &file, &["--replace", "--yes"], &[]).await.code, 0);
    assert_eq!(walk(&there.folder().join("files")).len(), 1);
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let (mut open, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                std::fs::read_dir(&path)
                    .expect("it is there")
                    .map(|entry| entry.expect("it is there").path()),
            );
        } else if path.exists() {
            found.push(path);
        }
    }
    found
}

#[tokio::test]
async fn an_older_backup_grows_into_the_tables_of_today() {
    let old = Database::create().await;
    let before = &MIGRATIONS[..MIGRATIONS.len() - 1];
    let db = Db::open(kanso_db::Config::new(old.url()), before).await.unwrap();
    db.close().await;
    old.execute_unchecked(&["INSERT INTO links (label, opposite_id) VALUES ('of long ago', 0)"]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("old").display().to_string();
    Program::run(PROGRAM, &old, &["backup", &file]).await;

    let there = Database::create_other().await;
    let ended = restore(&there, file.as_ref(), &[], &[]).await;
    assert!(ended.output.contains(&format!("tables of version {}", before.len())), "{ended:?}");
    assert_eq!(ended.code, 0, "{ended:?}");
    let version = "SELECT MAX(version) FROM refinery_schema_history";
    for (database, known) in [(&old, before.len()), (&there, MIGRATIONS.len())] {
        assert_eq!(rows::<(i64,)>(database, version).await, [(i64::try_from(known).unwrap(),)]);
    }
    let label = "SELECT COUNT(*) FROM links WHERE label = 'of long ago'";
    assert_eq!(rows::<(i64,)>(&there, label).await, [(1,)]);
    let server = Program::serve(PROGRAM, &there).await;
    assert_eq!(server.browser().sign_in("admin", ADMIN_PASSWORD).await.status, 303);
    server.kill().await;
}
