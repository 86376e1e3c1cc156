//! Files of tasks: attaching, reading, removing, and what becomes of their content.

mod content;
mod pages;
mod projects;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_core::Actor;
use kanso_core::event::list_task_events;
use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, announced, entries, ids, person};

/// One red point.
const PNG: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const CREATE: &str = "task.file.create";
const DESTROY: &str = "task.file.destroy";

/// A project with a task, and somebody in each role.
struct Office {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    task: i64,
    bob: (i64, Rpc),
    viewer: Rpc,
    outsider: Rpc,
}

impl Office {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let task = project.task(&rpc, 0, "x").await;
        let bob = person(&app, &project, "bob", Some("project-member")).await;
        let (_, viewer) = person(&app, &project, "vera", Some("project-viewer")).await;
        let (_, outsider) = person(&app, &project, "oskar", None).await;
        Self { app, rpc, project, task, bob, viewer, outsider }
    }

    async fn attach(&self, name: &str, content: &str) -> i64 {
        let new = json!([self.project.id, self.task, name, STANDARD.encode(content)]);
        self.rpc.call_for_id("createTaskFile", new).await
    }

    async fn file(&self, id: i64) -> Value {
        self.rpc.call("getTaskFile", json!([id])).await
    }

    async fn list(&self) -> Value {
        self.rpc.call("getAllTaskFiles", json!([self.task])).await
    }
}

