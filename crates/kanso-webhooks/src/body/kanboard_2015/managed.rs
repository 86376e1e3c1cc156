//! Projects, columns, accounts and the like in bodies of Kanboard before 2016, which told nothing of them: as it
//! told of the rest.

use kanso_core::event::Logged;
use kanso_domain::{Act, NamedChange};
use serde_json::{Map, Value, json};

use crate::body::Error;
use crate::body::value::changed_text;

/// What an insertion computed.
const COMPUTED: [&str; 2] = ["id", "position"];

/// The row: as text when it was read, with numbers where the insertion had them; after an update with the new
/// values of what changed.
pub(super) fn row(logged: &Logged, act: Act, changes: &[NamedChange]) -> Result<Map<String, Value>, Error> {
    let object =
        logged.snapshot.managed.as_ref().and_then(Value::as_object).ok_or(Error::Missing("object"))?;
    let is_computed = |name: &str| act == Act::Create && COMPUTED.contains(&name);
    let mut row: Map<String, Value> = object
        .iter()
        .map(|(name, value)| match value {
            Value::Number(number) if !is_computed(name) => (name.clone(), json!(number.to_string())),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => (name.clone(), value.clone()),
        })
        .collect();
    if act == Act::Update {
        let mut changed = Map::new();
        for change in changes {
            let value = changed_text(&change.to, serde_json::value::Serializer)?;
            changed.insert(change.field.clone(), value);
        }
        row.insert("changes".to_owned(), Value::Object(changed));
    }
    Ok(row)
}
