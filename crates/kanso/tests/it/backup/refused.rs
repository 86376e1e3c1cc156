//! Backups that are none, are damaged, or mean harm: each is told, and leaves nothing.

use std::path::Path;

use kanso_testkit::{Database, Program};
use serde_json::{Value, json};

use super::tape::{Entries, pack, unpack};
use super::{PROGRAM, backed_up, restore, rows};
use crate::trash::Desk;

/// The entries with another one in place of the one of the same name, or behind all others.
fn with(entries: &Entries, name: &str, content: &[u8]) -> Entries {
    let mut entries = entries.clone();
    match entries.iter_mut().find(|(known, _)| known == name) {
        Some((_, before)) => *before = content.to_vec(),
        None => entries.insert(entries.len() - 1, (name.to_owned(), content.to_vec())),
    }
    entries
}

/// The entries with another head.
fn with_head(entries: &Entries, change: impl Fn(&mut Value)) -> Entries {
    let mut head: Value = serde_json::from_slice(&entries[0].1).expect("JSON");
    change(&mut head);
    with(entries, "backup.json", head.to_string().as_bytes())
}

fn table<'h>(head: &'h mut Value, name: &str) -> &'h mut Value {
    let tables = head["tables"].as_array_mut().expect("tables").iter_mut();
    tables.into_iter().find(|table| table["name"] == name).expect("the table")
}

/// The entries with a table that has one row more.
fn with_row(entries: &Entries, name: &str, row: &str) -> Entries {
    let path = format!("rows/{name}/1.jsonl");
    let (_, before) = entries.iter().find(|(known, _)| *known == path).expect("rows");
    let rows = [before.as_slice(), row.as_bytes(), b"\n"].concat();
    let counted = with_head(entries, |head| {
        let table = table(head, name);
        table["rows"] = json!(table["rows"].as_u64().expect("a number") + 1);
    });
    with(&counted, &path, &rows)
}

