//! Tasks: reading, closing, opening and removing them, and which are overdue.

mod create;
mod dates;
mod update;

use std::time::Duration;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, ids, int, members, person};

async fn get(rpc: &Rpc, task: i64) -> Value {
    rpc.call("getTask", json!([task])).await
}

/// Fails unless the object has these values; others do not matter.
fn assert_has(object: &Value, expected: &Value) {
    for (key, value) in members(expected) {
        assert_eq!(&object[key], value, "{key} in {object}");
    }
}

#[tokio::test]
async fn an_unknown_task_is_null_or_false_for_the_application() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    Project::create(&rpc).await;
    assert_eq!(rpc.call("getTask", json!([999])).await, json!(null));
    assert_eq!(rpc.call("getTask", json!(["many"])).await, json!(null));
    for method in ["openTask", "closeTask", "removeTask"] {
        assert_eq!(rpc.call(method, json!([999])).await, json!(false), "{method}");
    }
    assert_eq!(rpc.call("updateTask", json!({"id": 999, "title": "Ghost"})).await, json!(false));
    for (method, params) in [
        ("getAllTasks", json!([999])),
        ("getOverdueTasksByProject", json!([999])),
        ("getOverdueTasks", json!([])),
        ("getBoard", json!([999])),
    ] {
        assert_eq!(rpc.call(method, params).await, json!([]), "{method}");
    }
}

#[tokio::test]
async fn a_task_is_found_by_its_exact_reference() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let mut tasks = Vec::new();
    for (project, reference) in
        [(other.id, "WEB-1"), (project.id, "WEB-1"), (project.id, "WEB-1"), (project.id, "")]
    {
        let new = json!({"title": "x", "project_id": project, "reference": reference});
        tasks.push(rpc.call_for_id("createTask", new).await);
    }
    let found = rpc.call("getTaskByReference", json!([project.id, "WEB-1"])).await;
    assert_eq!(found, get(&rpc, tasks[1]).await, "the first one of the project, the same object as by id");
    for reference in ["WEB", "web-1", "WEB-1 ", "NOPE"] {
        let found = rpc.call("getTaskByReference", json!([project.id, reference])).await;
        assert_eq!(found, json!(null), "{reference}");
    }
    assert_eq!(rpc.call("getTaskByReference", json!([999, "WEB-1"])).await, json!(null));
}

#[tokio::test]
async fn tasks_are_listed_by_status_and_sorted_by_id() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let mut tasks = Vec::new();
    for column in [3, 0, 1, 0] {
        tasks.push(project.task(&rpc, column, "x").await);
    }
    project.drag(&rpc, tasks[3], 0, 1).await;
    rpc.call("closeTask", json!([tasks[1]])).await;
    let open = rpc.call("getAllTasks", json!([project.id])).await;
    assert_eq!(ids(&open), [tasks[0], tasks[2], tasks[3]]);
    assert_eq!(open[0], get(&rpc, tasks[0]).await, "the same object as alone");
    assert_eq!(ids(&rpc.call("getAllTasks", json!([project.id, 0])).await), [tasks[1]]);
    for status in [2, -1] {
        assert_eq!(rpc.call("getAllTasks", json!([project.id, status])).await, json!([]));
    }
}

#[tokio::test]
async fn closing_and_opening_set_the_dates_and_keep_the_place() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let receiver = app.receiver().await;
    project.task(&rpc, 1, "first").await;
    let task = project.task(&rpc, 1, "second").await;
    let mut expected = get(&rpc, task).await;
    let mut now = int(&expected["date_creation"]);
    assert_eq!(expected["date_completed"], json!(null));
    for method in ["closeTask", "closeTask", "openTask", "openTask", "closeTask"] {
        app.clock.advance(Duration::from_secs(60));
        now += 60;
        assert_eq!(rpc.call(method, json!([task])).await, json!(true));
        let closes = method == "closeTask";
        expected["is_active"] = json!(i64::from(!closes));
        expected["date_completed"] = json!(if closes { now } else { 0 });
        expected["date_modification"] = json!(now);
        assert_eq!(get(&rpc, task).await, expected, "{method}");
    }
    app.settle().await;
    let expected = ["task.create", "task.close", "task.close", "task.open", "task.open", "task.close"];
    let received = receiver.received();
    let own = received.iter().filter(|webhook| webhook.body["event_data"]["task"]["title"] == "second");
    assert!(own.map(kanso_testkit::Received::event_name).eq(expected));
}

#[tokio::test]
async fn a_removed_task_is_gone_with_its_comments_and_leaves_a_gap() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let mut tasks = Vec::new();
    for title in ["A", "B", "C"] {
        tasks.push(project.task(&rpc, 0, title).await);
    }
    let comment = rpc.call_for_id("createComment", json!([tasks[1], 0, "goes with it"])).await;
    assert_eq!(rpc.call("removeTask", json!([tasks[1]])).await, json!(true));
    assert_eq!(get(&rpc, tasks[1]).await, json!(null));
    assert_eq!(rpc.call("getComment", json!([comment])).await, json!(null));
    assert_eq!(rpc.call("getAllComments", json!([tasks[1]])).await, json!([]));
    assert_eq!(rpc.call("removeTask", json!([tasks[1]])).await, json!(false));
    assert_eq!(project.column(&rpc, 0).await, [("A".to_owned(), 1), ("C".to_owned(), 3)]);
}

#[tokio::test]
async fn a_task_is_overdue_while_it_is_open_in_an_active_project() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, disabled) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    let mut tasks = Vec::new();
    for (in_project, due, owner) in [
        (&project, "2020-01-15 08:30", 0),
        (&project, "2020-01-15 08:30", 0),
        (&disabled, "2020-01-15 08:30", 0),
        (&project, "", 0),
        (&project, "2026-09-21", eve),
        (&project, "2026-09-21 14:14", eve),
    ] {
        let new = json!({"title": "Launch", "project_id": in_project.id, "date_due": due, "owner_id": owner});
        tasks.push(rpc.call_for_id("createTask", new).await);
    }
    rpc.call("closeTask", json!([tasks[1]])).await;
    assert_eq!(ids(&rpc.call("getOverdueTasks", json!([])).await), [tasks[0], tasks[2], tasks[4]]);
    rpc.call("disableProject", json!([disabled.id])).await;
    assert_eq!(ids(&rpc.call("getOverdueTasks", json!([])).await), [tasks[0], tasks[4]]);
    assert_eq!(rpc.call("getOverdueTasksByProject", json!([disabled.id])).await, json!([]));
    assert_eq!(ids(&rpc.call("getOverdueTasksByProject", json!([project.id])).await), [tasks[0], tasks[4]]);
    let mine = eves_rpc.call("getMyOverdueTasks", json!([])).await;
    insta::assert_json_snapshot!(mine, @r#"
    [
      {
        "id": 5,
        "title": "Launch",
        "date_due": 1790000000,
        "project_id": 1,
        "creator_id": 0,
        "owner_id": 2,
        "project_name": "Demo Project",
        "assignee_username": "eve",
        "assignee_name": ""
      }
    ]
    "#);
    app.clock.advance(Duration::from_secs(40));
    assert_eq!(ids(&eves_rpc.call("getMyOverdueTasks", json!([])).await), [tasks[4], tasks[5]]);
}