/// The path of a file, and the file with what differs from run to run hidden.
fn without_path(mut file: Value) -> (String, Value) {
    let path = file["path"].as_str().unwrap_or_default().to_owned();
    let (folder, name) = path.rsplit_once('/').expect("a folder");
    assert!(name.len() == 40 && name.bytes().all(|c| c.is_ascii_hexdigit()), "{path}");
    assert_eq!(file["etag"].as_str().map(str::len), Some(32), "{file}");
    file["path"] = json!(format!("{folder}/…"));
    file["etag"] = json!("…");
    (path, file)
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_attached() {
    let office = Office::start().await;
    let (_, bob) = &office.bob;
    let new = json!({"project_id": office.project.id, "task_id": office.task, "filename": "notes.txt",
        "blob": "SGVsbG8gZnJvbSBLYW5zbwo="});
    let notes = bob.call_for_id("createTaskFile", new).await;
    let mockup =
        bob.call_for_id("createTaskFile", json!([office.project.id, office.task, "mockup.PNG", PNG])).await;
    assert_eq!(bob.call("downloadTaskFile", json!([notes])).await, json!("SGVsbG8gZnJvbSBLYW5zbwo="));
    assert_eq!(office.viewer.call("downloadTaskFile", json!([mockup])).await, json!(PNG));
    let (path, file) = without_path(office.file(notes).await);
    assert!(office.app.files().join(path).exists());
    insta::assert_json_snapshot!(file, @r#"
    {
      "id": 1,
      "name": "notes.txt",
      "path": "tasks/1/…",
      "is_image": 0,
      "task_id": 1,
      "date": 1790000000,
      "user_id": 2,
      "size": 17,
      "etag": "…"
    }
    "#);
    let list = office.list().await;
    assert_eq!(ids(&list), [mockup, notes], "by name");
    insta::assert_json_snapshot!(without_path(list[0].clone()).1, @r#"
    {
      "id": 2,
      "name": "mockup.PNG",
      "path": "tasks/1/…",
      "is_image": 1,
      "task_id": 1,
      "date": 1790000000,
      "user_id": 2,
      "size": 70,
      "username": "bob",
      "user_name": "",
      "etag": "…"
    }
    "#);
}

#[tokio::test]
async fn the_etag_is_md5_of_the_path() {
    let office = Office::start().await;
    let file = office.file(office.attach("a", "a").await).await;
    // The MD5 of the sample in Kanboard's answers.
    assert_eq!(
        kanso_core::file::etag("tasks/1/f905f480d76e92b15964d7b88ef5d182e5c42b79"),
        "33deb12b348b65d3a29f265a1109812d"
    );
    assert_eq!(file["etag"], json!(kanso_core::file::etag(file["path"].as_str().unwrap())));
}

#[tokio::test]
async fn names_are_shown_as_given_and_cut_at_255_bytes() {
    let office = Office::start().await;
    let long = "é".repeat(200);
    for (given, shown) in [("", ""), ("../../etc/passwd", "../../etc/passwd"), (&long, &long[..254])] {
        let file = office.file(office.attach(given, "x").await).await;
        assert_eq!(file["name"], json!(shown));
        assert!(without_path(file).0.starts_with("tasks/1/"));
    }
    for name in ["b", "A", "a", "B"] {
        office.attach(name, "x").await;
    }
    let list = office.list().await;
    let names: Vec<_> = entries(&list).map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names[2..6], ["A", "a", "b", "B"], "whatever their case, then by id");
}

#[tokio::test]
async fn what_is_not_valid_is_refused_with_false() {
    let office = Office::start().await;
    let other = Project::create(&office.rpc).await;
    let (_, bob) = &office.bob;
    office.rpc.call("addProjectUser", json!([other.id, office.bob.0, "project-member"])).await;
    for rpc in [&office.rpc, bob] {
        for refused in [
            json!([office.project.id, office.task, "empty.txt", ""]),
            json!([office.project.id, office.task, "empty.txt", "!"]),
            json!([office.project.id, office.task, "empty.txt", null]),
            json!([other.id, office.task, "notes.txt", "SGVsbG8="]),
            json!([office.project.id, 999, "notes.txt", "SGVsbG8="]),
        ] {
            assert_eq!(rpc.call("createTaskFile", refused.clone()).await, json!(false), "{refused}");
        }
    }
    assert_eq!(office.list().await, json!([]));
    assert!(!office.app.files().join("tasks").exists(), "nothing was stored");
    for (method, params, answer) in [
        ("createTaskFile", json!([999, office.task, "a", "SGVsbG8="]), json!(false)),
        ("getTaskFile", json!([999]), json!(null)),
        ("getAllTaskFiles", json!([999]), json!([])),
        ("downloadTaskFile", json!([999]), json!("")),
        ("removeTaskFile", json!([999]), json!(false)),
        ("removeAllTaskFiles", json!([999]), json!(false)),
        ("removeAllTaskFiles", json!([office.task]), json!(true)),
    ] {
        assert_eq!(office.rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
}

#[tokio::test]
async fn roles_say_who_attaches_and_who_reads() {
    let office = Office::start().await;
    let file = office.attach("a.txt", "a").await;
    let new = json!([office.project.id, office.task, "b.txt", "SGVsbG8="]);
    for (method, params) in [
        ("createTaskFile", new),
        ("removeTaskFile", json!([file])),
        ("removeAllTaskFiles", json!([office.task])),
    ] {
        for rpc in [&office.viewer, &office.outsider] {
            assert_eq!(rpc.try_call(method, params.clone()).await.status, 403, "{method}");
        }
    }
    let reads = [("getTaskFile", file), ("downloadTaskFile", file), ("getAllTaskFiles", office.task)];
    for (method, id) in reads {
        assert_eq!(office.viewer.try_call(method, json!([id])).await.status, 200, "{method}");
        for id in [id, 999] {
            assert_eq!(office.outsider.try_call(method, json!([id])).await.status, 403, "{method} {id}");
        }
    }
    assert_eq!(ids(&office.list().await), [file]);
}

#[tokio::test]
async fn each_act_on_a_file_is_an_event_and_touches_no_date() {
    let office = Office::start().await;
    let _receiver = office.app.receiver().await;
    let task = office.rpc.call("getTask", json!([office.task])).await;
    let project = office.rpc.call("getProjectById", json!([office.project.id])).await;
    office.app.clock.advance(Duration::from_secs(60));
    let first = office.attach("a.txt", "a").await;
    office.attach("b.txt", "b").await;
    office.attach("c.txt", "c").await;
    office.rpc.call("createTaskFile", json!([office.project.id, office.task, "d.txt", ""])).await;
    let seen = office.file(first).await;
    office.rpc.call("removeTaskFile", json!([first])).await;
    office.rpc.call("removeTaskFile", json!([first])).await;
    office.rpc.call("removeAllTaskFiles", json!([office.task])).await;
    assert_eq!(announced(&office.app).await, [CREATE, CREATE, CREATE, DESTROY, DESTROY, DESTROY]);
    assert_eq!(office.rpc.call("getTask", json!([office.task])).await, task);
    assert_eq!(office.rpc.call("getProjectById", json!([office.project.id])).await, project);
    let log = list_task_events(&office.app.app, &Actor::Application, office.task.into(), 3).await.unwrap();
    let file = log[2].snapshot.file.as_deref().expect("the file as it was");
    assert_eq!((json!(file.id), json!(file.path)), (json!(first), seen["path"].clone()));
}

#[tokio::test]
async fn files_that_go_with_their_task_or_project_are_told() {
    let office = Office::start().await;
    let _receiver = office.app.receiver().await;
    office.attach("a.txt", "a").await;
    assert_eq!(office.rpc.call("removeTask", json!([office.task])).await, json!(true));
    // Kanboard does not tell that a task or project was deleted.
    assert_eq!(announced(&office.app).await, [CREATE, DESTROY]);
    let task = office.project.task(&office.rpc, 0, "y").await;
    for name in ["b.txt", "c.txt"] {
        let new = json!([office.project.id, task, name, "SGVsbG8="]);
        office.rpc.call_for_id("createTaskFile", new).await;
    }
    office.rpc.call_for_id("createProjectFile", json!([office.project.id, "d.txt", "SGVsbG8="])).await;
    assert_eq!(office.rpc.call("removeProject", json!([office.project.id])).await, json!(true));
    assert_eq!(announced(&office.app).await[2..], ["task.create", CREATE, CREATE, DESTROY, DESTROY]);
}
