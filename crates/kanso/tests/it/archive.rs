//! Whole projects, taken out and put in again.

pub(crate) mod filled;
mod hostile;
mod people;

use std::collections::BTreeMap;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use kanso_core::archive::{ArchiveSource, export_archive, import_archive};
use kanso_core::{Actor, App, Error};
use serde_json::{Value, json};

use filled::{furnish, people};
use kanso_testkit::TestApp;

use crate::trash::Desk;

const APPLICATION: Actor = Actor::Application;

/// The entries of an archive by their names.
type Entries = Vec<(String, Vec<u8>)>;

async fn taken_out(app: &App, project: i64) -> Vec<u8> {
    let mut exported = export_archive(app, &APPLICATION, project.into()).await.expect("it is exported");
    let mut file = Vec::new();
    while let Some(part) = exported.next().await.expect("a part") {
        file.extend_from_slice(&part);
    }
    file
}

async fn put_in(app: &App, actor: &Actor, file: Vec<u8>) -> Result<i64, Error> {
    let source = ArchiveSource::Bytes(file.into());
    Ok(import_archive(app, actor, &source).await?.0.get())
}

fn unpack(file: &[u8]) -> Entries {
    let mut archive = tar::Archive::new(GzDecoder::new(file));
    let entry = |entry: std::io::Result<tar::Entry<'_, _>>| {
        let mut entry: tar::Entry<'_, GzDecoder<&[u8]>> = entry.expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its content");
        (entry.path().expect("a name").display().to_string(), content)
    };
    archive.entries().expect("entries").map(entry).collect()
}

fn pack(entries: &Entries) -> Vec<u8> {
    let mut archive = GzEncoder::new(Vec::new(), Compression::default());
    for (name, content) in entries {
        let mut header = tar::Header::new_ustar();
        // Names that climb are refused by `set_path`.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(tar::EntryType::Regular);
        header.set_size(content.len() as u64);
        header.set_cksum();
        archive.write_all(header.as_bytes()).expect("memory");
        archive.write_all(content).expect("memory");
        let padding = content.len().next_multiple_of(512) - content.len();
        archive.write_all(&vec![0; padding]).expect("memory");
    }
    archive.write_all(&[0; 1024]).expect("memory");
    archive.finish().expect("memory")
}

/// All that is in it as one document, without the time at which it was made.
fn document(file: &[u8]) -> BTreeMap<String, Value> {
    let mut document = BTreeMap::new();
    for (name, content) in unpack(file) {
        let value = match name.ends_with(".json") {
            true => serde_json::from_slice(&content).expect("JSON"),
            false => json!(content),
        };
        document.insert(name, value);
    }
    document.get_mut("archive.json").expect("a head")["exported_at"] = Value::Null;
    document
}

#[tokio::test]
async fn what_goes_out_and_comes_in_goes_out_the_same() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let first = taken_out(&desk.app.app, desk.project.id).await;
    let there = TestApp::start().await;
    people(&there).await;
    let project = put_in(&there.app, &APPLICATION, first.clone()).await.expect("it is taken");
    assert_ne!(project, desk.project.id, "the ids are others");
    let second = taken_out(&there.app, project).await;
    let (before, after) = (document(&first), document(&second));
    assert!(before.keys().eq(after.keys()), "{:?} {:?}", before.keys(), after.keys());
    for ((name, before), after) in before.iter().zip(after.values()) {
        assert_eq!(before, after, "{name}");
    }
}

#[tokio::test]
async fn every_table_of_the_document_is_in_it() {
    const DOCUMENT: &str = include_str!("../../../../docs/archive.md");
    let desk = Desk::start().await;
    furnish(&desk).await;
    let file = document(&taken_out(&desk.app.app, desk.project.id).await);
    let listed = DOCUMENT.lines().find_map(|line| line.strip_prefix("Tables: ")).expect("the tables");
    let tables: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
    assert!(tables.len() > 20, "{tables:?}");
    for table in tables {
        assert!(file.contains_key(&format!("rows/{table}/1.json")), "nothing of {table}: fill it");
    }
    let text: String = file.values().map(Value::to_string).collect();
    for secret in ["s3cret-token", "/hook/secret", "X-Secret"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn what_was_put_in_works_like_what_was_taken_out() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let there = TestApp::start().await;
    people(&there).await;
    let file = taken_out(&desk.app.app, desk.project.id).await;
    let project = put_in(&there.app, &APPLICATION, file).await.unwrap();
    let rpc = there.rpc();
    let board = rpc.call("getAllTasks", json!([project])).await;
    let whole = crate::team::entries(&board).find(|task| task["title"] == "Whole").expect("the task").clone();
    let files = rpc.call("getAllTaskFiles", json!([whole["id"]])).await;
    let content = rpc.call("downloadTaskFile", json!([files[0]["id"]])).await;
    assert_eq!(content, desk.download().await);
    let comments = rpc.call("getAllComments", json!([whole["id"]])).await;
    assert_eq!((&comments[0]["comment"], &comments[0]["username"]), (&json!("hello"), &json!("bob")));
    let counted: Vec<(i64,)> = there
        .rows(
            "SELECT COUNT(*) FROM lanes l WHERE open_tasks <> (SELECT COUNT(*) FROM tasks t \
             WHERE t.swimlane_id = l.swimlane_id AND t.column_id = l.column_id AND t.is_active = 1)",
        )
        .await;
    assert_eq!(counted, [(0,)], "the lanes are counted");
    // The rule that came along names what is here.
    let column = whole["column_id"].clone();
    let new = json!({"title": "next", "project_id": project, "column_id": column});
    let next = rpc.call_for_id("createTask", new).await;
    let next = rpc.call("getTask", json!([next])).await;
    let bob = rpc.call("getUserByName", json!(["bob"])).await;
    let columns = crate::team::ids(&rpc.call("getColumns", json!([project])).await);
    assert_eq!((&next["owner_id"], &next["column_id"]), (&bob["id"], &json!(columns[1])));
    let links = rpc.call("getAllTaskLinks", json!([whole["id"]])).await;
    assert_eq!(links[0]["label"], "blocks");
}

#[tokio::test]
async fn a_project_with_many_rows_is_whole() {
    let desk = Desk::start().await;
    let copies = "INSERT INTO tasks (title, date_creation, color_id, project_id, column_id, position, \
        date_modification, swimlane_id, date_moved) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
        WHERE i < 1800) SELECT 'copy', date_creation, color_id, project_id, column_id, i + 1, date_modification, \
        swimlane_id, date_moved FROM tasks, n WHERE title = 'Other'";
    desk.app.execute(&[copies]).await;
    let first = taken_out(&desk.app.app, desk.project.id).await;
    let again = put_in(&desk.app.app, &APPLICATION, first.clone()).await.unwrap();
    let (before, after) = (document(&first), document(&taken_out(&desk.app.app, again).await));
    assert!(before.contains_key("rows/tasks/4.json"));
    assert_eq!(before, after);
}
