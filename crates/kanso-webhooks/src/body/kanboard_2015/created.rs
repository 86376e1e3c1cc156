//! A new task in bodies of Kanboard before 2016.

use kanso_core::task::TaskDetails;
use serde::{Serialize, Serializer};

use crate::body::value::{Hours, or_empty, text};

/// What was given to the insertion: ids chosen in the form are text.
#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
pub(super) struct Created {
    title: String,
    #[serde(serialize_with = "or_empty")]
    description: Option<String>,
    #[serde(serialize_with = "text")]
    project_id: i64,
    #[serde(serialize_with = "text")]
    owner_id: i64,
    #[serde(serialize_with = "number")]
    category_id: Option<i64>,
    swimlane_id: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    color_id: String,
    #[serde(serialize_with = "number")]
    score: Option<i64>,
    #[serde(serialize_with = "hours")]
    time_estimated: Option<f64>,
    #[serde(serialize_with = "number")]
    date_due: Option<i64>,
    creator_id: i64,
    date_creation: i64,
    date_modification: i64,
    date_moved: i64,
    position: i64,
    #[serde(rename = "task_id")]
    id: i64,
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn number<S: Serializer>(value: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(value.unwrap_or_default())
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn hours<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    Hours(value.unwrap_or_default()).serialize(serializer)
}
