//! Bodies that Kanboard sent: built again from their values, ours must have the same keys in the same order,
//! and the same values of the same types.

use std::fs;
use std::path::{Path, PathBuf};

use kanso_core::endpoint::Format;
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue, Slot, TaskId};
use kanso_webhooks::body::body;
use serde_json::Value;

use crate::sample::{claimed, comment, maybe_number, number, task, text};

#[test]
fn bodies_equal_those_of_2015() {
    assert_eq!(compare(Format::Kanboard2015), 7);
}

#[test]
fn bodies_equal_those_of_2016() {
    assert_eq!(compare(Format::Kanboard2016), 8);
}

#[test]
fn bodies_equal_those_of_1_2() {
    assert_eq!(compare(Format::Kanboard12), 11);
}

/// Compares with all golden bodies of events that exist, and answers how many there were.
fn compare(format: Format) -> usize {
    let mut compared = 0;
    for path in files(format) {
        let golden: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        if let Some(name) = EventName::parse(golden["event_name"].as_str().unwrap()) {
            let ours: Value = serde_json::from_str(&again(format, name, &golden)).unwrap();
            // Values keep their order when read, so the texts are equal only if the keys' order is.
            let [ours, expected] =
                [ours, without_category(golden)].map(|value| serde_json::to_string_pretty(&value).unwrap());
            assert_eq!(ours, expected, "{}", path.display());
            compared += 1;
        }
    }
    compared
}

fn files(format: Format) -> impl Iterator<Item = PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format.as_str());
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}

/// There are no categories yet, so none can be named.
fn without_category(mut golden: Value) -> Value {
    if let Some(task) = golden["event_data"].get_mut("task").and_then(Value::as_object_mut) {
        task.insert("category_name".to_owned(), Value::Null);
    }
    golden
}

fn again(format: Format, name: EventName, golden: &Value) -> String {
    let data = &golden["event_data"];
    let nested = |key| data.get(key).filter(|value: &&Value| value.is_object()).unwrap_or(data);
    let is_comment = name.as_str().starts_with("comment.");
    let comment = is_comment.then(|| comment(nested("comment")));
    let actor = golden.get("event_author").and_then(Value::as_str).map(str::to_owned);
    let delivery = claimed(name, event(name, data), task(nested("task")), comment, actor);
    body(format, &delivery).unwrap()
}

fn event(name: EventName, data: &Value) -> Event {
    let task = TaskId::from(maybe_number(data, "task_id").unwrap_or_else(|| number(&data["task"], "id")));
    let comment = maybe_number(data, "id").unwrap_or_default().into();
    match name {
        EventName::TaskCreate => Event::TaskCreated { task },
        EventName::TaskUpdate => Event::TaskUpdated { task, changes: changes(&data["changes"]) },
        EventName::TaskAssigneeChange => {
            Event::TaskAssigned { task, from: 0.into(), to: number(&data["changes"], "owner_id").into() }
        }
        EventName::TaskMoveColumn | EventName::TaskMovePosition | EventName::TaskMoveSwimlane => {
            moved(task, data)
        }
        EventName::TaskClose => Event::TaskClosed { task },
        EventName::TaskOpen => Event::TaskOpened { task },
        EventName::TaskRemove => Event::TaskRemoved { task },
        EventName::CommentCreate => Event::CommentCreated { task, comment },
        EventName::CommentUpdate => Event::CommentUpdated { task, comment, before: String::new() },
        EventName::CommentDelete => Event::CommentRemoved { task, comment },
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
