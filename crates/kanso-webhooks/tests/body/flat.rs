//! What Kanboard never told, in the format of 2015: by analogy with what it told.

use kanso_core::endpoint::Format;
use kanso_core::event::Snapshot;
use kanso_domain::{Act, Event, EventName, FieldValue, NamedChange, Subject};
use kanso_webhooks::body::body;
use serde_json::{Value, json};

use crate::sample::{claimed, style};

fn column(act: Act, changes: Vec<NamedChange>) -> Value {
    let object = json!({
        "id": 11, "title": "Done", "position": 4, "project_id": 1, "task_limit": 0, "description": "",
    });
    let snapshot = Snapshot { managed: Some(object), ..Snapshot::default() };
    let event = Event::Managed { subject: Subject::Column, act, id: 11, changes };
    let name = EventName::Managed(Subject::Column, act);
    let delivery = claimed(name, event, snapshot, Some("alice".to_owned()));
    let body: Value = serde_json::from_str(&body(&style(Format::Kanboard2015), &delivery).unwrap()).unwrap();
    assert_eq!(body["event_name"], name.as_str());
    body["event_data"].clone()
}

#[test]
fn a_new_row_has_numbers_where_the_insertion_computed_them() {
    let expected = json!({
        "id": 11, "title": "Done", "position": 4, "project_id": "1", "task_limit": "0", "description": "",
    });
    assert_eq!(column(Act::Create, Vec::new()), expected);
}

#[test]
fn a_row_that_was_read_is_text_and_its_changes_are() {
    let changes = [
        NamedChange::between("title", "Ready", "Done"),
        NamedChange::between("task_limit", 3, 0),
        NamedChange::between("description", "so", FieldValue::Null),
    ];
    let mut expected = json!({
        "id": "11", "title": "Done", "position": "4", "project_id": "1", "task_limit": "0", "description": "",
    });
    assert_eq!(column(Act::Remove, Vec::new()), expected);
    expected["changes"] = json!({ "title": "Done", "task_limit": "0", "description": null });
    assert_eq!(column(Act::Update, changes.into_iter().flatten().collect()), expected);
}
