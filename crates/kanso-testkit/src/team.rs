//! What most tests begin with: a project, and people with roles in it.

use crate::{Rpc, TestApp};
use kanso_core::Actor;
use kanso_core::delivery::{DeliveryFilter, list_deliveries};
use kanso_core::event::{Logged, list_events_after, list_instance_events};
use kanso_domain::{Event, EventName};
use serde_json::{Value, json};

/// A project with Kanboard's four columns and one swimlane.
pub struct Project {
    pub id: i64,
    pub columns: Vec<i64>,
    pub swimlane: i64,
}

impl Project {
    pub async fn create(rpc: &Rpc) -> Self {
        let id = rpc.call_for_id("createProject", json!({"name": "Demo Project"})).await;
        let columns = ids(&rpc.call("getColumns", json!([id])).await);
        let swimlane = ids(&rpc.call("getActiveSwimlanes", json!([id])).await)[0];
        Self { id, columns, swimlane }
    }

    /// A task at the end of the `column`th column.
    pub async fn task(&self, rpc: &Rpc, column: usize, title: &str) -> i64 {
        let new = json!({"title": title, "project_id": self.id, "column_id": self.columns[column]});
        rpc.call_for_id("createTask", new).await
    }

    /// Moves a task inside its swimlane.
    pub async fn drag(&self, rpc: &Rpc, task: i64, column: usize, position: i64) -> Value {
        let to = json!([self.id, task, self.columns[column], position, self.swimlane]);
        rpc.call("moveTaskPosition", to).await
    }

    /// The titles of the open tasks in a column, by position, with the positions.
    pub async fn column(&self, rpc: &Rpc, column: usize) -> Vec<(String, i64)> {
        let tasks = rpc.call("getAllTasks", json!([self.id])).await;
        let tasks = tasks.as_array().expect("a list").iter();
        let mut own: Vec<(String, i64)> = tasks
            .filter(|task| task["column_id"] == self.columns[column])
            .map(|task| {
                (
                    task["title"].as_str().unwrap_or_default().to_owned(),
                    task["position"].as_i64().unwrap_or(0),
                )
            })
            .collect();
        own.sort_by_key(|(_, position)| *position);
        own
    }
}

/// The names of the events of tasks, in the order in which they happened; webhooks keep it for each task alone.
pub async fn told(app: &TestApp) -> Vec<&'static str> {
    let log = app.rows::<(String,)>("SELECT event FROM events WHERE task_id > 0 ORDER BY id").await;
    let event = |(stored,): &(String,)| serde_json::from_str::<Event>(stored).expect("an event");
    log.iter().flat_map(|entry| event(entry).names().map(EventName::as_str)).collect()
}

/// The entries of a list.
pub fn entries(list: &Value) -> std::slice::Iter<'_, Value> {
    list.as_array().expect("a list").iter()
}

/// The members of an object.
pub fn members(object: &Value) -> &serde_json::Map<String, Value> {
    object.as_object().expect("an object")
}

/// The object with other members added to it, or in place of its own.
pub fn with(mut object: Value, more: &Value) -> Value {
    object.as_object_mut().expect("an object").extend(members(more).clone());
    object
}

/// A whole number.
pub fn int(value: &Value) -> i64 {
    value.as_i64().expect("a whole number")
}

/// The ids of a list of objects.
pub fn ids(list: &Value) -> Vec<i64> {
    entries(list).map(|object| int(&object["id"])).collect()
}

/// The names of all events that are on their way to the receiver, or were, in order.
pub async fn announced(app: &TestApp) -> Vec<String> {
    let mut deliveries = list_deliveries(
        &app.app,
        &Actor::Application,
        DeliveryFilter { limit: 1_000, ..DeliveryFilter::default() },
    )
    .await
    .expect("a list");
    deliveries.reverse();
    deliveries.into_iter().map(|delivery| delivery.event_name).collect()
}

/// Creates an account whose password is its name twice, and gives it a role in the project if one is named.
pub async fn person(app: &TestApp, project: &Project, name: &str, role: Option<&str>) -> (i64, Rpc) {
    let password = format!("{name}{name}");
    let id = app.rpc().call_for_id("createUser", json!({"username": name, "password": password})).await;
    if let Some(role) = role {
        assert_eq!(app.rpc().call("addProjectUser", json!([project.id, id, role])).await, json!(true));
    }
    (id, app.rpc_as(name, &password))
}

/// The latest events of a project, or of what belongs to none, oldest first.
pub async fn events(app: &TestApp, project: Option<i64>) -> Vec<Logged> {
    let (app, actor) = (&app.app, &Actor::Application);
    let listed = match project {
        Some(project) => list_events_after(app, actor, project.into(), 0.into(), 100).await,
        None => list_instance_events(app, actor, 0.into(), 100).await,
    };
    listed.expect("the log is read")
}

/// An event of what is no task: its name, its id, the changes and the row it shows.
pub fn managed(event: &Logged) -> Value {
    let stored = serde_json::to_value(&event.event).expect("an event is JSON");
    let name = event.event.names().next().expect("it has a name").as_str();
    let changes =
        entries(&stored["changes"]).map(|change| json!([change["field"], change["from"], change["to"]]));
    json!([name, stored["id"], changes.collect::<Value>(), event.snapshot.managed])
}
