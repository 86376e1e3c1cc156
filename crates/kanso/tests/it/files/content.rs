//! The content of files: it is there while a file names it, and goes afterwards, whatever crashes.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_core::file::{self, FileStore, NewFile};
use kanso_core::project::{self, NewProject};
use kanso_core::task::{self, NewTask};
use kanso_core::{Actor, App, Clock};
use kanso_testkit::{Database, Program, START};
use serde_json::{Value, json};

use super::{Office, PNG};
use crate::team::ids;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

fn stored(folder: &Path, file: &Value) -> PathBuf {
    folder.join(file["path"].as_str().expect("a path"))
}

#[tokio::test]
async fn content_goes_after_its_file() {
    let office = Office::start().await;
    let folder = office.app.files();
    let new = json!([office.project.id, office.task, "a.png", PNG]);
    let image = office.rpc.call_for_id("createTaskFile", new).await;
    let text = office.attach("b.txt", "b").await;
    let (image_row, text_row) = (office.file(image).await, office.file(text).await);
    let thumbnail = stored(&folder.join("thumbnails"), &image_row);
    assert!(thumbnail.exists());
    assert_eq!(office.rpc.call("removeTaskFile", json!([image])).await, json!(true));
    file::sweep(&office.app.app).await.unwrap();
    assert!(!stored(&folder, &image_row).exists() && !thumbnail.exists());
    assert!(stored(&folder, &text_row).exists());
    assert_eq!(office.rpc.call("removeProject", json!([office.project.id])).await, json!(true));
    file::sweep(&office.app.app).await.unwrap();
    assert!(stored(&folder, &text_row).exists(), "the project can come back");
    let (app, project) = (&office.app.app, office.project.id.into());
    project::purge_project(app, &Actor::Application, project).await.unwrap();
    file::sweep(&office.app.app).await.unwrap();
    assert!(!stored(&folder, &text_row).exists());
}

#[tokio::test]
async fn a_file_whose_content_is_lost_stays_until_its_task_goes() {
    let office = Office::start().await;
    let (lost, whole) = (office.attach("lost.txt", "a").await, office.attach("whole.txt", "b").await);
    std::fs::remove_file(stored(&office.app.files(), &office.file(lost).await)).unwrap();
    assert_eq!(office.viewer.call("downloadTaskFile", json!([lost])).await, json!(""));
    assert_eq!(office.rpc.call("removeTaskFile", json!([lost])).await, json!(false));
    assert_eq!(office.rpc.call("removeAllTaskFiles", json!([office.task])).await, json!(false));
    assert_eq!(ids(&office.list().await), [lost], "the other one is removed: {whole}");
    assert_eq!(office.rpc.call("removeTask", json!([office.task])).await, json!(true));
    file::sweep(&office.app.app).await.unwrap();
}

#[tokio::test]
async fn a_large_file_fits_through() {
    let office = Office::start().await;
    let content: Vec<u8> = (0..8_000_000u32).map(|n| n.to_le_bytes()[usize::from(n % 3 == 0)]).collect();
    let blob = STANDARD.encode(&content);
    let new = json!([office.project.id, office.task, "large.bin", blob]);
    let file = office.rpc.call_for_id("createTaskFile", new).await;
    assert_eq!(office.file(file).await["size"], json!(content.len()));
    assert!(office.rpc.call("downloadTaskFile", json!([file])).await == json!(blob));
}

/// An installation whose process dies between the removal of a file and that of its content.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_crash_left_is_deleted_at_the_next_start() {
    let database = Database::create().await;
    let folder = database.folder().join("files");
    let (who, files) = (Actor::Application, FileStore::in_folder(&folder));
    let config = kanso_db::Config::new(database.url());
    let app = App::open(config, files, Clock::manual(START), kanso_testkit::secrets()).await.unwrap();
    let new = NewProject { name: "x".to_owned(), ..NewProject::default() };
    let project = project::create_project(&app, &who, new).await.unwrap();
    let new = NewTask { project, title: "x".to_owned(), ..NewTask::default() };
    let task = task::create_task(&app, &who, new).await.unwrap();
    for name in ["gone.txt", "kept.txt"] {
        let new = NewFile { name: name.to_owned(), content: name.as_bytes().to_vec() };
        file::add_task_file(&app, &who, project, task, new).await.unwrap();
    }
    let listed = file::list_task_files(&app, &who, task).await.unwrap();
    let [gone, kept] = [0, 1].map(|n| folder.join(&listed[n].path));
    file::remove_task_file(&app, &who, listed[0].id).await.unwrap();
    app.close().await;
    assert!(gone.exists(), "nobody swept");

    let program = Program::serve(PROGRAM, &database).await;
    while gone.exists() {
        tokio::task::yield_now().await;
    }
    assert!(kept.exists());
    program.kill().await;
}
