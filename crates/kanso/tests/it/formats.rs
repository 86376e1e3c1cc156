//! Kanso's own formats: what a receiver hears of what people do.

#![expect(clippy::panic, reason = "a helper of tests fails the test with what it saw")]

use std::cell::Cell;
use std::time::Duration;

use kanso_core::Actor;
use kanso_core::endpoint::{Format, NewEndpoint, create_endpoint};
use kanso_testkit::{ADMIN_PASSWORD, Received, Receiver, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::Project;

/// A board with a receiver in a format, and what is needed to work on it.
struct Work {
    app: TestApp,
    receiver: Receiver,
    admin: Rpc,
    project: Project,
    /// How many requests were looked at.
    seen: Cell<usize>,
}

impl Work {
    async fn begin(format: Format, template: &str) -> Self {
        let app = TestApp::start().await;
        let receiver = Receiver::start().await;
        let (admin, project) = (app.rpc_as("admin", ADMIN_PASSWORD), Project::create(&app.rpc()).await);
        app.rpc().call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
        admin.call("updateUser", json!({"id": 1, "name": "Ada"})).await;
        let new = NewEndpoint {
            name: "Test".to_owned(),
            url: receiver.url(),
            format,
            template: template.to_owned(),
            ..NewEndpoint::default()
        };
        create_endpoint(&app.app, &Actor::Application, new).await.expect("it is accepted");
        app.settle().await;
        let seen = Cell::new(receiver.received().len());
        Self { app, receiver, admin, project, seen }
    }

    /// What came since the last time, in the order in which it happened: events that are not of one task may
    /// overtake each other.
    async fn heard(&self) -> Vec<Value> {
        self.app.settle().await;
        let received = self.receiver.received();
        let new = received.iter().skip(self.seen.replace(received.len()));
        let mut bodies: Vec<Value> = new.map(|received| received.body.clone()).collect();
        bodies.sort_by_key(|body| {
            let id = body["id"].as_str().unwrap_or_default().to_owned();
            (id.split('_').nth(1).and_then(|number| number.parse::<i64>().ok()), id)
        });
        bodies
    }

    /// The one event that an act led to.
    async fn hear(&self, name: &str) -> Value {
        let heard = self.heard().await;
        let [body] = heard.as_slice() else { panic!("{name}: {heard:#?}") };
        assert_eq!(body["type"], name, "{body:#}");
        body.clone()
    }
}

#[tokio::test]
async fn a_new_task_is_told_with_names_times_tags_and_who_made_it() {
    let work = Work::begin(Format::Standard, "").await;
    let id = work.project.id;
    let new = json!({"title": "Print", "project_id": id, "owner_id": 1, "date_due": "2026-12-24 10:00",
        "column_id": work.project.columns[1], "priority": 2, "tags": ["paper"]});
    let task = work.admin.call_for_id("createTask", new).await;

    let heard = work.heard().await;
    let [tag, created] = heard.as_slice() else { panic!("{heard:#?}") };
    assert_eq!((&tag["type"], &tag["data"]["tag"]["name"]), (&json!("tag.create"), &json!("paper")));
    assert_eq!(tag["project"], json!({"id": id, "name": "Demo Project"}));
    assert_eq!(created["type"], "task.create");
    assert_eq!(created["timestamp"], "2026-09-21T14:13:20Z");
    assert_eq!(created["actor"], json!({"id": 1, "username": "admin", "name": "Ada"}));
    assert_eq!(created["project"], json!({"id": id, "name": "Demo Project"}));
    assert_eq!((&created["cause"], &created["depth"]), (&Value::Null, &json!(0)));
    let told = &created["data"]["task"];
    assert_eq!(told["url"], format!("http://localhost/task/{task}"));
    assert_eq!(told["column"], json!({"id": work.project.columns[1], "name": "Ready"}));
    assert_eq!(told["assignee"], json!({"id": 1, "username": "admin", "name": "Ada"}));
    assert_eq!(told["due_at"], "2026-12-24T10:00:00Z");
    assert_eq!((&told["tags"], &told["priority"]), (&json!(["paper"]), &json!(2)));
    assert_eq!((&told["category"], &told["completed_at"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn an_update_is_told_with_both_ends_of_each_field_by_name() {
    let work = Work::begin(Format::Standard, "").await;
    let task = work.project.task(&work.admin, 0, "Print").await;
    let category = work.admin.call_for_id("createCategory", json!([work.project.id, "Paper"])).await;
    work.admin.call("updateTask", json!({"id": task, "category_id": category, "owner_id": 1})).await;
    work.heard().await;

    let update = json!({"id": task, "title": "Print it", "category_id": 0, "date_due": "2026-12-24 10:00"});
    work.admin.call("updateTask", update).await;
    let changes = &work.hear("task.update").await["data"]["changes"];
    let category = json!({"id": category, "name": "Paper"});
    let due = json!({"from": null, "to": "2026-12-24T10:00:00Z"});
    assert_eq!(
        changes,
        &json!({"title": {"from": "Print", "to": "Print it"}, "category": {"from": category, "to": null}, "due_at": due})
    );

    work.admin.call("updateTask", json!({"id": task, "owner_id": 0})).await;
    let changes = &work.hear("task.assignee_change").await["data"]["changes"];
    let ada = json!({"id": 1, "username": "admin", "name": "Ada"});
    assert_eq!(changes, &json!({"assignee": {"from": ada, "to": null}}));
}

#[tokio::test]
async fn a_move_names_the_column_and_the_swimlane_that_were_left() {
    let work = Work::begin(Format::Standard, "").await;
    let (project, columns) = (work.project.id, &work.project.columns);
    let task = work.project.task(&work.admin, 0, "Print").await;
    let lane = work.admin.call_for_id("addSwimlane", json!([project, "Later"])).await;
    work.heard().await;

    work.app.clock.advance(Duration::from_secs(10));
    work.admin.call("moveTaskPosition", json!([project, task, columns[1], 1, lane])).await;
    let heard = work.heard().await;
    let [first, second] = heard.as_slice() else { panic!("{heard:#?}") };
    assert_eq!((&first["type"], &second["type"]), (&json!("task.move.swimlane"), &json!("task.move.column")));
    assert_eq!(second["id"], format!("{}-2", first["id"].as_str().unwrap()));
    let changes = &second["data"]["changes"];
    let from = json!({"id": columns[0], "name": "Backlog"});
    assert_eq!(changes["column"], json!({"from": from, "to": {"id": columns[1], "name": "Ready"}}));
    assert_eq!(changes["swimlane"]["from"]["name"], "Default swimlane");
    assert_eq!(changes["swimlane"]["to"], json!({"id": lane, "name": "Later"}));
    assert_eq!(changes["moved_at"]["to"], "2026-09-21T14:13:30Z");
    assert_eq!(second["data"]["task"]["column"]["name"], "Ready");

    let to = Project::create(&work.app.rpc()).await;
    work.heard().await;
    work.app.rpc().call("moveTaskToProject", json!([task, to.id])).await;
    let moved = work.hear("task.move.project").await;
    let changes = &moved["data"]["changes"];
    assert_eq!(changes["project"]["from"], json!({"id": project, "name": "Demo Project"}));
    assert_eq!(changes["project"]["to"]["id"], json!(to.id));
    assert_eq!(changes["swimlane"]["from"], json!({"id": lane, "name": "Later"}));
    assert_eq!((&moved["actor"], &moved["project"]["id"]), (&Value::Null, &json!(to.id)));
}

#[tokio::test]
async fn closing_and_opening_are_told_with_both_ends() {
    let work = Work::begin(Format::Standard, "").await;
    let task = work.project.task(&work.admin, 0, "Print").await;
    work.heard().await;
    work.admin.call("closeTask", json!([task])).await;
    let closed = json!({"is_active": {"from": true, "to": false},
        "completed_at": {"from": null, "to": "2026-09-21T14:13:20Z"}});
    assert_eq!(work.hear("task.close").await["data"]["changes"], closed);
    work.admin.call("openTask", json!([task])).await;
    let opened = json!({"is_active": {"from": false, "to": true},
        "completed_at": {"from": "2026-09-21T14:13:20Z", "to": null}});
    assert_eq!(work.hear("task.open").await["data"]["changes"], opened);
}

#[tokio::test]
async fn comments_and_subtasks_are_told_with_their_task() {
    let work = Work::begin(Format::Standard, "").await;
    let task = work.project.task(&work.admin, 0, "Print").await;
    work.heard().await;
    let comment = work.admin.call_for_id("createComment", json!([task, 1, "Which paper?"])).await;
    let created = work.hear("comment.create").await;
    assert_eq!(created["data"]["comment"]["text"], "Which paper?");
    assert_eq!(created["data"]["comment"]["author"]["name"], "Ada");
    assert_eq!(created["data"]["task"]["id"], json!(task));
    work.admin.call("updateComment", json!([comment, "Which ink?"])).await;
    let changes = &work.hear("comment.update").await["data"]["changes"];
    assert_eq!(changes, &json!({"text": {"from": "Which paper?", "to": "Which ink?"}}));

    let subtask = work.admin.call_for_id("createSubtask", json!([task, "Order", 1])).await;
    assert_eq!(work.hear("subtask.create").await["data"]["subtask"]["status"], "todo");
    let update = json!({"id": subtask, "task_id": task, "status": 2, "user_id": 0});
    work.admin.call("updateSubtask", update).await;
    let changes = &work.hear("subtask.update").await["data"]["changes"];
    let ada = json!({"id": 1, "username": "admin", "name": "Ada"});
    let status = json!({"from": "todo", "to": "done"});
    assert_eq!(changes, &json!({"status": status, "assignee": {"from": ada, "to": null}}));
}

#[tokio::test]
async fn what_an_automatic_action_does_names_the_event_that_led_to_it() {
    let work = Work::begin(Format::Standard, "").await;
    let (project, columns) = (work.project.id, &work.project.columns);
    let params = json!({"column_id": columns[3].to_string()});
    work.app
        .rpc()
        .call_for_id(
            "createAction",
            json!([project, "task.move.column", "\\Kanboard\\Action\\TaskCloseColumn", params]),
        )
        .await;
    let task = work.project.task(&work.admin, 0, "Print").await;
    work.heard().await;
    work.project.drag(&work.admin, task, 3, 1).await;
    let heard = work.heard().await;
    let [moved, closed] = heard.as_slice() else { panic!("{heard:#?}") };
    assert_eq!((&moved["type"], &closed["type"]), (&json!("task.move.column"), &json!("task.close")));
    assert_eq!((&closed["cause"], &closed["depth"]), (&moved["id"], &json!(1)));
}

#[tokio::test]
async fn a_cloudevent_has_its_envelope_and_media_type() {
    let work = Work::begin(Format::CloudEvents, "").await;
    let task = work.project.task(&work.admin, 0, "Print").await;
    work.app.settle().await;
    let received = work.receiver.received();
    let is_new_task = |webhook: &&Received| webhook.body["type"] == "app.kanso.task.create";
    let webhook = received.iter().find(is_new_task).expect("it was told");
    let event = &webhook.body;
    assert_eq!(webhook.header("webhook-id"), event["id"].as_str());
    assert_eq!((&event["specversion"], &event["type"]), (&json!("1.0"), &json!("app.kanso.task.create")));
    assert_eq!(event["source"], "http://localhost/");
    assert_eq!(event["subject"], format!("task/{task}"));
    assert_eq!(event["data"]["task"]["title"], "Print");
    assert_eq!(event["data"]["actor"]["username"], "admin");
}

#[tokio::test]
async fn a_template_makes_the_body() {
    let template = r#"{"say": "{{ actor.name }}: {{ data.task.title }} ({{ type }})"}"#;
    let work = Work::begin(Format::Template, template).await;
    work.project.task(&work.admin, 0, "Print \"it\"").await;
    assert_eq!(work.heard().await, [json!({"say": "Ada: Print \"it\" (task.create)"})]);
}