/// What somebody may have made of a backup, and what is said of it.
fn harmful(good: &Entries) -> Vec<(&'static str, &'static str, Entries)> {
    let swapped = {
        let mut swapped = good.clone();
        swapped.swap(2, 3);
        swapped
    };
    let twice: Entries =
        good.iter().flat_map(|entry| vec![entry.clone(); 1 + usize::from(entry.0 == "files/1")]).collect();
    let last = good.len() - 1;
    let tasks = good.iter().find(|(name, _)| name == "rows/tasks/1.jsonl").expect("tasks");
    let first = String::from_utf8(tasks.1.clone()).expect("text").lines().next().expect("a row").to_owned();
    let odd_cell = first.replacen("[1,", "[\"1\",", 1);
    let no_such = first.replacen("[1,", "[77,", 1);
    let stranger = with_head(good, |head| {
        head["tables"].as_array_mut().expect("tables").push(json!({"name": "sqlite_master",
            "columns": [["name", "text"]], "rows": 0, "last_id": null}));
    });
    let column = with_head(good, |head| {
        table(head, "links")["columns"][1][0] = json!("label) VALUES (1); DROP TABLE users; --");
    });
    vec![
        ("only its head", "ends early", vec![good[0].clone()]),
        ("without its end", "ends early", good[..last].to_vec()),
        ("in another order", "what no backup holds", swapped),
        ("a content twice", "what no backup holds: files/1", twice),
        ("a later form", "version 2 of the format", with_head(good, |head| head["version"] = json!(2))),
        ("something else", "no backup of Kanso", with_head(good, |head| head["format"] = json!("x"))),
        ("later tables", "take the Kanso that wrote it", with_head(good, |head| head["schema"] = json!(99))),
        (
            "a name that climbs",
            "what no backup holds: ../../etc/passwd",
            with(good, "../../etc/passwd", b"x"),
        ),
        ("a path that climbs", "a file at ../../evil", with(good, "names/1.json", br#"["../../evil"]"#)),
        ("an absolute path", "a file at /etc/passwd", with(good, "names/1.json", br#"["/etc/passwd"]"#)),
        ("a path twice", "a file at a", with(good, "names/1.json", br#"["a","a"]"#)),
        ("no such table", "the table sqlite_master", stranger),
        ("no such column", "the columns of links", column),
        ("rows of no table", "rows/nothing/1.jsonl", with(good, "rows/nothing/1.jsonl", b"[1]\n")),
        (
            "a row too few",
            "tasks has 2 rows and should have 3",
            with_head(good, |head| table(head, "tasks")["rows"] = json!(3)),
        ),
        ("a value of another kind", "a row of tasks", with_row(good, "tasks", &odd_cell)),
        ("a row twice", "a row of tasks was refused", with_row(good, "tasks", &first)),
        (
            "a task of nothing",
            "a row of task_has_metadata was refused",
            with_row(good, "task_has_metadata", r#"[9999,"x","x",0,0]"#),
        ),
        ("a row that is no row", "a row of tasks", with_row(good, "tasks", "{}")),
        ("a row of another length", "a row of tasks", with_row(good, "tasks", "[1,2]")),
        ("one more task", "ok", with_row(good, "tasks", &no_such)),
    ]
}

async fn is_empty(database: &Database) -> bool {
    if !database.is_postgres() && !database.folder().join("kanso.db").exists() {
        return true;
    }
    let tables = match database.is_postgres() {
        true => "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema()",
        false => "SELECT COUNT(*) FROM sqlite_master",
    };
    let has_tables = rows::<(i64,)>(database, tables).await[0].0 > 0;
    !has_tables || rows::<(i64,)>(database, "SELECT COUNT(*) FROM users").await[0].0 == 0
}

fn stored(database: &Database) -> usize {
    let folder = database.folder().join("files").join("tasks");
    std::fs::read_dir(folder).map_or(0, |folders| {
        folders
            .map(|folder| {
                std::fs::read_dir(folder.expect("it is there").path()).expect("it is there").count()
            })
            .sum()
    })
}

#[tokio::test]
async fn what_means_harm_is_told_and_leaves_nothing() {
    let desk = Desk::start().await;
    let folder = tempfile::tempdir().unwrap();
    let [file, bad] = ["good", "bad"].map(|name| folder.path().join(name));
    backed_up(&desk.app.app, &file, "").await;
    let good = unpack(&file);
    let there = Database::create().await;
    for (what, said, entries) in harmful(&good) {
        pack(&bad, &entries);
        let ended = restore(&there, &bad, &[], &[]).await;
        if said == "ok" {
            assert_eq!(ended.code, 0, "{what}: {ended:?}");
            continue;
        }
        assert!(ended.code == 1 && ended.error.contains(said), "{what}: {ended:?}");
        assert!(is_empty(&there).await, "{what}");
        assert_eq!(stored(&there), 0, "{what}");
    }
    assert_eq!(rows::<(i64,)>(&there, "SELECT COUNT(*) FROM tasks").await, [(3,)]);
}

#[tokio::test]
async fn any_byte_that_is_not_as_it_was_written_is_noticed() {
    let desk = Desk::start().await;
    let folder = tempfile::tempdir().unwrap();
    let [file, bad] = ["good", "bad"].map(|name| folder.path().join(name));
    backed_up(&desk.app.app, &file, "").await;
    let good = std::fs::read(&file).unwrap();
    let check = async |path: &Path| kanso_core::backup::check_backup(path.to_owned(), None, None).await;
    check(&file).await.expect("it is whole");
    for at in (0..good.len()).step_by(good.len() / 300 + 1).chain(good.len() - 95..good.len()) {
        for bit in [1, 128] {
            let mut bytes = good.clone();
            bytes[at] ^= bit;
            std::fs::write(&bad, bytes).unwrap();
            assert!(check(&bad).await.is_err(), "byte {at}, bit {bit}");
        }
    }
    for length in [0, 1, good.len() / 2, good.len() - 92, good.len() - 1] {
        std::fs::write(&bad, &good[..length]).unwrap();
        assert!(check(&bad).await.is_err(), "{length} bytes of it");
    }
    std::fs::write(&bad, [good.as_slice(), b"more"].concat()).unwrap();
    assert!(check(&bad).await.is_err(), "more than it");
    let verify = async |path: &Path| {
        let arguments = ["backup", &path.display().to_string(), "--verify"];
        Program::try_run(PROGRAM, &Database::create().await, &arguments, "").await
    };
    let (well, ill) = (verify(&file).await, verify(&bad).await);
    assert!(well.code == 0 && well.output.ends_with("The backup is whole."), "{well:?}");
    assert!(ill.code == 1 && ill.error.contains("damaged or cut off"), "{ill:?}");
    let none = verify(&folder.path().join("none")).await;
    assert!(none.code == 1 && none.error.contains("No such file"), "{none:?}");
}

#[tokio::test]
async fn a_restore_that_is_killed_leaves_all_or_nothing_and_can_be_repeated() {
    let desk = Desk::start().await;
    let many: String = (0..3000).map(|n| format!("('v', {n}, 0, 0, '', {n}),")).collect();
    let fill = format!(
        "INSERT INTO events (event, project_id, task_id, actor_id, snapshot, created_at) VALUES {}",
        many.trim_end_matches(',')
    );
    desk.app.execute(&[&fill]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    backed_up(&desk.app.app, &file, "").await;
    for wait in [0_u32, 20, 200, 2000] {
        let there = Database::create().await;
        let mut running = Program::begin(PROGRAM, &there, &["restore", &file.display().to_string()]);
        // It says what is in the backup, and begins.
        running.line().await;
        for _ in 0..wait {
            tokio::task::yield_now().await;
        }
        running.kill().await;
        if !is_empty(&there).await {
            assert_eq!(rows::<(i64,)>(&there, "SELECT COUNT(*) FROM tasks").await, [(2,)]);
        }
        let ended = restore(&there, &file, &["--replace", "--yes"], &[]).await;
        assert_eq!(ended.code, 0, "{ended:?}");
        assert_eq!(rows::<(i64,)>(&there, "SELECT COUNT(*) FROM tasks").await, [(2,)]);
        assert_eq!(stored(&there), 1);
    }
}
