//! Stored values of changed fields as what they mean.

use kanso_domain::FieldValue;

use super::part::{Ends, Time};
use super::task::text;

/// Both ends, read alike; `None` when they mean the same.
pub(super) fn both<'a, T: PartialEq>(
    from: &'a FieldValue,
    to: &'a FieldValue,
    read: impl Fn(&'a FieldValue) -> T,
) -> Option<Ends<T>> {
    Ends::differing(read(from), read(to))
}

pub(super) fn words(value: &FieldValue) -> &str {
    maybe_words(value).unwrap_or_default()
}

pub(super) fn maybe_words(value: &FieldValue) -> Option<&str> {
    if let FieldValue::Text(written) = value { text(Some(written)) } else { None }
}

pub(super) fn number(value: &FieldValue) -> i64 {
    maybe_number(value).unwrap_or_default()
}

pub(super) fn maybe_number(value: &FieldValue) -> Option<i64> {
    if let FieldValue::Int(number) = value { Some(*number) } else { None }
}

pub(super) fn time(value: &FieldValue) -> Option<Time> {
    Time::stored(maybe_number(value))
}

pub(super) fn hours(value: &FieldValue) -> f64 {
    maybe_hours(value).unwrap_or_default()
}

/// Hours that are whole may have been read back as whole numbers.
pub(super) fn maybe_hours(value: &FieldValue) -> Option<f64> {
    match value {
        FieldValue::Real(hours) => Some(*hours),
        FieldValue::Int(hours) => Some(*hours as f64),
        FieldValue::Null | FieldValue::Text(_) => None,
    }
}
