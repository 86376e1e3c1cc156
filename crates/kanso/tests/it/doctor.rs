//! `kanso doctor`: silent where all is well, and with a word for each thing that is not.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use kanso_core::{MIGRATIONS, SecretKey};
use kanso_testkit::{Database, Ended, Program, Running};
use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// A healthy installation.
async fn healthy() -> Database {
    let database = Database::create().await;
    for (name, value) in [("application_url", "https://kanso.example.org/"), ("backup_keep", "1")] {
        Program::run(PROGRAM, &database, &["settings", "set", name, value]).await;
    }
    Program::run(PROGRAM, &database, &["run", "daily"]).await;
    fs::create_dir_all(database.folder().join("files")).expect("it is there");
    #[cfg(unix)]
    fs::set_permissions(database.folder(), std::os::unix::fs::PermissionsExt::from_mode(0o700))
        .expect("it is there");
    database
}

async fn doctor(database: &Database, environment: &[(&str, &str)]) -> Ended {
    Program::try_run_with(PROGRAM, database, &["doctor", "--json"], "", environment).await
}

/// What it says about a thing, with its level, what is the matter and what to do.
async fn said(database: &Database, environment: &[(&str, &str)], about: &str) -> String {
    let ended = doctor(database, environment).await;
    let told: Value = serde_json::from_str(&ended.output).unwrap_or_default();
    let findings = told["findings"].as_array().cloned().unwrap_or_default();
    let of_it: Vec<&Value> = findings.iter().filter(|finding| finding["about"] == about).collect();
    let is_well = findings.iter().all(|finding| finding["level"] != "fault");
    assert_eq!((ended.code == 0, told["well"] == true), (is_well, is_well), "{ended:?}");
    let text = |finding: &&Value| {
        let [level, what, remedy] =
            ["level", "what", "remedy"].map(|key| finding[key].as_str().expect("a text").to_owned());
        format!("{level}: {what} -> {remedy}")
    };
    of_it.iter().map(text).collect::<Vec<_>>().join("\n")
}

/// Carries statements out behind the program's back.
async fn plant(database: &Database, statements: &[&str]) {
    database.execute_unchecked(statements).await;
}

/// All files below a folder with what is in them.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut open, mut found) = (vec![folder.to_owned()], BTreeMap::new());
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(
                fs::read_dir(&path).expect("it is there").map(|entry| entry.expect("it is there").path()),
            );
        } else {
            found.insert(path.display().to_string(), fs::read(&path).expect("it is there"));
        }
    }
    found
}

#[tokio::test]
async fn what_a_first_start_leaves_is_for_nobody_else_to_read() {
    let database = Database::create().await;
    let data = database.folder().join("new");
    let [data, file] = [data.display().to_string(), format!("sqlite:{}/kanso.db", data.display())];
    let mut server = Running::start(PROGRAM, &["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    while !server.line().await.contains("is ready") {}
    let environment = [("KANSO_DATA", &*data), ("KANSO_DATABASE_URL", &*file), ("KANSO_SECRET_KEY", "")];
    assert_eq!(said(&database, &environment, "permissions").await, "");
    let mode = |path: &str| {
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).expect("it is there").permissions())
    };
    assert_eq!(mode(&data) & 0o777, 0o700);
    server.kill().await;
}

#[tokio::test]
async fn it_is_silent_where_all_is_well_and_changes_nothing() {
    let database = healthy().await;
    let before = all(database.folder());
    let ended = Program::try_run(PROGRAM, &database, &["doctor"], "").await;
    assert_eq!(ended.code, 0, "{ended:?}");
    assert!(
        ended.output.lines().count() == 13 && ended.output.lines().all(|line| line.ends_with(" ok")),
        "{ended:?}"
    );
    assert!(before == all(database.folder()), "nothing is written");
    let server = Program::serve(PROGRAM, &database).await;
    let beside = Program::try_run(PROGRAM, &database, &["doctor"], "").await;
    assert_eq!(beside.output, ended.output, "also beside a server");
    server.kill().await;
}

