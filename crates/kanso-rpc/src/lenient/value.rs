//! Values with a shape of their own.

use kanso_domain::UserId;
use serde_json::Value;

use super::{Given, Lenient, Unfit, elements, whole};

/// A date as text; a number is refused, so that no one takes it for a Unix timestamp.
#[derive(Clone, Debug, PartialEq)]
pub struct Date(pub String);

impl Lenient for Date {
    fn read(value: Value) -> Option<Self> {
        if let Value::String(text) = value { Some(Self(text)) } else { None }
    }
}

/// Hours: a number, or a text that is one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hours(pub f64);

impl Lenient for Hours {
    fn read(value: Value) -> Option<Self> {
        let hours = match value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) if text.is_empty() => Some(0.0),
            // The parser knows words such as `inf`, which are no hours.
            Value::String(text) if text.contains(char::is_alphabetic) => None,
            Value::String(text) => text.parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        };
        hours.filter(|hours| hours.is_finite()).map(Self)
    }
}

/// The person a task is given to. Unlike other numbers, an empty text is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Person {
    /// Who it is; 0 for nobody.
    pub id: UserId,
    /// Whether the id came as text.
    pub is_text: bool,
}

impl Lenient for Person {
    fn read(value: Value) -> Option<Self> {
        Some(Self { id: whole(&value)?.into(), is_text: value.is_string() })
    }
}

/// The names of tags. An object counts as the list of its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Tags(pub Vec<String>);

impl Lenient for Tags {
    fn read(value: Value) -> Option<Self> {
        let names = elements(value)?.into_iter().filter(|name| !name.is_null()).map(String::read);
        names.collect::<Option<_>>().map(Self)
    }
}

impl Given<Tags> {
    /// The list, if one was given. A scalar in its place makes the call malformed, not refused.
    pub fn list(self) -> Result<Option<Vec<String>>, Unfit> {
        match self {
            Self::Absent | Self::Null => Ok(None),
            Self::Is(tags) => Ok(Some(tags.0)),
            Self::Wrong => Err(Unfit::Malformed),
        }
    }
}
