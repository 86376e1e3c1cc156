//! Facts: what a task is like, and both ends of what changed.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kanso_core::event::Logged;
use kanso_core::task::TaskDetails;
use kanso_domain::{Field, FieldChange, FieldValue, NamedChange, color};

use super::{Fact, past, value, words};
use crate::body::text;

/// How much of a value is told, in UTF-16 units.
const VALUE: usize = 120;

impl Fact {
    /// A fact, if there is a value to tell.
    pub(super) fn new(label: impl Into<Cow<'static, str>>, value: &str) -> Option<Self> {
        let value = text::shorten(&text::line(value), VALUE);
        (!value.is_empty()).then(|| Self { label: label.into(), value })
    }

    /// A change; a value whose name is not known is left out where the other is.
    fn change(label: &'static str, from: Option<String>, to: Option<String>) -> Option<Self> {
        let short = |value: String| text::shorten(&text::line(&value), VALUE);
        let to = to.map_or_else(|| words::ANOTHER.to_owned(), short);
        let value = match from.map(short) {
            Some(from) if from == to => return None,
            Some(from) => format!("{from}{}{to}", words::ARROW),
            None => to,
        };
        Some(Self { label: label.into(), value })
    }
}

/// Where a task is.
pub(super) fn place(task: &TaskDetails) -> impl Iterator<Item = Fact> + use<> {
    let swimlane = task.swimlane_name.as_ref().filter(|name| **name != task.default_swimlane);
    let swimlane = swimlane.and_then(|name| Fact::new(words::SWIMLANE, name));
    Fact::new(words::COLUMN, &task.column_title).into_iter().chain(swimlane)
}

/// What people who see a task want to know of it.
pub(super) fn circumstances(task: &TaskDetails, zone: &TimeZone) -> impl Iterator<Item = Fact> + use<> {
    let due = task.date_due.filter(|due| *due != 0).and_then(|due| value::date(due, zone));
    let priority = task.priority.filter(|priority| *priority > 0).map(|priority| priority.to_string());
    let facts = [
        past::assignee(task).and_then(|name| Fact::new(words::ASSIGNEE, name)),
        due.and_then(|due| Fact::new(words::field(Field::DateDue), &due)),
        priority.and_then(|priority| Fact::new(words::field(Field::Priority), &priority)),
        task.category_name.as_ref().and_then(|name| Fact::new(words::field(Field::CategoryId), name)),
    ];
    facts.into_iter().flatten()
}

/// Both ends of what changed in a task.
pub(super) fn changes(logged: &Logged, changes: &[FieldChange], zone: &TimeZone) -> Vec<Fact> {
    let fact = |change: &FieldChange| {
        let say = |value| of_task(logged, change.field, value, zone);
        Fact::change(words::field(change.field), say(&change.from), say(&change.to))
    };
    changes.iter().filter_map(fact).collect()
}

/// The tags that a task had and has.
pub(super) fn tags(before: &[String], now: &[String]) -> Option<Fact> {
    let list = |tags: &[String]| if tags.is_empty() { words::NONE.to_owned() } else { tags.join(", ") };
    Fact::change(words::TAGS, Some(list(before)), Some(list(now)))
}

/// Both ends of what changed in something else, as far as it says anything to people.
pub(super) fn named_changes(logged: &Logged, changes: &[NamedChange]) -> Vec<Fact> {
    let fact = |change: &NamedChange| {
        let say = |value| named(logged, &change.field, value);
        Fact::change(words::named_field(&change.field)?, say(&change.from), say(&change.to))
    };
    changes.iter().filter_map(fact).collect()
}

/// A value of a task's field; `None` when it is an id whose name is not known.
fn of_task(logged: &Logged, field: Field, value: &FieldValue, zone: &TimeZone) -> Option<String> {
    let id = |name: fn(&Logged, i64) -> Option<&str>, id| name(logged, id).map(str::to_owned);
    match (field, value) {
        (Field::Priority, FieldValue::Int(number)) => Some(number.to_string()),
        (_, FieldValue::Null | FieldValue::Int(0)) if words::choice(field.as_str(), 0).is_none() => {
            Some(words::NONE.to_owned())
        }
        (Field::OwnerId, FieldValue::Int(user)) => id(past::user, *user),
        (Field::CategoryId, FieldValue::Int(category)) => id(past::category, *category),
        (Field::DateDue | Field::DateStarted, FieldValue::Int(at)) => value::date(*at, zone),
        _ => plain(field.as_str(), value),
    }
}

/// The same for a field of something else.
pub(super) fn named(logged: &Logged, field: &str, value: &FieldValue) -> Option<String> {
    match (field, value) {
        ("position", FieldValue::Int(number)) => Some(number.to_string()),
        (_, FieldValue::Null | FieldValue::Int(0)) if words::choice(field, 0).is_none() => {
            Some(words::NONE.to_owned())
        }
        ("owner_id" | "user_id", FieldValue::Int(user)) => past::user(logged, *user).map(str::to_owned),
        ("role", FieldValue::Text(role)) => Some(words::role(role).to_owned()),
        _ => plain(field, value),
    }
}

/// A value that is no id, or that says what it is.
fn plain(field: &str, value: &FieldValue) -> Option<String> {
    Some(match value {
        FieldValue::Null => words::choice(field, 0).unwrap_or(words::NONE).to_owned(),
        FieldValue::Int(number) => {
            words::choice(field, *number).map_or_else(|| number.to_string(), str::to_owned)
        }
        FieldValue::Real(hours) if *hours == 0.0 => words::NONE.to_owned(),
        FieldValue::Real(hours) => value::hours(*hours),
        FieldValue::Text(text) if field == "color_id" => {
            color::find(text).map_or_else(|| text.clone(), |color| color.name.to_owned())
        }
        FieldValue::Text(text) if text::line(text).is_empty() => words::NONE.to_owned(),
        FieldValue::Text(text) => text.clone(),
    })
}