#[tokio::test]
async fn contents_that_are_gone_cut_or_nobodys_are_told() {
    let database = healthy().await;
    let server = Program::serve_with(PROGRAM, &database, &[("KANSO_DEMO", "true")]).await;
    let rpc = server.rpc("admin", kanso_testkit::ADMIN_PASSWORD);
    for name in ["a.txt", "b.txt"] {
        rpc.call_for_id("createTaskFile", serde_json::json!([1, 1, name, "Y29udGVudA=="])).await;
    }
    let files = rpc.call("getAllTaskFiles", serde_json::json!([1])).await;
    server.kill().await;
    let folder = database.folder().join("files");
    let [first, second] = [0, 1].map(|place| files[place]["path"].as_str().unwrap().to_owned());
    assert_eq!(said(&database, &[], "files").await, "");

    fs::remove_file(folder.join(&first)).unwrap();
    fs::write(folder.join(&second), "cut").unwrap();
    let told = said(&database, &[], "files").await;
    assert!(told.contains(&format!("fault: the content of 1 files ({first}) is not there")), "{told}");
    assert!(told.contains(&format!("fault: the content of 1 files ({second}) has another size")), "{told}");

    let stray = fs::File::create(folder.join("stray")).unwrap();
    assert!(!said(&database, &[], "files").await.contains("nobody names"), "it may get its row yet");
    stray.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).unwrap();
    let told = said(&database, &[], "files").await;
    assert!(told.contains("advice: 1 contents are in"), "{told}");
}

#[tokio::test]
async fn a_database_that_is_broken_old_or_not_there_is_told() {
    let database = healthy().await;
    let broken = match database.is_postgres() {
        false => vec![
            "INSERT INTO comments (task_id, date_creation, date_modification, comment) VALUES (77, 1, 1, 'x')",
        ],
        true => vec![
            "ALTER TABLE comments ADD CONSTRAINT later FOREIGN KEY (task_id) REFERENCES tasks (id) NOT VALID",
        ],
    };
    plant(&database, &broken).await;
    let told = said(&database, &[], "database").await;
    assert!(told.contains("1 rows of comments name rows that are not there"), "{told}");

    let newest = MIGRATIONS.len();
    let forget = format!("DELETE FROM refinery_schema_history WHERE version = {newest}");
    plant(&database, &[&forget]).await;
    let told = said(&database, &[], "schema").await;
    let older = format!("its tables have version {}", newest - 1);
    assert!(told.contains(&older) && told.contains("write a backup"), "{told}");
    let later = format!("UPDATE refinery_schema_history SET version = 99 WHERE version = {}", newest - 1);
    plant(&database, &[&later]).await;
    let told = said(&database, &[], "schema").await;
    assert!(told.contains("version 99") && told.contains("newer Kanso"), "{told}");

    let nowhere = [("KANSO_DATABASE_URL", "sqlite:/nowhere/kanso.db")];
    let told = said(&database, &nowhere, "database").await;
    assert!(told.contains("there is no database at /nowhere/kanso.db"), "{told}");
    let silent = [("KANSO_DATABASE_URL", "postgres://kanso@127.0.0.1:1/kanso")];
    let told = said(&database, &silent, "database").await;
    assert!(told.contains("no connection to the database"), "{told}");
    let file = database.folder().join("other.db");
    fs::write(&file, "this is no database ".repeat(500)).unwrap();
    let url = format!("sqlite:{}", file.display());
    let told = said(&database, &[("KANSO_DATABASE_URL", &url)], "database").await;
    assert!(told.contains("fault: "), "{told}");
}

#[tokio::test]
async fn a_lost_key_and_one_that_others_read_are_told() {
    let database = healthy().await;
    let other = SecretKey::make_up();
    let told = said(&database, &[("KANSO_SECRET_KEY", &other)], "secrets").await;
    assert!(told.contains("the secret key is not here") && told.contains("kanso secrets forget"), "{told}");
    let told = said(&database, &[("KANSO_SECRET_KEY", "")], "secrets").await;
    assert!(told.contains("the secret key is not here"), "{told}");
    assert!(!database.folder().join("secret.key").exists(), "none is made up");

    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let key = database.folder().join("secret.key");
        fs::write(&key, kanso_testkit::SECRET_KEY).unwrap();
        fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
        let told = said(&database, &[("KANSO_SECRET_KEY", "")], "permissions").await;
        assert!(
            told.contains("secret.key can be read by other accounts") && told.contains("chmod 600"),
            "{told}"
        );
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(said(&database, &[], "permissions").await, "");
        fs::set_permissions(database.folder(), fs::Permissions::from_mode(0o755)).unwrap();
        let told = said(&database, &[], "permissions").await;
        assert_eq!(
            told.contains("kanso.db can be read by other accounts"),
            !database.is_postgres(),
            "{told}"
        );
    }
}

