//! Values as PHP and its database drivers of the time wrote them.

use std::fmt::Display;

use kanso_domain::FieldValue;
use serde::{Serialize, Serializer};

/// A number as the drivers returned it: text.
pub(super) fn text<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// The same for a column that may be empty.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(super) fn text_or_null<T: Display, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_none(),
    }
}

/// The same for a column that could not be empty then, and had the default 0.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(super) fn text_or_zero<T: Display, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_str("0"),
    }
}

/// Text that could not be missing then.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(super) fn or_empty<S: Serializer>(value: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_deref().unwrap_or_default())
}

/// Text that was null there when it is empty here.
pub(super) fn or_null<S: Serializer>(value: &str, serializer: S) -> Result<S::Ok, S::Error> {
    Some(value).filter(|value| !value.is_empty()).serialize(serializer)
}

/// Hours: whole ones without a point, as PHP writes them.
pub(super) struct Hours(pub(super) f64);

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Beyond 2^53 a float holds no exact count anyway.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
            let whole = self.0 as i64;
            serializer.serialize_i64(whole)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// Hours of a column that may be empty.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(super) fn hours<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    value.map(Hours).serialize(serializer)
}

/// Hours of a column that is never empty.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference to the field")]
pub(super) fn some_hours<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Hours(*value).serialize(serializer)
}

/// A changed value as what it is.
pub(super) struct Changed<'a>(pub(super) &'a FieldValue);

impl Serialize for Changed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FieldValue::Null => serializer.serialize_none(),
            FieldValue::Int(value) => serializer.serialize_i64(*value),
            FieldValue::Real(value) => Hours(*value).serialize(serializer),
            FieldValue::Text(value) => serializer.serialize_str(value),
        }
    }
}

/// A changed value as text; one that is missing is null.
pub(super) fn changed_text<S: Serializer>(value: &FieldValue, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        FieldValue::Null => serializer.serialize_none(),
        FieldValue::Int(value) => serializer.collect_str(value),
        FieldValue::Real(value) => serializer.collect_str(value),
        FieldValue::Text(value) => serializer.serialize_str(value),
    }
}
