//! What is told of projects, columns, accounts and the like in the standard body.

use std::borrow::Cow;

use kanso_core::event::Logged;
use kanso_domain::{Act, NamedChange, Subject};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::part::Ends;
use crate::body::Error;
use crate::body::value::Changed;

/// The object under the name of its kind and, when it was updated, what changed.
pub(crate) struct ManagedData<'a> {
    subject: Subject,
    object: &'a Value,
    changes: Option<&'a [NamedChange]>,
}

impl<'a> ManagedData<'a> {
    pub(super) fn new(
        logged: &'a Logged,
        subject: Subject,
        act: Act,
        changes: &'a [NamedChange],
    ) -> Result<Self, Error> {
        let object = logged.snapshot.managed.as_ref().ok_or(Error::Missing("object"))?;
        Ok(Self { subject, object, changes: (act == Act::Update).then_some(changes) })
    }
}

impl Serialize for ManagedData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(self.subject.as_str(), self.object)?;
        if let Some(changes) = self.changes {
            map.serialize_entry("changes", &BothEnds(changes))?;
        }
        map.end()
    }
}

struct BothEnds<'a>(&'a [NamedChange]);

impl Serialize for BothEnds<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| {
            (change.field.as_str(), Ends { from: Changed(&change.from), to: Changed(&change.to) })
        }))
    }
}

impl JsonSchema for ManagedData<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Managed".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let all = Subject::ALL.map(|subject| managed_schema(subject, None));
        json_schema!({"anyOf": all})
    }
}

/// What is told of a kind of thing that is no task: its stored fields, and after an update what changed.
pub(crate) fn managed_schema(subject: Subject, act: Option<Act>) -> Value {
    let name = subject.as_str();
    let value = json!({"type": ["string", "number", "null"]});
    let changes = json!({
        "type": "object",
        "description": "The fields that changed, each with both ends.",
        "additionalProperties": {
            "type": "object", "properties": {"from": value, "to": value}, "required": ["from", "to"],
        },
    });
    let mut properties = Map::new();
    let object = json!({
        "type": "object",
        "description": "Its fields as they are stored: flags are 0 and 1, times Unix seconds.",
        "additionalProperties": value,
    });
    properties.insert(name.to_owned(), object);
    let mut required = vec![name];
    if act.is_none_or(|act| act == Act::Update) {
        properties.insert("changes".to_owned(), changes);
    }
    if act == Some(Act::Update) {
        required.push("changes");
    }
    json!({"type": "object", "properties": properties, "required": required})
}
