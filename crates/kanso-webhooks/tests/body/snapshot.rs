//! The body of every event in every format.

use std::fs;
use std::iter::successors;
use std::path::{Path, PathBuf};

use kanso_core::comment::CommentDetails;
use kanso_core::endpoint::Format;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, Field, FieldChange, FieldValue, Slot};
use kanso_webhooks::body::{Error, body};
use serde_json::{Map, Value, json};

use crate::sample::{self, claimed};

#[test]
fn every_event_has_a_body_in_every_format() {
    let mut differ = Vec::new();
    for format in Format::ALL {
        let mut bodies = Map::new();
        for event in successors(Some(first()), next) {
            for name in event.names() {
                let delivery =
                    claimed(*name, event.clone(), task(), comment(&event), Some("alice".to_owned()));
                let body = body(format, &delivery).unwrap();
                bodies.insert(name.as_str().to_owned(), serde_json::from_str(&body).unwrap());
            }
        }
        differ.extend(compare(format, &Value::Object(bodies)));
    }
    assert!(
        differ.is_empty(),
        "look at these, and copy them to tests/snapshots if they are right: {differ:?}"
    );
}

#[test]
fn an_event_of_the_application_has_no_author() {
    let delivery = claimed(first().names()[0], first(), task(), None, None);
    let body: Value = serde_json::from_str(&body(Format::Kanboard12, &delivery).unwrap()).unwrap();
    assert_eq!(body.get("event_author"), Some(&Value::Null));
}

#[test]
fn an_event_of_a_comment_needs_its_comment() {
    let event = Event::CommentCreated { task: 5.into(), comment: 7.into() };
    for format in Format::ALL {
        let delivery = claimed(event.names()[0], event.clone(), task(), None, None);
        assert!(matches!(body(format, &delivery), Err(Error::NoComment)));
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

fn first() -> Event {
    Event::TaskCreated { task: 5.into() }
}

/// The events one after the other. A new one does not compile until it has its place here.
fn next(event: &Event) -> Option<Event> {
    let (task, comment) = (5.into(), 7.into());
    Some(match event {
        Event::TaskCreated { .. } => Event::TaskUpdated { task, changes: changes() },
        Event::TaskUpdated { .. } => Event::TaskAssigned { task, from: 0.into(), to: 2.into() },
        Event::TaskAssigned { .. } => Event::TaskMoved {
            task,
            from: Slot::new(1.into(), 2.into(), 4),
            to: Slot::new(2.into(), 3.into(), 1),
            moved_before: 1_795_200_000,
        },
        Event::TaskMoved { .. } => Event::TaskClosed { task },
        Event::TaskClosed { .. } => Event::TaskOpened { task },
        Event::TaskOpened { .. } => Event::TaskRemoved { task },
        Event::TaskRemoved { .. } => Event::CommentCreated { task, comment },
        Event::CommentCreated { .. } => Event::CommentUpdated { task, comment, before: "so".to_owned() },
        Event::CommentUpdated { .. } => Event::CommentRemoved { task, comment },
        Event::CommentRemoved { .. } => return None,
    })
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
        "default_swimlane": "Default swimlane", "column_title": "Work in progress", "column_position": 3,
        "assignee_username": "alice", "assignee_name": "Alice", "creator_username": "admin",
    }))
}

fn comment(event: &Event) -> Option<CommentDetails> {
    let is_comment = event.names()[0].as_str().starts_with("comment.");
    is_comment.then(|| {
        sample::comment(&json!({
            "id": 7, "task_id": 5, "user_id": 2, "date_creation": 1_795_288_000,
            "date_modification": 1_795_288_210, "comment": "**Yes** \"so\"", "visibility": "app-user",
            "username": "alice", "name": "Alice",
        }))
    })
}

/// On a difference, where the new text was left.
fn compare(format: Format, actual: &Value) -> Option<PathBuf> {
    let name = format!("{format}.json");
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(&name);
    let actual = serde_json::to_string_pretty(actual).unwrap() + "\n";
    if fs::read_to_string(stored).unwrap_or_default() == actual {
        return None;
    }
    let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&left, actual).unwrap();
    Some(left)
}
