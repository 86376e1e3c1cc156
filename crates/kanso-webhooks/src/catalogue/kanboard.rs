//! The schemas of Kanboard's formats. Their types write values as old code had them, so the schemas are taken from
//! what is written for the samples: the keys of each event, which are always all there, and the kind of each value.

use kanso_core::endpoint::Format;
use kanso_domain::{EventName, Subject};
use serde_json::{Map, Value, json};

use super::sample;
use crate::body::{Style, UTC, write};

/// Objects whose keys differ from time to time.
const OPEN: &[&str] = &["changes"];

pub(super) fn schema(format: Format) -> Option<Value> {
    let style = Style { format, template: "", url: "", base: "", zone: &UTC };
    let (mut names, mut cases) = (Vec::new(), Vec::new());
    for name in EventName::all() {
        let body: Value = serde_json::from_str(&write(&style, name, &sample(name, 0)).ok()?).ok()?;
        let (wire, data) = (body.get("event_name")?, body.get("event_data")?);
        let data = data_of(format, name, data);
        cases.push(json!({
            "if": {"properties": {"event_name": {"const": wire}}},
            "then": {"properties": {"event_data": data}},
        }));
        names.push(wire.clone());
    }
    let mut properties = Map::new();
    properties.insert("event_name".to_owned(), json!({"enum": names}));
    properties.insert("event_data".to_owned(), json!({"type": "object"}));
    if format == Format::Kanboard12 {
        let words = "The user name of who did it; null for a program with the application's token.";
        properties
            .insert("event_author".to_owned(), json!({"type": ["string", "null"], "description": words}));
    }
    let required: Vec<_> = properties.keys().cloned().collect();
    Some(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("An event in the format {format}"),
        "type": "object",
        "properties": properties,
        "required": required,
        "allOf": cases,
    }))
}

fn data_of(format: Format, name: EventName, data: &Value) -> Value {
    if let EventName::Managed(subject, _) = name {
        return if format == Format::Kanboard2015 { row(subject, data) } else { managed(subject, data) };
    }
    if format == Format::Kanboard2015 && name == EventName::SubtaskUpdate {
        // Only what changed stands between the two.
        return json!({
            "type": "object",
            "properties": {"id": {"type": "string"}, "task_id": {"type": "string"}},
            "additionalProperties": {"type": ["string", "number", "null"]},
            "required": ["id", "task_id"],
        });
    }
    describe(format, data)
}

fn managed(subject: Subject, data: &Value) -> Value {
    let required: Vec<_> = data.as_object().into_iter().flat_map(Map::keys).collect();
    let mut properties = Map::new();
    properties.insert(subject.as_str().to_owned(), json!({"type": "object"}));
    properties.insert("changes".to_owned(), open());
    json!({"type": "object", "properties": properties, "required": required})
}

/// What is no task, in the oldest format: a flat row like the sample's. A role in a project is a person's or a group's.
fn row(subject: Subject, data: &Value) -> Value {
    const HOLDERS: [&str; 2] = ["user_id", "group_id"];
    let mut row = describe(Format::Kanboard2015, data);
    if subject != Subject::Permission {
        return row;
    }
    if let Some(required) = row["required"].as_array_mut() {
        required.retain(|key| !HOLDERS.iter().any(|holder| key == holder));
    }
    for holder in HOLDERS {
        row["properties"][holder] = describe(Format::Kanboard2015, &Value::from(""));
    }
    row["oneOf"] = HOLDERS.iter().map(|holder| json!({"required": [holder]})).collect();
    row
}

/// What a value like this one looks like.
fn describe(format: Format, value: &Value) -> Value {
    // In the oldest format a key holds a number or its text, whichever the code had in hand.
    let is_mixed = format == Format::Kanboard2015;
    match value {
        Value::Object(object) => {
            let describe = |(key, value): (&String, &Value)| {
                let is_open = OPEN.contains(&key.as_str());
                (key.clone(), if is_open { open() } else { describe(format, value) })
            };
            let required: Vec<_> = object.keys().collect();
            let properties: Map<_, _> = object.iter().map(describe).collect();
            json!({"type": "object", "properties": properties, "required": required})
        }
        Value::Bool(_) => json!({"type": "boolean"}),
        Value::Number(_) if !is_mixed => json!({"type": ["number", "null"]}),
        Value::Number(_) | Value::String(_) if is_mixed => json!({"type": ["string", "number", "null"]}),
        Value::Null if format == Format::Kanboard12 || is_mixed => {
            json!({"type": ["string", "number", "null"]})
        }
        Value::Null | Value::String(_) => json!({"type": ["string", "null"]}),
        Value::Number(_) | Value::Array(_) => json!({}),
    }
}

/// New values under the names of what changed; an empty list when there is none.
fn open() -> Value {
    json!({
        "anyOf": [
            {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}},
            {"type": "array", "maxItems": 0},
        ],
    })
}
