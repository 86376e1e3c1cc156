//! The task in bodies of Kanboard of 2016, in the order of its keys.

use kanso_core::task::TaskDetails;
use serde::Serialize;

use crate::body::value::{or_empty, text, text_or_null, text_or_zero};

#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
pub(super) struct Task {
    #[serde(serialize_with = "text")]
    id: i64,
    #[serde(serialize_with = "or_empty")]
    reference: Option<String>,
    title: String,
    description: Option<String>,
    #[serde(serialize_with = "text")]
    date_creation: i64,
    #[serde(serialize_with = "text_or_null")]
    date_completed: Option<i64>,
    #[serde(serialize_with = "text")]
    date_modification: i64,
    #[serde(serialize_with = "text_or_zero")]
    date_due: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    date_started: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    time_estimated: Option<f64>,
    #[serde(serialize_with = "text_or_zero")]
    time_spent: Option<f64>,
    color_id: String,
    #[serde(serialize_with = "text")]
    project_id: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    #[serde(serialize_with = "text")]
    owner_id: i64,
    #[serde(serialize_with = "text")]
    creator_id: i64,
    #[serde(serialize_with = "text")]
    position: i64,
    #[serde(serialize_with = "text")]
    is_active: i64,
    #[serde(serialize_with = "text_or_zero")]
    score: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    category_id: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    priority: Option<i64>,
    #[serde(serialize_with = "text")]
    swimlane_id: i64,
    #[serde(serialize_with = "text")]
    date_moved: i64,
    #[serde(serialize_with = "text")]
    recurrence_status: i64,
    #[serde(serialize_with = "text")]
    recurrence_trigger: i64,
    #[serde(serialize_with = "text")]
    recurrence_factor: i64,
    #[serde(serialize_with = "text")]
    recurrence_timeframe: i64,
    #[serde(serialize_with = "text")]
    recurrence_basedate: i64,
    #[serde(serialize_with = "text_or_null")]
    recurrence_parent: Option<i64>,
    #[serde(serialize_with = "text_or_null")]
    recurrence_child: Option<i64>,
    category_name: Option<String>,
    swimlane_name: Option<String>,
    project_name: String,
    default_swimlane: String,
    column_title: String,
    assignee_username: Option<String>,
    assignee_name: Option<String>,
    creator_username: Option<String>,
    creator_name: Option<String>,
}