#[tokio::test]
async fn what_does_not_answer_is_told() {
    let database = healthy().await;
    let environment = [
        ("KANSO_SMTP_URL", "smtp://127.0.0.1:1"),
        ("KANSO_MAIL_IN_URL", "imap://me:pw@127.0.0.1:1?tls=none"),
        ("KANSO_NATS_URL", "nats://127.0.0.1:1"),
    ];
    let told = said(&database, &environment, "network").await;
    for what in ["the mail server", "the server of mails that come in", "NATS"] {
        assert!(told.contains(&format!("fault: {what} is not reached: 127.0.0.1:1: ")), "{told}");
    }
    let insert = "INSERT INTO endpoints (name, url, format, created_at, enabled) VALUES ('Deaf', \
        'http://127.0.0.1:1/', 'standard', 5, 1), ('Off', 'http://127.0.0.1:1/', 'standard', 5, 0)";
    plant(&database, &[insert]).await;
    let told = said(&database, &[], "webhooks").await;
    assert!(told.contains("fault: endpoint 1 (Deaf) is not reached") && !told.contains("Off"), "{told}");
    let told = said(&database, &[("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "false")], "webhooks").await;
    assert!(told.contains("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS"), "the rules of deliveries: {told}");
    plant(
        &database,
        &["UPDATE endpoints SET enabled = 0, disabled_reason = 'it failed for days' WHERE id = 1"],
    )
    .await;
    let told = said(&database, &[], "webhooks").await;
    assert!(told.contains("endpoint 1 (Deaf) was switched off: it failed for days"), "{told}");
    let health = "INSERT INTO endpoint_health (endpoint_id, failing_since_ms, last_error) VALUES (1, 5, 'it answered 500')";
    plant(&database, &[health, "UPDATE endpoints SET enabled = 1, disabled_reason = '' WHERE id = 1"]).await;
    let told = said(&database, &[], "webhooks").await;
    assert!(told.contains("endpoint 1 (Deaf) fails: it answered 500"), "{told}");
}

#[tokio::test]
async fn what_is_late_or_failed_is_told() {
    let database = healthy().await;
    plant(
        &database,
        &[
            "UPDATE jobs SET error = 'the disk is full' WHERE name = 'trash'",
            "INSERT INTO mails (kind, project_id, task_id, subject, salt, created_at_ms, state, attempts, due_at_ms) \
             VALUES ('action', 1, 1, 'x', 'x', 5, 'waiting', 0, 5)",
            "INSERT INTO mailbox (id, looked_at_ms, error) VALUES (1, 5, 'wrong password')",
            "INSERT INTO events (project_id, task_id, event, snapshot, actor_id, created_at) \
             VALUES (1, 1, '{}', '{}', 0, 99999999999)",
            "UPDATE settings SET value = 'http://localhost:8080/' WHERE name = 'application_url'",
        ],
    )
    .await;
    for (about, what) in [
        ("jobs", "fault: the job trash failed: the disk is full"),
        ("mails", "fault: 1 mails wait for more than an hour"),
        ("mails", "the folder that mails come into was not read to its end: wrong password"),
        ("clock", "s in the future"),
        ("settings", "advice: application_url is http://localhost:8080/"),
    ] {
        let told = said(&database, &[], about).await;
        assert!(told.contains(what), "{about}: {told}");
    }
    let backups = database.folder().join("backups");
    let newest = fs::read_dir(&backups).unwrap().next().unwrap().unwrap().path();
    fs::rename(&newest, backups.join("kanso-nightly-20200101T000000Z.tar.gz")).unwrap();
    let told = said(&database, &[], "backups").await;
    assert!(told.contains("fault: the newest is") && told.contains("days old"), "{told}");
    fs::remove_dir_all(&backups).unwrap();
    assert!(said(&database, &[], "backups").await.contains("fault: there is no backup of any night"));
    Program::run(PROGRAM, &database, &["settings", "set", "backup_keep", "0"]).await;
    assert!(said(&database, &[], "backups").await.contains("advice: no backups are written at night"));
}
