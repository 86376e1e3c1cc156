//! The new values that an update is told with.

use std::borrow::Cow;

use kanso_domain::{Field, FieldChange, FieldValue};
use serde::{Serialize, Serializer};

use crate::body::value::changed_text;

pub(super) struct Changes<'a>(pub(super) Cow<'a, [FieldChange]>);

struct Changed<'a>(&'a FieldChange);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (change.field.as_str(), Changed(change))))
    }
}

impl Serialize for Changed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use Field::{CategoryId, DateDue, DateStarted, Priority, Reference, Score, TimeEstimated, TimeSpent};
        match (self.0.field, &self.0.to) {
            // Dates were computed from what the form held.
            (DateDue | DateStarted, FieldValue::Int(date)) => serializer.serialize_i64(*date),
            (DateDue | DateStarted, FieldValue::Null) => serializer.serialize_i64(0),
            (CategoryId | Priority | Score | TimeEstimated | TimeSpent, FieldValue::Null) => {
                serializer.serialize_str("0")
            }
            (Reference, FieldValue::Null) => serializer.serialize_str(""),
            (_, to) => changed_text(to, serializer),
        }
    }
}
