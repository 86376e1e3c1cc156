//! The role of a group in a project: told as that of a person, with the group in the person's place.

use kanso_core::endpoint::Format;
use kanso_core::event::Snapshot;
use kanso_domain::{Act, Event, EventName, NamedChange, Subject};
use kanso_webhooks::body::body;
use kanso_webhooks::catalogue::body_schema;
use serde_json::{Map, Value, json};

use crate::sample::{claimed, style};
use crate::schema::{WITH_SCHEMA, check, validator};
use crate::snapshot::compare;

fn name(act: Act) -> EventName {
    EventName::Managed(Subject::Permission, act)
}

/// The body of what was done to the role of the group 4.
fn told(format: Format, act: Act) -> Value {
    let object = json!({"project_id": 1, "group_id": 4, "name": "Design", "role": "project-member"});
    let managed =
        Snapshot { managed: Some(object), project_name: Some("Demo".to_owned()), ..Snapshot::default() };
    let changes = NamedChange::between("role", "project-viewer", "project-member").into_iter();
    let changes = changes.filter(|_| act == Act::Update).collect();
    let event = Event::Managed { subject: Subject::Permission, act, id: 4, changes };
    let delivery = claimed(name(act), event, managed, Some("alice".to_owned()));
    serde_json::from_str(&body(&style(format), &delivery).unwrap()).unwrap()
}

#[test]
fn it_has_a_body_in_every_format() {
    let mut bodies = Map::new();
    for format in Format::ALL {
        let of_format = Act::ALL.map(|act| (name(act).as_str().to_owned(), told(format, act)));
        bodies.insert(format.to_string(), Value::Object(of_format.into_iter().collect()));
    }
    let differs = compare("permission-of-group", &Value::Object(bodies));
    assert!(differs.is_none(), "look at this, and copy it to tests/snapshots if it is right: {differs:?}");
}

#[test]
fn it_is_what_the_schema_of_each_format_says() {
    for format in WITH_SCHEMA {
        let validator = validator(&body_schema(format).unwrap());
        for act in Act::ALL {
            check(&validator, &told(format, act), &format!("{format} {}", name(act).as_str()));
        }
    }
}

#[test]
fn a_role_is_a_persons_or_a_groups_and_nobody_elses() {
    let validator = validator(&body_schema(Format::Kanboard2015).unwrap());
    let mut nobodys = told(Format::Kanboard2015, Act::Create);
    nobodys["event_data"].as_object_mut().unwrap().remove("group_id");
    assert!(!validator.is_valid(&nobodys));
    let mut both = told(Format::Kanboard2015, Act::Create);
    both["event_data"]["user_id"] = json!("3");
    assert!(!validator.is_valid(&both));
}

#[test]
fn in_the_flat_format_it_is_the_row_as_text_with_what_changed() {
    let row = json!({"project_id": "1", "group_id": "4", "name": "Design", "role": "project-member"});
    assert_eq!(told(Format::Kanboard2015, Act::Create)["event_data"], row);
    let mut updated = row;
    updated["changes"] = json!({"role": "project-member"});
    assert_eq!(told(Format::Kanboard2015, Act::Update)["event_data"], updated);
}
