//! A task with the names beside its ids, as events carry it.

use kanso_db::{Conn, params, row};
use kanso_domain::TaskId;
use serde::{Deserialize, Serialize};

use crate::{Error, Kind, Result};

row! {
    /// A task with the names of what it refers to, Kanboard's "task details": what webhooks and the activity
    /// stream show. Times are Unix seconds, hours are numbers.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct TaskDetails {
        pub id: i64 = "t.id",
        pub title: String = "t.title",
        pub description: Option<String> = "t.description",
        pub date_creation: i64 = "t.date_creation",
        pub color_id: String = "t.color_id",
        pub project_id: i64 = "t.project_id",
        pub column_id: i64 = "t.column_id",
        pub owner_id: i64 = "t.owner_id",
        pub position: i64 = "t.position",
        pub is_active: i64 = "t.is_active",
        pub date_completed: Option<i64> = "t.date_completed",
        pub score: Option<i64> = "t.score",
        pub date_due: Option<i64> = "t.date_due",
        pub category_id: Option<i64> = "t.category_id",
        pub creator_id: i64 = "t.creator_id",
        pub date_modification: i64 = "t.date_modification",
        pub reference: Option<String> = "t.reference",
        pub date_started: Option<i64> = "t.date_started",
        pub time_spent: Option<f64> = "t.time_spent",
        pub time_estimated: Option<f64> = "t.time_estimated",
        pub swimlane_id: i64 = "t.swimlane_id",
        pub date_moved: i64 = "t.date_moved",
        pub recurrence_status: i64 = "t.recurrence_status",
        pub recurrence_trigger: i64 = "t.recurrence_trigger",
        pub recurrence_factor: i64 = "t.recurrence_factor",
        pub recurrence_timeframe: i64 = "t.recurrence_timeframe",
        pub recurrence_basedate: i64 = "t.recurrence_basedate",
        pub recurrence_parent: Option<i64> = "t.recurrence_parent",
        pub recurrence_child: Option<i64> = "t.recurrence_child",
        pub priority: Option<i64> = "t.priority",
        pub external_provider: Option<String> = "t.external_provider",
        pub external_uri: Option<String> = "t.external_uri",
        #[serde(default)]
        pub category_name: Option<String> = "k.name",
        #[serde(default)]
        pub category_description: Option<String> = "k.description",
        pub swimlane_name: Option<String> = "s.name",
        pub project_name: String = "p.name",
        pub default_swimlane: String = "p.default_swimlane",
        pub column_title: String = "c.title",
        pub column_position: i64 = "c.position",
        pub assignee_username: Option<String> = "o.username",
        pub assignee_name: Option<String> = "o.name",
        pub creator_username: Option<String> = "m.username",
        pub creator_name: Option<String> = "m.name",
    }
}

/// The task as it is now, inside the transaction.
pub(crate) async fn details(conn: &Conn, task: TaskId) -> Result<TaskDetails> {
    let find = format!(
        "SELECT {} FROM tasks t JOIN projects p ON p.id = t.project_id \
         JOIN columns c ON c.id = t.column_id \
         LEFT JOIN swimlanes s ON s.id = t.swimlane_id LEFT JOIN categories k ON k.id = t.category_id LEFT JOIN users o ON o.id = t.owner_id \
         LEFT JOIN users m ON m.id = t.creator_id WHERE t.id = $1",
        TaskDetails::COLUMNS
    );
    conn.one(&find, params![task.get()]).await?.ok_or(Error::NotFound(Kind::Task))
}
