//! Bodies that Kanboard sent: built again from their values, ours must have the same keys in the same order,
//! and the same values of the same types.

use std::fs;
use std::path::{Path, PathBuf};

use kanso_core::endpoint::Format;
use kanso_core::event::Snapshot;
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue, NamedChange, Slot, TaskId};
use kanso_webhooks::body::body;
use serde_json::Value;

use crate::sample::{claimed, comment, file, maybe_number, number, style, subtask, task, task_link, text};

#[test]
fn bodies_equal_those_of_2015() {
    assert_eq!(compare(Format::Kanboard2015), 11);
}

#[test]
fn bodies_equal_those_of_2016() {
    assert_eq!(compare(Format::Kanboard2016), 14);
}

#[test]
fn bodies_equal_those_of_1_2() {
    assert_eq!(compare(Format::Kanboard12), 19);
}

/// Compares with all golden bodies, and answers how many there were.
fn compare(format: Format) -> usize {
    let mut compared = 0;
    for path in files(format) {
        let golden: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let ours: Value = serde_json::from_str(&again(format, &golden)).unwrap();
        // Values keep their order when read, so the texts are equal only if the keys' order is.
        let [ours, expected] = [ours, golden].map(|value| serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(ours, expected, "{}", path.display());
        compared += 1;
    }
    compared
}

fn files(format: Format) -> impl Iterator<Item = PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format.as_str());
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}

fn again(format: Format, golden: &Value) -> String {
    let (name, data) = (name(&golden["event_name"]), &golden["event_data"]);
    let nested = |key| data.get(key).filter(|value: &&Value| value.is_object()).unwrap_or(data);
    let snapshot = Snapshot {
        task: Some(Box::new(task(nested("task")))),
        comment: Some(Box::new(comment(nested("comment")))),
        subtask: Some(Box::new(subtask(nested("subtask")))),
        task_link: Some(Box::new(task_link(nested("task_link")))),
        file: Some(Box::new(file(nested("file")))),
        ..Snapshot::default()
    };
    let actor = golden.get("event_author").and_then(Value::as_str).map(str::to_owned);
    body(&style(format), &claimed(name, event(name, data), snapshot, actor)).unwrap()
}

fn name(name: &Value) -> EventName {
    match name.as_str().unwrap() {
        "file.create" => EventName::FileCreate,
        name => EventName::parse(name).unwrap(),
    }
}

fn event(name: EventName, data: &Value) -> Event {
    let task = TaskId::from(maybe_number(data, "task_id").unwrap_or_else(|| number(&data["task"], "id")));
    let part = maybe_number(data, "id").unwrap_or_default();
    match name {
        EventName::TaskCreate => Event::TaskCreated { task },
        EventName::TaskUpdate => Event::TaskUpdated { task, changes: changes(&data["changes"]) },
        EventName::TaskAssigneeChange => {
            Event::TaskAssigned { task, from: 0.into(), to: number(&data["changes"], "owner_id").into() }
        }
        EventName::TaskTagChange => Event::TaskTagged { task, before: Vec::new() },
        EventName::TaskMoveColumn | EventName::TaskMovePosition | EventName::TaskMoveSwimlane => {
            moved(task, data)
        }
        EventName::TaskClose => Event::TaskClosed { task },
        EventName::TaskOpen => Event::TaskOpened { task },
        EventName::TaskRemove => Event::TaskRemoved { task },
        EventName::TaskRestore => Event::TaskRestored { task },
        EventName::TaskMoveProject => Event::TaskMovedToProject { task, from: 0.into(), to: 0.into() },
        EventName::CommentCreate => Event::CommentCreated { task, comment: part.into() },
        EventName::CommentUpdate => {
            Event::CommentUpdated { task, comment: part.into(), before: String::new() }
        }
        EventName::CommentDelete => Event::CommentRemoved { task, comment: part.into() },
        EventName::SubtaskCreate => Event::SubtaskCreated { task, subtask: part.into() },
        EventName::SubtaskUpdate => {
            let status = maybe_number(data, "status").unwrap_or_default();
            let changes = NamedChange::between("status", FieldValue::Null, status);
            Event::SubtaskUpdated { task, subtask: part.into(), changes: changes.into_iter().collect() }
        }
        EventName::SubtaskDelete => Event::SubtaskRemoved { task, subtask: part.into() },
        EventName::LinkCreateUpdate => Event::LinkSaved { task, link: part.into() },
        EventName::LinkDelete => Event::LinkRemoved { task, link: part.into() },
        EventName::FileCreate => Event::FileAdded { task, file: part.into() },
        EventName::FileDestroy => Event::FileRemoved { task, file: part.into() },
        EventName::Managed(..) => panic!("Kanboard has no {name:?}"),
    }
}

fn moved(task: TaskId, data: &Value) -> Event {
    let slot = |column: &str| {
        Slot::new(number(data, "swimlane_id").into(), number(data, column).into(), number(data, "position"))
    };
    let (from, to) = (slot("src_column_id"), slot("dst_column_id"));
    Event::TaskMoved { task, from, to, moved_before: number(data, "date_moved") }
}

fn changes(changed: &Value) -> Vec<FieldChange> {
    let field = |name: &str| serde_json::from_value::<Field>(name.into()).unwrap();
    let is_text = |field| matches!(field, Field::Title | Field::ColorId | Field::Description);
    let value = |name: &str| {
        if is_text(field(name)) {
            FieldValue::Text(text(changed, name))
        } else {
            FieldValue::Int(number(changed, name))
        }
    };
    let names = changed.as_object().unwrap().keys();
    names.map(|name| FieldChange { field: field(name), from: FieldValue::Null, to: value(name) }).collect()
}
