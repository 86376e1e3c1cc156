//! The schemas of the standard and the `CloudEvents` body, from the types in code.

use kanso_domain::EventName;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::words;
use crate::body::cloudevents::{CloudEvent, PREFIX};
use crate::body::standard::Body;
use crate::body::standard::data::{
    ChangedComment, ChangedSubtask, ChangedTask, CommentData, Data, FileData, LinkData, SubtaskData, TaskData,
};
use crate::body::standard::managed::{ManagedData, managed_schema};

/// The bodies of all events.
pub(super) fn standard() -> Value {
    let names: Vec<_> = EventName::all().map(EventName::as_str).collect();
    let mut schema = of::<Body<'static, Data<'static>>>("An event");
    describe(&mut schema, "type", json!({"type": "string", "enum": names}));
    schema
}

/// The same in the envelope of `CloudEvents`.
pub(super) fn cloudevents() -> Value {
    let names: Vec<_> = EventName::all().map(|name| format!("{PREFIX}{}", name.as_str())).collect();
    let mut schema = of::<CloudEvent<'static, Data<'static>>>("An event by CloudEvents");
    describe(&mut schema, "type", json!({"type": "string", "enum": names}));
    describe(&mut schema, "specversion", json!({"const": "1.0"}));
    describe(&mut schema, "datacontenttype", json!({"const": "application/json"}));
    schema
}

/// The standard body of one event.
pub(super) fn of_event(name: EventName) -> Value {
    let title = words::title(name);
    let mut schema = match name {
        EventName::TaskCreate | EventName::TaskRemove | EventName::TaskRestore => {
            of::<Body<'static, TaskData<'static>>>(title)
        }
        EventName::TaskUpdate
        | EventName::TaskAssigneeChange
        | EventName::TaskTagChange
        | EventName::TaskMoveColumn
        | EventName::TaskMovePosition
        | EventName::TaskMoveSwimlane
        | EventName::TaskMoveProject
        | EventName::TaskClose
        | EventName::TaskOpen => of::<Body<'static, ChangedTask<'static>>>(title),
        EventName::CommentCreate | EventName::CommentDelete => {
            of::<Body<'static, CommentData<'static>>>(title)
        }
        EventName::CommentUpdate => of::<Body<'static, ChangedComment<'static>>>(title),
        EventName::SubtaskCreate | EventName::SubtaskDelete => {
            of::<Body<'static, SubtaskData<'static>>>(title)
        }
        EventName::SubtaskUpdate => of::<Body<'static, ChangedSubtask<'static>>>(title),
        EventName::LinkCreateUpdate | EventName::LinkDelete => of::<Body<'static, LinkData<'static>>>(title),
        EventName::FileCreate | EventName::FileDestroy => of::<Body<'static, FileData<'static>>>(title),
        EventName::Managed(..) => of::<Body<'static, ManagedData<'static>>>(title),
    };
    if let EventName::Managed(subject, act) = name {
        describe(&mut schema, "data", managed_schema(subject, Some(act)));
    }
    describe(&mut schema, "type", json!({"const": name.as_str()}));
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), words::description(name).into());
    }
    schema
}

/// The schema of what a type is written as.
fn of<T: JsonSchema>(title: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// Says of a property what its type in code does not say.
fn describe(schema: &mut Value, property: &str, with: Value) {
    let Some(described) = schema.pointer_mut(&format!("/properties/{property}")) else { return };
    let words = described.get("description").cloned();
    *described = with;
    if let (Some(described), Some(words)) = (described.as_object_mut(), words) {
        described.entry("description").or_insert(words);
    }
}
