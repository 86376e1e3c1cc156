//! What an event changed of its task, both ends, under the names that the task's fields have.

use schemars::JsonSchema;
use serde::Serialize;

use super::part::{Ends, Named, Time, User};

/// The fields that changed, each with both ends; what stayed is not there.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct TaskChanges<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Ends<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<Ends<Option<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reference: Option<Ends<Option<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) is_active: Option<Ends<bool>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) project: Option<Ends<Named<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) column: Option<Ends<Named<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) swimlane: Option<Ends<Option<Named<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) category: Option<Ends<Option<Named<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) position: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) color: Option<Ends<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) assignee: Option<Ends<Option<User<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tags: Option<Ends<Vec<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) priority: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) score: Option<Ends<Option<i64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time_estimated: Option<Ends<Option<f64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) time_spent: Option<Ends<Option<f64>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) due_at: Option<Ends<Option<Time>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) started_at: Option<Ends<Option<Time>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moved_at: Option<Ends<Option<Time>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) completed_at: Option<Ends<Option<Time>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recurrence_status: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recurrence_trigger: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recurrence_factor: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recurrence_timeframe: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) recurrence_basedate: Option<Ends<i64>>,
}
