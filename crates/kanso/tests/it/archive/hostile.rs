//! Archives that are none, or that mean harm.

use kanso_core::archive::ArchiveFault;
use kanso_core::{Error, Fault};
use serde_json::{Value, json};

use super::{APPLICATION, Entries, furnish, pack, put_in, taken_out, unpack};
use crate::trash::Desk;

/// The archive with an entry in place of the one of the same name, or at the end.
fn with(entries: &Entries, name: &str, content: &[u8]) -> Entries {
    let mut entries = entries.clone();
    match entries.iter_mut().find(|(known, _)| known == name) {
        Some((_, before)) => *before = content.to_vec(),
        None => entries.push((name.to_owned(), content.to_vec())),
    }
    entries
}

/// The archive with another value in the first row of a table.
fn with_value(entries: &Entries, table: &str, column: &str, value: Value) -> Entries {
    let name = format!("rows/{table}/1.json");
    let (_, content) = entries.iter().find(|(known, _)| *known == name).expect("rows");
    let mut rows: Value = serde_json::from_slice(content).expect("JSON");
    rows[0][column] = value;
    with(entries, &name, rows.to_string().as_bytes())
}

fn without(entries: &Entries, left_out: &str) -> Entries {
    entries.iter().filter(|(name, _)| name != left_out).cloned().collect()
}

/// What somebody may have made of an archive, and what is wrong with it.
fn damaged(good: &[u8], entries: &Entries) -> Vec<(&'static str, Vec<u8>)> {
    let swapped: Entries = entries.iter().rev().cloned().collect();
    let twice: Entries = entries.iter().cloned().chain(entries.last().cloned()).collect();
    vec![
        ("nothing", Vec::new()),
        ("no archive", b"PK\x03\x04 something else".to_vec()),
        ("cut off", good[..good.len() / 2].to_vec()),
        ("only its head", pack(&entries[..1].to_vec())),
        ("in another order", pack(&swapped)),
        ("an entry twice", pack(&twice)),
        (
            "a later version",
            pack(&with(
                entries,
                "archive.json",
                br#"{"format":"kanso-project","version":2,"project":"x","exported_at":1}"#,
            )),
        ),
        (
            "another format",
            pack(&with(
                entries,
                "archive.json",
                br#"{"format":"x","version":1,"project":"x","exported_at":1}"#,
            )),
        ),
        ("a name that climbs", pack(&with(entries, "../../etc/passwd", b"x"))),
        ("a file that nothing names", pack(&with(entries, "files/77", b"x"))),
        ("another table", pack(&with(entries, "rows/users/1.json", b"[{}]"))),
        ("broken JSON", pack(&with(entries, "rows/tasks/1.json", b"[{\"title\":"))),
        ("no rows", pack(&without(entries, "rows/projects/1.json"))),
        ("a file without its content", pack(&without(entries, "files/1"))),
        ("another content", pack(&with(entries, "files/1", b"longer than it was"))),
        ("no names", pack(&without(entries, "names.json"))),
        ("another column", pack(&with_value(entries, "tasks", "id", json!(1)))),
        ("SQL", pack(&with_value(entries, "tasks", "title) VALUES (1); --", json!(1)))),
        ("a text for a number", pack(&with_value(entries, "tasks", "position", json!("1")))),
        ("a number for a text", pack(&with_value(entries, "tasks", "title", json!(1)))),
        ("no title", pack(&with_value(entries, "tasks", "title", Value::Null))),
        ("a character that no text has", pack(&with_value(entries, "tasks", "title", json!("a\0b")))),
        ("a number twice", pack(&with_value(entries, "tasks", "number", json!(2)))),
        ("no number", pack(&with_value(entries, "tasks", "number", json!(0)))),
        ("no event", pack(&with_value(entries, "events", "event", json!({"type": "party"})))),
        ("no snapshot", pack(&with_value(entries, "events", "snapshot", json!({"task": 5})))),
        ("an odd salt", pack(&with_value(entries, "events", "salt", json!("../x")))),
        ("no days", pack(&with_value(entries, "recurrences", "rule", json!("FREQ=NEVER")))),
        ("no rule", pack(&with_value(entries, "actions", "composed", json!({"deeds": [{"do": "fly"}]})))),
    ]
}

#[tokio::test]
async fn what_is_no_whole_archive_is_refused_and_leaves_nothing() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let app = &desk.app;
    let good = taken_out(&app.app, desk.project.id).await;
    let entries = unpack(&good);
    let count = async || {
        let rows: Vec<(i64, i64, i64)> = app
            .rows("SELECT (SELECT COUNT(*) FROM projects), (SELECT COUNT(*) FROM tasks), (SELECT COUNT(*) FROM events)")
            .await;
        let contents = std::fs::read_dir(app.files().join("archives")).map_or(0, Iterator::count);
        (rows[0], contents)
    };
    let before = count().await;
    for (what, file) in damaged(&good, &entries) {
        let done = put_in(&app.app, &APPLICATION, file).await;
        assert!(matches!(done, Err(Error::Invalid(Fault::Archive(_)))), "{what}: {done:?}");
        assert_eq!(count().await, before, "{what} leaves something");
    }
    put_in(&app.app, &APPLICATION, pack(&entries)).await.expect("the tests pack well");
}

#[tokio::test]
async fn what_unpacks_into_too_much_is_refused() {
    let desk = Desk::start().await;
    let entries = unpack(&taken_out(&desk.app.app, desk.project.id).await);
    let bomb = with_value(&entries, "task_has_files", "size", json!(100_000_000));
    let bomb = pack(&with(&bomb, "files/1", &vec![0; 100_000_000]));
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    let done = put_in(&desk.app.app, &APPLICATION, bomb).await;
    let is_too_large = matches!(&done, Err(Error::Invalid(Fault::Archive(ArchiveFault::TooLarge))));
    assert!(is_too_large, "{done:?}");
}

#[tokio::test]
async fn what_names_nothing_is_left_out() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let entries = unpack(&taken_out(&desk.app.app, desk.project.id).await);
    // Ids of this installation mean nothing in it.
    let odd = with_value(&entries, "comments", "task_id", json!(999));
    let odd = with_value(&odd, "tasks", "category_id", json!(999));
    let odd = with_value(&odd, "events", "cause_id", json!(999));
    let odd = with_value(&odd, "tasks", "owner_id", json!(1));
    let project = put_in(&desk.app.app, &APPLICATION, pack(&odd)).await.unwrap();
    let tasks = desk.rpc.call("getAllTasks", json!([project])).await;
    assert_eq!((&tasks[0]["category_id"], &tasks[0]["owner_id"]), (&json!(0), &json!(0)));
}
