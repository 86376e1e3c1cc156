//! Automatic actions: keeping them, and what each of them does.

mod chains;
mod effects;
mod table;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, ids, members, person};

/// The full name of an action.
fn full(rule: &str) -> String {
    format!("\\Kanboard\\Action\\{rule}")
}

async fn add(rpc: &Rpc, project: i64, event: &str, rule: &str, params: Value) -> i64 {
    rpc.call_for_id("createAction", json!([project, event, full(rule), params])).await
}

/// A project with two members and a second swimlane, a category and a second project.
struct World {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    other: Project,
    lane: i64,
    category: i64,
    eve: (i64, Rpc),
    max: i64,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
        let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
        app.execute(&[&format!("INSERT INTO categories (name, project_id) VALUES ('Bug', {})", project.id)])
            .await;
        let (category,) = app.rows::<(i64,)>("SELECT id FROM categories").await[0];
        let eve = person(&app, &project, "eve", Some("project-member")).await;
        let (max, _) = person(&app, &project, "max", Some("project-member")).await;
        Self { app, rpc, project, other, lane, category, eve, max }
    }

    async fn get(&self, task: i64) -> Value {
        self.rpc.call("getTask", json!([task])).await
    }
}

#[tokio::test]
async fn there_are_43_actions_and_11_events() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let actions = rpc.call("getAvailableActions", json!([])).await;
    assert_eq!(members(&actions).len(), 43);
    let texts: Vec<_> = members(&actions).values().filter_map(Value::as_str).collect();
    assert!(texts.is_sorted(), "{texts:?}");
    let events = rpc.call("getAvailableActionEvents", json!([])).await;
    let mut names: Vec<_> = members(&events).keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = [
        "subtask.create_update",
        "task.assignee_change",
        "task.close",
        "task.create",
        "task.create_update",
        "task.cronjob.daily",
        "task.move.column",
        "task.move.swimlane",
        "task.open",
        "task.update",
        "task_internal_link.create_update",
    ];
    assert_eq!(names, expected);
    for action in members(&actions).keys() {
        let compatible = rpc.call("getCompatibleActionEvents", json!([action])).await;
        assert!(!members(&compatible).is_empty(), "{action}");
        for (name, text) in members(&compatible) {
            assert_eq!(&events[name], text, "{action}");
        }
    }
    let both = rpc.call("getCompatibleActionEvents", json!([full("TaskAssignSpecificUser")])).await;
    assert_eq!(members(&both).len(), 2, "{both}");
    let unknown = rpc.try_call("getCompatibleActionEvents", json!([full("Nope")])).await;
    assert_eq!((unknown.status, &unknown.body["error"]["code"]), (200, &json!(0)));
}

#[tokio::test]
async fn actions_are_kept_as_they_were_given() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, empty) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let column = project.columns[3];
    let first =
        add(&rpc, project.id, "task.move.column", "TaskCloseColumn", json!({"column_id": column})).await;
    for none in [json!({}), json!([])] {
        add(&rpc, project.id, "task.create", "TaskAssignCurrentUser", none).await;
    }
    let list = rpc.call("getActions", json!([project.id])).await;
    assert_eq!(ids(&list), [first, first + 1, first + 2]);
    let expected = json!({"id": first, "project_id": project.id, "event_name": "task.move.column",
        "action_name": full("TaskCloseColumn"), "params": {"column_id": column.to_string()}});
    assert_eq!(list[0], expected);
    assert_eq!(list[1]["params"], json!([]));
    assert_eq!(rpc.call("getActions", json!([empty.id])).await, json!([]));
    assert_eq!(rpc.call("removeAction", json!([first])).await, json!(true));
    assert_eq!(rpc.call("removeAction", json!([first])).await, json!(false));
    assert_eq!(ids(&rpc.call("getActions", json!([project.id])).await), [first + 1, first + 2]);
    assert_eq!(rpc.call("removeProject", json!([project.id])).await, json!(true));
    assert_eq!(rpc.call("getActions", json!([project.id])).await, json!([]));
}

#[tokio::test]
async fn what_does_not_belong_together_is_refused() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await.id;
    let (close, color) = (full("TaskCloseColumn"), full("TaskAssignColorColumn"));
    for refused in [
        json!([project, "task.close", close, {"column_id": 4}]),
        json!([project, "task.explode", close, {"column_id": 4}]),
        json!([project, "task.move.column", color, {"column_id": 4}]),
        json!([project, "task.move.column", close, {"column_id": 4, "color_id": "red"}]),
        json!([project, "task.move.column", close, {"column_id": null}]),
        json!([project, "task.move.column", close, {"column_id": [4]}]),
        json!([project, "task.move.column", close, [4]]),
        json!([project, "task.move.column", close, {}]),
        json!([project, "task.create", full("Nope"), {}]),
        json!([project, "task.open", full("TaskOpen"), {}]),
        json!([project, "task.move.column", "TaskCloseColumn", {"column_id": 4}]),
        json!([999, "task.create", full("TaskAssignCurrentUser"), {}]),
        json!([project, "task.create", full("TaskAssignCurrentUser"), null]),
    ] {
        assert_eq!(rpc.call("createAction", refused.clone()).await, json!(false), "{refused}");
    }
    let scalar = json!([project, "task.create", full("TaskAssignCurrentUser"), "none"]);
    assert_eq!(rpc.try_call("createAction", scalar).await.body["error"]["code"], json!(-32602));
    assert_eq!(rpc.call("getActions", json!([project])).await, json!([]));
}

#[tokio::test]
async fn actions_are_for_managers_of_the_project() {
    let world = World::start().await;
    let action = add(&world.rpc, world.project.id, "task.create", "TaskAssignCurrentUser", json!({})).await;
    let (_, boss) = person(&world.app, &world.project, "boss", Some("project-manager")).await;
    let new = json!([world.project.id, "task.create", full("TaskAssignCurrentUser"), {}]);
    for (method, params) in [
        ("getActions", json!([world.project.id])),
        ("createAction", new),
        ("removeAction", json!([action])),
        ("removeAction", json!([999])),
        ("getActions", json!([world.other.id])),
        ("getActions", json!([999])),
    ] {
        assert_eq!(world.eve.1.try_call(method, params).await.status, 403, "{method}");
    }
    assert_eq!(boss.try_call("removeAction", json!([999])).await.status, 403);
    assert_eq!(boss.call("removeAction", json!([action])).await, json!(true));
    assert_eq!(members(&world.eve.1.call("getAvailableActions", json!([])).await).len(), 43);
}
