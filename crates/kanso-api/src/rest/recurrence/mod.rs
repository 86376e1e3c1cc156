//! How a task comes back on days of the calendar.

pub(crate) mod end;
pub(crate) mod find;
pub(crate) mod set;

use kanso_core::recurrence;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a task comes back. All is null when it does not.
#[derive(Debug, Default, Serialize, ToSchema)]
pub(crate) struct Recurrence {
    /// On which days: a recurrence rule of RFC 5545.
    #[schema(required, example = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    rule: Option<String>,
    /// The day that they are counted from.
    #[schema(required, example = "2026-11-23")]
    begins_on: Option<String>,
    /// The next day; null when there is none any more.
    #[schema(required, example = "2026-12-07")]
    next_on: Option<String>,
}

/// How a task shall come back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRecurrence {
    /// On which days: `FREQ` of `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`, with `INTERVAL`, `BYDAY`, `BYMONTHDAY`, and
    /// `COUNT` or `UNTIL`.
    #[schema(example = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")]
    rule: String,
    /// The day that they are counted from.
    #[schema(example = "2026-11-23")]
    begins_on: String,
}

impl From<recurrence::Recurrence> for Recurrence {
    fn from(known: recurrence::Recurrence) -> Self {
        Self {
            rule: Some(known.rule.to_string()),
            begins_on: Some(known.begins_on.to_string()),
            next_on: known.next_on.map(|day| day.to_string()),
        }
    }
}
