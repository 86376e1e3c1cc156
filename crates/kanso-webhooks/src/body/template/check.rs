//! Checking a template before it is saved.

use std::sync::OnceLock;

use kanso_core::endpoint::Format;
use kanso_domain::EventName;
use serde_json::Value;

use super::{environment, language, make, words};
use crate::body::standard;
use crate::catalogue;

/// Where the samples say that they were made, and when.
const BASE: &str = "https://kanso.example/";
const NOW: i64 = 1_790_000_000;

/// Whether a template makes a body of every event there is, and names only what some event has.
///
/// # Errors
///
/// What is wrong, and in which line or for which event.
pub fn check_template(template: &str) -> Result<(), String> {
    language::check(template)?;
    check_names(template)?;
    let is_json = language::is_json(template);
    for name in EventName::all() {
        let for_event = |error: String| format!("for {}: {error}", name.as_str());
        let body = standard::value(name, &catalogue::sample(name, NOW), BASE);
        let body = body.map_err(|error| for_event(error.to_string()))?;
        let made = make(template, &body).map_err(for_event)?;
        if is_json {
            let read = serde_json::from_str::<serde::de::IgnoredAny>(&made);
            read.map_err(|error| for_event(format!("what it makes is not JSON: {error}")))?;
        }
    }
    Ok(())
}

fn check_names(template: &str) -> Result<(), String> {
    let environment = environment(template);
    let parsed = environment.template_from_str(template).map_err(|error| words(&error))?;
    let mut names: Vec<_> = parsed.undeclared_variables(true).into_iter().collect();
    names.sort_unstable();
    match names.into_iter().find(|name| !is_known(name)) {
        None => Ok(()),
        Some(name) => Err(format!("no event has {name}")),
    }
}

/// Whether some event has this name, such as `data.task.title`.
fn is_known(name: &str) -> bool {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    let schema = SCHEMA.get_or_init(|| catalogue::body_schema(Format::Standard).unwrap_or_default());
    has(schema, schema, &name.split('.').collect::<Vec<_>>())
}

/// Whether what a schema describes can have the path.
fn has(root: &Value, schema: &Value, path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else { return true };
    if let Some(of) = schema.get("properties").and_then(|properties| properties.get(first)) {
        return has(root, of, rest);
    }
    // What is open may have anything.
    if schema.get("additionalProperties").is_some_and(|others| others != &Value::Bool(false)) {
        return true;
    }
    let referred =
        schema.get("$ref").and_then(Value::as_str).and_then(|to| root.pointer(to.trim_start_matches('#')));
    let choices =
        ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()).flatten();
    referred.into_iter().chain(choices).any(|schema| has(root, schema, path))
}
