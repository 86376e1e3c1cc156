//! The schemas of events, as parts of a document that holds many.

use kanso_core::endpoint::EventType;
use serde_json::{Map, Value, json};

/// Where both documents keep their schemas.
const PLACE: &str = "#/components/schemas/";

/// A reference to the schema of an event's body.
pub(crate) fn reference(known: &EventType) -> Value {
    json!({"$ref": format!("{PLACE}{}", known.name.as_str())})
}

/// The schemas of all bodies, by the events' names, with the parts that they share beside them.
pub(crate) fn of_events(types: &[EventType]) -> Map<String, Value> {
    let mut schemas = Map::new();
    for known in types {
        let mut schema = known.schema.clone();
        lift(&mut schema, &mut schemas);
        schemas.insert(known.name.as_str().to_owned(), schema);
    }
    schemas
}

/// Takes the definitions out of a schema that stood for itself, and lets its references lead to where they are now.
fn lift(schema: &mut Value, schemas: &mut Map<String, Value>) {
    if let Some(members) = schema.as_object_mut() {
        members.swap_remove("$schema");
        if let Some(Value::Object(own)) = members.swap_remove("$defs") {
            for (name, mut part) in own {
                lift(&mut part, schemas);
                schemas.insert(name, part);
            }
        }
        if let Some(Value::String(to)) = members.get_mut("$ref")
            && let Some(name) = to.strip_prefix("#/$defs/")
        {
            *to = format!("{PLACE}{name}");
        }
    }
    match schema {
        Value::Object(members) => members.values_mut().for_each(|member| lift(member, schemas)),
        Value::Array(entries) => entries.iter_mut().for_each(|entry| lift(entry, schemas)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use kanso_domain::EventName;

    use super::*;

    #[test]
    fn definitions_stand_beside_the_schema_and_references_lead_there() {
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "properties": {"data": {"$ref": "#/$defs/Task"}, "more": {"anyOf": [{"$ref": "#/$defs/Task"}]}},
            "$defs": {"Task": {"properties": {"owner": {"$ref": "#/$defs/User"}}}, "User": {"type": "object"}},
        });
        let known =
            EventType { name: EventName::TaskCreate, title: "", description: "", schema, is_kanboards: true };
        let to = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let expected = json!({
            "Task": {"properties": {"owner": to("User")}},
            "User": {"type": "object"},
            "task.create": {"properties": {"data": to("Task"), "more": {"anyOf": [to("Task")]}}},
        });
        assert_eq!(Value::from(of_events(&[known])), expected);
    }
}
