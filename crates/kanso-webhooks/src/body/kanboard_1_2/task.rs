//! The task in bodies of Kanboard 1.2, in the order of its keys.

use kanso_core::task::TaskDetails;
use serde::Serialize;

use crate::body::value::hours;

#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
pub(super) struct Task {
    id: i64,
    title: String,
    description: Option<String>,
    date_creation: i64,
    color_id: String,
    project_id: i64,
    column_id: i64,
    owner_id: i64,
    position: i64,
    is_active: i64,
    date_completed: Option<i64>,
    score: Option<i64>,
    date_due: Option<i64>,
    category_id: Option<i64>,
    creator_id: i64,
    date_modification: i64,
    reference: Option<String>,
    date_started: Option<i64>,
    #[serde(serialize_with = "hours")]
    time_spent: Option<f64>,
    #[serde(serialize_with = "hours")]
    time_estimated: Option<f64>,
    swimlane_id: i64,
    date_moved: i64,
    recurrence_status: i64,
    recurrence_trigger: i64,
    recurrence_factor: i64,
    recurrence_timeframe: i64,
    recurrence_basedate: i64,
    recurrence_parent: Option<i64>,
    recurrence_child: Option<i64>,
    priority: Option<i64>,
    external_provider: Option<String>,
    external_uri: Option<String>,
    category_name: Option<String>,
    swimlane_name: Option<String>,
    project_name: String,
    column_title: String,
    assignee_username: Option<String>,
    assignee_name: Option<String>,
    creator_username: Option<String>,
    creator_name: Option<String>,
    category_description: Option<String>,
    column_position: i64,
}
