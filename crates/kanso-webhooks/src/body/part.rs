//! Parts of tasks with all that was read from the database as text.

use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::{FileId, LinkId, SubtaskId, TaskId, TaskLinkId, UserId};
use serde::Serialize;

use super::value::text;

/// What Kanboard 1.2 and its predecessor put in place of the changes of a subtask and of a task's new project.
/// They compared with what was stored already, so they found none.
pub(super) type NoChanges = [(); 0];

/// The timer and what follows it were computed.
#[derive(Serialize)]
#[serde(remote = "SubtaskDetails")]
pub(super) struct SubtaskText {
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
    username: Option<String>,
    name: Option<String>,
    timer_start_date: i64,
    #[serde(getter = "SubtaskDetails::status_name")]
    status_name: Option<&'static str>,
    #[serde(getter = "SubtaskDetails::is_timer_started")]
    is_timer_started: bool,
}

#[derive(Serialize)]
#[serde(remote = "TaskLinkDetails")]
pub(super) struct TaskLinkText {
    #[serde(serialize_with = "text")]
    id: TaskLinkId,
    #[serde(serialize_with = "text")]
    opposite_task_id: TaskId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    link_id: LinkId,
    label: String,
    #[serde(serialize_with = "text")]
    opposite_link_id: i64,
}

#[derive(Serialize)]
#[serde(remote = "FileDetails")]
pub(super) struct FileText {
    #[serde(serialize_with = "text")]
    id: FileId,
    name: String,
    path: String,
    #[serde(serialize_with = "text")]
    is_image: i64,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    date: i64,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    #[serde(serialize_with = "text")]
    size: i64,
}
