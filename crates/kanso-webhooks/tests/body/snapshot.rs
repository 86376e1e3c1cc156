//! The body of every event in every format.

use std::fs;
use std::iter::successors;
use std::path::{Path, PathBuf};

use kanso_core::endpoint::Format;
use kanso_core::event::{Past, Person, Snapshot};
use kanso_core::task::TaskDetails;
use kanso_domain::{Act, Event, EventName, Field, FieldChange, FieldValue, NamedChange, Slot};
use kanso_webhooks::body::{Error, body};
use kanso_webhooks::catalogue;
use serde_json::{Map, Value, json};

use crate::sample::{self, claimed, style};

#[test]
fn every_event_has_a_body_in_every_format() {
    let mut differ = Vec::new();
    for format in Format::ALL {
        let mut bodies = Map::new();
        for event in successors(Some(first()), next) {
            for name in event.names() {
                let delivery = claimed(name, event.clone(), snapshot(&event), Some("alice".to_owned()));
                let body = body(&style(format), &delivery).unwrap();
                bodies.insert(name.as_str().to_owned(), serde_json::from_str(&body).unwrap());
            }
        }
        differ.extend(compare(&format.to_string(), &Value::Object(bodies)));
    }
    assert!(
        differ.is_empty(),
        "look at these, and copy them to tests/snapshots if they are right: {differ:?}"
    );
}

#[test]
fn an_event_of_the_application_has_no_author() {
    let delivery = claimed(EventName::TaskCreate, first(), snapshot(&first()), None);
    let body: Value = serde_json::from_str(&body(&style(Format::Kanboard12), &delivery).unwrap()).unwrap();
    assert_eq!(body.get("event_author"), Some(&Value::Null));
}

#[test]
fn an_event_of_something_needs_it() {
    for format in Format::ALL {
        for event in successors(Some(first()), next) {
            for name in event.names() {
                let delivery = claimed(name, event.clone(), Snapshot::default(), None);
                assert!(matches!(body(&style(format), &delivery), Err(Error::Missing(_))), "{name:?}");
            }
        }
    }
}

#[test]
fn the_sample_in_the_manual_has_the_shape_of_what_is_sent() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = fs::read_to_string(root.join("../../docs/webhooks.md")).unwrap();
    let sample = manual.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let sent = fs::read_to_string(root.join("tests/snapshots/kanboard-2016.json")).unwrap();
    let sent: Value = serde_json::from_str(&sent).unwrap();
    let sample: Value = serde_json::from_str(sample).unwrap();
    assert_eq!(shape(&sample), shape(&sent["task.move.column"]));
}

/// The keys in their order; of what is in them, whether it is a number.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            object.iter().map(|(key, value)| format!("{key}:{} ", shape(value))).collect()
        }
        Value::Number(_) => "number".to_owned(),
        Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) => String::new(),
    }
}

pub(crate) fn first() -> Event {
    Event::TaskCreated { task: 5.into() }
}

