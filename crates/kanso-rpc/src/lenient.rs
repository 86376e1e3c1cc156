//! Values as Kanboard's clients send them: numbers as digits, texts as numbers.
//!
//! Reading never fails: what makes no sense is remembered as [`Given::Wrong`], and the procedure refuses it
//! where Kanboard does.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

mod value;

pub use value::{Date, Hours, Person, Tags};

/// Why a value is not taken.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unfit {
    /// It makes no sense. Kanboard answers `false`.
    Refused,
    /// It has a shape that nothing can be read from.
    Malformed,
}

/// A parameter as it was given, or not.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Given<T> {
    /// Left out: the procedure's default applies.
    #[default]
    Absent,
    /// An explicit null, which is not the default.
    Null,
    /// Something that cannot be read as a `T`.
    Wrong,
    /// A value.
    Is(T),
}

/// A type that values can be read as.
pub trait Lenient: Sized {
    /// The value as this type, if it can be read so. It is never null.
    fn read(value: Value) -> Option<Self>;
}

impl<'de, T: Lenient> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(if value.is_null() { Self::Null } else { T::read(value).map_or(Self::Wrong, Self::Is) })
    }
}

impl<T> Given<T> {
    /// The value that must be there.
    pub fn required(self) -> Result<T, Unfit> {
        self.optional()?.ok_or(Unfit::Refused)
    }

    /// The value, if there is one.
    pub fn optional(self) -> Result<Option<T>, Unfit> {
        match self {
            Self::Absent | Self::Null => Ok(None),
            Self::Is(value) => Ok(Some(value)),
            Self::Wrong => Err(Unfit::Refused),
        }
    }

    /// The value; `default` when it was left out, nothing for an explicit null.
    pub fn or(self, default: T) -> Result<Option<T>, Unfit> {
        match self {
            Self::Absent => Ok(Some(default)),
            Self::Null | Self::Wrong | Self::Is(_) => self.optional(),
        }
    }

    /// The value, or what is nothing for its type.
    pub fn or_empty(self) -> Result<T, Unfit>
    where
        T: Default,
    {
        Ok(self.optional()?.unwrap_or_default())
    }
}

/// An id: what is no whole number is the id of nothing.
#[derive(Clone, Copy, Debug)]
pub struct Id<T>(pub T);

/// No row has this id.
const NOTHING: i64 = -1;

impl<T: From<i64>> Default for Id<T> {
    fn default() -> Self {
        Self(T::from(NOTHING))
    }
}

impl<'de, T: From<i64>> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = whole(&Value::deserialize(deserializer)?);
        Ok(Self(T::from(id.unwrap_or(NOTHING))))
    }
}

/// A whole number, or its digits. Neither `2.0` nor `true`.
pub fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// What is in a list. An object counts as the list of its values.
pub fn elements(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(list) => Some(list),
        Value::Object(entries) => Some(entries.into_iter().map(|(_, value)| value).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// An empty text counts as 0, as in Kanboard.
impl Lenient for i64 {
    fn read(value: Value) -> Option<Self> {
        if value == "" { Some(0) } else { whole(&value) }
    }
}

/// A text, or a number taken as its digits. A zero byte is refused: PostgreSQL cannot store one.
impl Lenient for String {
    fn read(value: Value) -> Option<Self> {
        match value {
            Value::String(text) => (!text.contains('\0')).then_some(text),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// Anything that PHP takes for true.
impl Lenient for bool {
    fn read(value: Value) -> Option<Self> {
        Some(match value {
            Value::Bool(flag) => flag,
            Value::Number(number) => number.as_f64() != Some(0.0),
            Value::String(text) => !matches!(text.as_str(), "" | "0"),
            Value::Array(list) => !list.is_empty(),
            Value::Null => false,
            Value::Object(_) => true,
        })
    }
}

#[cfg(test)]
mod tests;
