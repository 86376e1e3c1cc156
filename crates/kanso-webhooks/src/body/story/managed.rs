//! What is told of projects, columns, accounts and the like.

use std::borrow::Cow;

use kanso_core::event::Logged;
use kanso_domain::{Act, FieldValue, NamedChange, Subject};
use serde_json::Value;

use super::{Fact, Kind, Told, fact, past, words};
use crate::body::Error;

pub(super) fn tell<'a>(
    logged: &'a Logged,
    subject: Subject,
    act: Act,
    changes: &[NamedChange],
) -> Result<Told<'a>, Error> {
    let object = logged.snapshot.managed.as_ref().ok_or(Error::Missing("object"))?;
    let facts = match act {
        Act::Create => new(logged, object, subject),
        Act::Update => fact::named_changes(logged, changes),
        Act::Remove | Act::Restore => Vec::new(),
    };
    let is_new = act == Act::Create;
    let plain = Told {
        name: Some(name(object)),
        facts,
        quote: text(object, "description").filter(|_| is_new),
        ..Told::new(words::thing(act), Kind::Managed)
    };
    Ok(match subject {
        Subject::User => account(plain, changes),
        Subject::Group => group(logged, plain, changes),
        Subject::Permission => permission(logged, plain, object, act),
        Subject::Endpoint => endpoint(plain, object, changes),
        Subject::Project | Subject::Column | Subject::Swimlane | Subject::Category | Subject::Tag => plain,
    })
}

fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str().filter(|text| !text.is_empty())
}

/// What people call it.
fn name(object: &Value) -> Cow<'_, str> {
    let name = ["name", "title", "username", "host"].into_iter().find_map(|key| text(object, key));
    Cow::Borrowed(name.unwrap_or_default())
}

/// What is worth knowing of something new.
fn new(logged: &Logged, object: &Value, subject: Subject) -> Vec<Fact> {
    let keys: &[&str] = match subject {
        Subject::Column | Subject::Swimlane => &["task_limit"],
        Subject::User => &["username", "role"],
        Subject::Permission => &["role"],
        Subject::Endpoint => &["host", "format", "events", "filter"],
        Subject::Category | Subject::Tag => &["color_id"],
        Subject::Project | Subject::Group => &[],
    };
    let fact = |key: &&str| {
        let value = match object.get(*key)? {
            Value::String(text) if !text.is_empty() => FieldValue::Text(text.clone()),
            Value::Number(number) => FieldValue::Int(number.as_i64().filter(|number| *number != 0)?),
            Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
                return None;
            }
        };
        Fact::new(words::named_field(key)?, &fact::named(logged, key, &value)?)
    };
    keys.iter().filter_map(fact).collect()
}

/// The value that a field has now, if it changed.
fn now<'a>(changes: &'a [NamedChange], field: &str) -> Option<&'a FieldValue> {
    changes.iter().find(|change| change.field == field).map(|change| &change.to)
}

fn account<'a>(plain: Told<'a>, changes: &[NamedChange]) -> Told<'a> {
    let sentence = match now(changes, "is_active") {
        Some(FieldValue::Int(0)) => words::ACCOUNT_DISABLED,
        Some(_) => words::ACCOUNT_ENABLED,
        None => return plain,
    };
    without(Told { sentence, ..plain }, words::named_field("is_active"))
}

fn group<'a>(logged: &'a Logged, plain: Told<'a>, changes: &[NamedChange]) -> Told<'a> {
    let Some(change) = changes.iter().find(|change| change.field == "user_id") else { return plain };
    let (sentence, user) = match (&change.from, &change.to) {
        (_, FieldValue::Int(user)) if *user != 0 => (words::JOINED, Some(*user)),
        (FieldValue::Int(user), _) => (words::LEFT, Some(*user)),
        _ => (words::LEFT, None),
    };
    let to = user.and_then(|user| past::user(logged, user)).map(Cow::Borrowed);
    without(Told { sentence, to, ..plain }, words::named_field("user_id"))
}

/// The roles themselves are the facts.
fn permission<'a>(logged: &'a Logged, plain: Told<'a>, object: &'a Value, act: Act) -> Told<'a> {
    let sentence = match act {
        Act::Create | Act::Restore => words::ROLE_GIVEN,
        Act::Update => words::ROLE_CHANGED,
        Act::Remove => words::ROLE_TAKEN,
    };
    let facts = if act == Act::Remove { new(logged, object, Subject::Permission) } else { plain.facts };
    Told { sentence, facts, ..plain }
}

fn endpoint<'a>(plain: Told<'a>, object: &'a Value, changes: &[NamedChange]) -> Told<'a> {
    let is_off_by_itself = text(object, "disabled_reason").is_some();
    let sentence = match now(changes, "enabled") {
        Some(FieldValue::Int(0)) if is_off_by_itself => words::ENDPOINT_DISABLED,
        Some(FieldValue::Int(0)) => words::ENDPOINT_PAUSED,
        Some(_) => words::ENDPOINT_RESUMED,
        None => return plain,
    };
    without(Told { sentence, ..plain }, words::named_field("enabled"))
}

/// Leaves out the fact that the sentence tells.
fn without<'a>(mut told: Told<'a>, label: Option<&str>) -> Told<'a> {
    told.facts.retain(|fact| Some(&*fact.label) != label);
    told
}