/// The events one after the other. A new one does not compile until it has its place here.
pub(crate) fn next(event: &Event) -> Option<Event> {
    let (task, comment, subtask, link, file) = (5.into(), 7.into(), 8.into(), 9.into(), 10.into());
    Some(match event {
        Event::TaskCreated { .. } => Event::TaskUpdated { task, changes: changes() },
        Event::TaskUpdated { .. } => Event::TaskAssigned { task, from: 0.into(), to: 2.into() },
        Event::TaskAssigned { .. } => Event::TaskTagged { task, before: vec!["web".to_owned()] },
        Event::TaskTagged { .. } => Event::TaskMoved {
            task,
            from: Slot::new(1.into(), 2.into(), 4),
            to: Slot::new(2.into(), 3.into(), 1),
            moved_before: 1_795_200_000,
        },
        Event::TaskMoved { .. } => Event::TaskClosed { task },
        Event::TaskClosed { .. } => Event::TaskOpened { task },
        Event::TaskOpened { .. } => Event::TaskRemoved { task },
        Event::TaskRemoved { .. } => Event::TaskRestored { task },
        Event::TaskRestored { .. } => Event::CommentCreated { task, comment },
        Event::CommentCreated { .. } => Event::CommentUpdated { task, comment, before: "so".to_owned() },
        Event::CommentUpdated { .. } => Event::CommentRemoved { task, comment },
        Event::CommentRemoved { .. } => Event::TaskMovedToProject { task, from: 2.into(), to: 1.into() },
        Event::TaskMovedToProject { .. } => Event::SubtaskCreated { task, subtask },
        Event::SubtaskCreated { .. } => Event::SubtaskUpdated { task, subtask, changes: subtask_changes() },
        Event::SubtaskUpdated { .. } => Event::SubtaskRemoved { task, subtask },
        Event::SubtaskRemoved { .. } => Event::LinkSaved { task, link },
        Event::LinkSaved { .. } => Event::LinkRemoved { task, link },
        Event::LinkRemoved { .. } => Event::FileAdded { task, file },
        Event::FileAdded { .. } => Event::FileRemoved { task, file },
        Event::FileRemoved { .. } => managed(0)?,
        Event::Managed { subject, act, .. } => {
            let name = EventName::Managed(*subject, *act);
            managed(1 + names_of_managed().position(|known| known == name)?)?
        }
    })
}

fn names_of_managed() -> impl Iterator<Item = EventName> {
    EventName::all().filter(|name| matches!(name, EventName::Managed(..)))
}

/// The events of what is no task, by their names' order.
fn managed(at: usize) -> Option<Event> {
    let Some(EventName::Managed(subject, act)) = names_of_managed().nth(at) else { return None };
    let changes = if act == Act::Update { named_changes() } else { Vec::new() };
    Some(Event::Managed { subject, act, id: 11, changes })
}

/// A change of each kind of value.
fn named_changes() -> Vec<NamedChange> {
    let to_none = NamedChange::between("description", "so", FieldValue::Null);
    subtask_changes().into_iter().chain(to_none).collect()
}

fn subtask_changes() -> Vec<NamedChange> {
    let changes = [
        NamedChange::between("title", "Größe", "Größe/Maß"),
        NamedChange::between("user_id", 0, 2),
        NamedChange::between("time_estimated", 0.0, 2.0),
        NamedChange::between("time_spent", 0.5, 1.5),
        NamedChange::between("status", 0, 1),
        NamedChange::between("position", 1, 3),
    ];
    changes.into_iter().flatten().collect()
}

/// One change of each kind of field, to a value and to none.
fn changes() -> Vec<FieldChange> {
    let fields = [
        (Field::Title, json!("Größe/Maß")),
        (Field::DateDue, Value::Null),
        (Field::Description, Value::Null),
        (Field::CategoryId, Value::Null),
        (Field::Score, json!(3)),
        (Field::Priority, Value::Null),
        (Field::RecurrenceStatus, json!(1)),
        (Field::Reference, Value::Null),
        (Field::DateStarted, json!(1_795_100_000)),
        (Field::TimeSpent, json!(1.5)),
        (Field::TimeEstimated, json!(2.0)),
    ];
    let value = |value| serde_json::from_value(value).unwrap();
    let change = |(field, to)| FieldChange { field, from: FieldValue::Null, to: value(to) };
    fields.into_iter().map(change).collect()
}

/// A task with as little as there can be in what may be empty, so that each format shows what it makes of it.
fn task() -> TaskDetails {
    sample::task(&json!({
        "id": 5, "title": "Größe/Maß", "date_creation": 1_795_200_000, "color_id": "purple",
        "project_id": 1, "column_id": 3, "owner_id": 2, "position": 1, "is_active": 1, "score": 3,
        "creator_id": 1, "date_modification": 1_795_288_210, "date_started": 1_795_100_000,
        "time_spent": 1.5, "time_estimated": 2.0, "swimlane_id": 2, "date_moved": 1_795_288_210,
        "recurrence_status": 1, "swimlane_name": "Second", "project_name": "Demo",
        "default_swimlane": "Default swimlane", "category_name": "Maße", "column_title": "Work in progress", "column_position": 3,
        "assignee_username": "alice", "assignee_name": "Alice", "creator_username": "admin",
    }))
}

