//! Lists, a page at a time.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::input::parsed;
use super::problem::{Outcome, Problem};

/// Which part of a list, where nothing else narrows it.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichPage {
    /// The `next` of the page before.
    #[serde(default)]
    pub(crate) after: Option<String>,
    /// How many at most, from 1 to 200; 50 unless said.
    #[serde(default, deserialize_with = "parsed")]
    #[param(value_type = Option<i64>)]
    pub(crate) limit: Option<i64>,
}

/// Entries of a list, and where the next ones begin.
#[derive(Debug, Serialize)]
pub(crate) struct Page<T> {
    pub(crate) data: Vec<T>,
    /// What to send as `after` for the next page; null after the last one.
    pub(crate) next: Option<String>,
}

/// The most entries of a page.
const MOST: i64 = 200;
const USUAL: i64 = 50;

/// How many entries are asked for.
pub(crate) fn limit(asked: Option<i64>) -> Outcome<i64> {
    match asked.unwrap_or(USUAL) {
        limit @ 1..=MOST => Ok(limit),
        _ => Err(Problem::invalid("limit", format!("limit must be from 1 to {MOST}."))),
    }
}

/// The id that a cursor holds.
pub(crate) fn cursor(after: Option<&str>) -> Outcome<Option<i64>> {
    let read = |after: &str| after.parse().map_err(|_| Problem::invalid("after", BAD_CURSOR));
    after.map(read).transpose()
}

/// What to tell of a cursor that is none.
pub(crate) const BAD_CURSOR: &str = "after must be the next of the page before.";

impl<T> Page<T> {
    /// A page of at most `limit` entries; more say that there is a next one.
    pub(crate) fn of(mut data: Vec<T>, limit: i64, id: impl Fn(&T) -> i64) -> Self {
        let limit = usize::try_from(limit).unwrap_or_default();
        let has_more = data.len() > limit;
        data.truncate(limit);
        let next = data.last().filter(|_| has_more).map(|last| id(last).to_string());
        Self { data, next }
    }
}
