//! Fields, and both ends of their change.

use serde::{Deserialize, Serialize};

use crate::UserId;

/// One field of a task, and both ends of its change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// The value before.
    pub from: FieldValue,
    /// The value after.
    pub to: FieldValue,
}

/// A field of anything else, by its stored name, and both ends of its change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedChange {
    /// Which field.
    pub field: String,
    /// The value before.
    pub from: FieldValue,
    /// The value after.
    pub to: FieldValue,
}

/// A field of a task that an update can change, by Kanboard's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Title,
    ColorId,
    OwnerId,
    DateDue,
    Description,
    CategoryId,
    Score,
    Priority,
    RecurrenceStatus,
    RecurrenceTrigger,
    RecurrenceFactor,
    RecurrenceTimeframe,
    RecurrenceBasedate,
    Reference,
    DateStarted,
    TimeSpent,
    TimeEstimated,
}

/// A value of a field, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// No value.
    Null,
    /// A whole number: an id, a count, a time in Unix seconds.
    Int(i64),
    /// Hours.
    Real(f64),
    /// Text.
    Text(String),
}

impl NamedChange {
    /// The change of a field, if the two values differ.
    pub fn between(field: &str, from: impl Into<FieldValue>, to: impl Into<FieldValue>) -> Option<Self> {
        let (from, to) = (from.into(), to.into());
        (from != to).then(|| Self { field: field.to_owned(), from, to })
    }
}

impl Field {
    /// Kanboard's name of the field.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::ColorId => "color_id",
            Self::OwnerId => "owner_id",
            Self::DateDue => "date_due",
            Self::Description => "description",
            Self::CategoryId => "category_id",
            Self::Score => "score",
            Self::Priority => "priority",
            Self::RecurrenceStatus => "recurrence_status",
            Self::RecurrenceTrigger => "recurrence_trigger",
            Self::RecurrenceFactor => "recurrence_factor",
            Self::RecurrenceTimeframe => "recurrence_timeframe",
            Self::RecurrenceBasedate => "recurrence_basedate",
            Self::Reference => "reference",
            Self::DateStarted => "date_started",
            Self::TimeSpent => "time_spent",
            Self::TimeEstimated => "time_estimated",
        }
    }
}

impl FieldValue {
    /// Whether the two say the same to a person: no value, 0 and an empty text are all "none".
    pub fn means(&self, other: &Self) -> bool {
        self == other || (self.says_none() && other.says_none())
    }

    fn says_none(&self) -> bool {
        match self {
            Self::Null | Self::Int(0) => true,
            Self::Int(_) => false,
            Self::Real(value) => *value == 0.0,
            Self::Text(text) => text.is_empty(),
        }
    }
}

impl From<i64> for FieldValue {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for FieldValue {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl From<String> for FieldValue {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for FieldValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<UserId> for FieldValue {
    fn from(value: UserId) -> Self {
        Self::Int(value.get())
    }
}

impl<T: Into<Self>> From<Option<T>> for FieldValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