/// What the task left.
fn past(event: &Event) -> Past {
    let changes = if matches!(event, Event::TaskClosed { .. }) {
        vec![
            NamedChange::between("is_active", 1, 0),
            NamedChange::between("date_completed", FieldValue::Null, 1_795_288_210),
        ]
    } else {
        vec![
            NamedChange::between("column_id", 2, 3),
            NamedChange::between("owner_id", 1, 2),
            NamedChange::between("is_active", 0, 1),
            NamedChange::between("date_completed", 1_795_200_000, 0),
        ]
    };
    Past {
        changes: changes.into_iter().flatten().collect(),
        project: Some("Ideas".to_owned()),
        column: Some("Ready".to_owned()),
        swimlane: Some("First".to_owned()),
        category: None,
        assignee: Some(Person { id: 1.into(), username: "admin".to_owned(), name: None }),
    }
}

/// What the event is about, and nothing else.
pub(crate) fn snapshot(event: &Event) -> Snapshot {
    let mut snapshot = Snapshot {
        task: Some(Box::new(task())),
        tags: vec!["Größe".to_owned(), "print".to_owned()],
        past: Some(Box::new(past(event))),
        actor_name: Some("Alice".to_owned()),
        ..Snapshot::default()
    };
    match event {
        Event::CommentCreated { .. } | Event::CommentUpdated { .. } | Event::CommentRemoved { .. } => {
            snapshot.comment = Some(Box::new(sample::comment(&json!({
                "id": 7, "task_id": 5, "user_id": 2, "date_creation": 1_795_288_000,
                "date_modification": 1_795_288_210, "comment": "**Yes** \"so\"", "visibility": "app-user",
                "username": "alice", "name": "Alice",
            }))));
        }
        Event::SubtaskCreated { .. } | Event::SubtaskUpdated { .. } | Event::SubtaskRemoved { .. } => {
            snapshot.subtask = Some(Box::new(sample::subtask(&json!({
                "id": 8, "title": "Größe/Maß", "status": 1, "time_estimated": 2.0, "time_spent": 1.5,
                "task_id": 5, "user_id": 2, "position": 3, "username": "alice",
                "timer_start_date": 1_795_288_000,
            }))));
        }
        Event::LinkSaved { .. } | Event::LinkRemoved { .. } => {
            snapshot.task_link = Some(Box::new(sample::task_link(&json!({
                "id": 9, "opposite_task_id": 6, "task_id": 5, "link_id": 1, "label": "relates to",
            }))));
        }
        Event::FileAdded { .. } | Event::FileRemoved { .. } => {
            snapshot.file = Some(Box::new(sample::file(&json!({
                "id": 10, "name": "Maß.png", "path": "tasks/5/6f32893e467e76671965b1ec58c06a2440823752",
                "is_image": 1, "task_id": 5, "date": 1_795_288_210, "size": 4_907_308,
            }))));
        }
        Event::Managed { .. } => {
            let name = event.names().next().expect("each event has a name");
            let managed = catalogue::sample(name, 1_795_288_210).snapshot.managed;
            let project_name = Some("Demo".to_owned());
            snapshot = Snapshot { managed, project_name, ..Snapshot::default() };
        }
        Event::TaskCreated { .. }
        | Event::TaskUpdated { .. }
        | Event::TaskAssigned { .. }
        | Event::TaskTagged { .. }
        | Event::TaskMoved { .. }
        | Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
        | Event::TaskRestored { .. }
        | Event::TaskMovedToProject { .. } => {}
    }
    snapshot
}

/// On a difference, where the new text was left.
pub(crate) fn compare(name: &str, actual: &Value) -> Option<PathBuf> {
    let name = format!("{name}.json");
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(&name);
    let actual = serde_json::to_string_pretty(actual).unwrap() + "\n";
    if fs::read_to_string(stored).unwrap_or_default() == actual {
        return None;
    }
    let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&left, actual).unwrap();
    Some(left)
}
