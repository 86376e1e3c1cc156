//! Subtasks, links and files in bodies of Kanboard before 2016.

use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::{FieldValue, LinkId, NamedChange, SubtaskId, TaskId, TaskLinkId, UserId};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::body::Error;
use crate::body::value::{changed_text, text};

/// What was given to the insertion, and what it computed.
#[derive(Serialize)]
#[serde(remote = "SubtaskDetails")]
pub(super) struct SubtaskCreated {
    id: SubtaskId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    title: String,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    #[serde(serialize_with = "text")]
    time_estimated: f64,
    position: i64,
}

/// The row that was read before it was deleted.
#[derive(Serialize)]
#[serde(remote = "SubtaskDetails")]
pub(super) struct SubtaskRemoved {
    #[serde(serialize_with = "text")]
    id: SubtaskId,
    title: String,
    #[serde(serialize_with = "text")]
    status: i64,
    #[serde(serialize_with = "text")]
    time_estimated: f64,
    #[serde(serialize_with = "text")]
    time_spent: f64,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    #[serde(serialize_with = "text")]
    position: i64,
}

/// What was given to the insertion.
#[derive(Serialize)]
#[serde(remote = "TaskLinkDetails")]
pub(super) struct LinkSaved {
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    opposite_task_id: TaskId,
    #[serde(serialize_with = "text")]
    link_id: LinkId,
}

/// The row that was read before it was deleted.
#[derive(Serialize)]
#[serde(remote = "TaskLinkDetails")]
pub(super) struct LinkRemoved {
    #[serde(serialize_with = "text")]
    id: TaskLinkId,
    #[serde(serialize_with = "text")]
    link_id: LinkId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    opposite_task_id: TaskId,
}

/// What was changed, between the numbers of the subtask and of its task. The status was computed.
pub(super) fn updated(
    subtask: &SubtaskDetails,
    changes: &[NamedChange],
) -> Result<Map<String, Value>, Error> {
    let mut given = Map::new();
    given.insert("id".to_owned(), json!(subtask.id.to_string()));
    for change in changes {
        let value = match (change.field.as_str(), &change.to) {
            ("status", FieldValue::Int(status)) => json!(status),
            (_, to) => changed_text(to, serde_json::value::Serializer)?,
        };
        given.insert(change.field.clone(), value);
    }
    given.insert("task_id".to_owned(), json!(subtask.task_id.to_string()));
    Ok(given)
}
