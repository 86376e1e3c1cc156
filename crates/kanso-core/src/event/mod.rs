//! The event log: what happened, with what it was about at that time.

mod list;
mod managed;

use kanso_domain::{Event, EventId, ProjectId, TaskId, UserId};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::change::Change;
use crate::comment::CommentDetails;
use crate::file::FileDetails;
use crate::link::TaskLinkDetails;
use crate::subtask::SubtaskDetails;
use crate::task::{TaskDetails, details};

pub(crate) use list::latest;
pub use list::{latest_event, list_events_after, list_instance_events, list_news, list_task_events};
pub(crate) use managed::{Managed, created, removed, updated};

/// An entry of the log.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Its place in the log; within a project, a later event has a greater id.
    pub id: EventId,
    /// The project it happened in.
    pub project: ProjectId,
    /// What happened.
    pub event: Event,
    /// What it is about, as it was right after.
    pub snapshot: Snapshot,
    /// Who did it; 0 for the application.
    pub actor_id: UserId,
    /// Their user name.
    pub actor: Option<String>,
    /// When, in Unix seconds.
    pub at: i64,
}

/// What an event is about, as it was right after it (for removals: right before).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The task, for events of tasks and their parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Box<TaskDetails>>,
    /// The comment, for events of comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Box<CommentDetails>>,
    /// The subtask, for events of subtasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtask: Option<Box<SubtaskDetails>>,
    /// The link, for events of links between tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_link: Option<Box<TaskLinkDetails>>,
    /// The file, for events of files of tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Box<FileDetails>>,
    /// The object that an event of a [`Subject`](kanso_domain::Subject) is about, without secrets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managed: Option<serde_json::Value>,
}

impl Snapshot {
    /// The task as it is now, inside the change.
    pub(crate) async fn of_task(change: &Change<'_>, task: TaskId) -> Result<Self> {
        Ok(Self { task: Some(Box::new(details(change.conn(), task).await?)), ..Self::default() })
    }

    /// The object of an event that is about no task. It must hold no secrets: receivers see it.
    pub(crate) fn of_managed(object: &impl Serialize) -> Result<Self> {
        Ok(Self { managed: Some(serde_json::to_value(object)?), ..Self::default() })
    }
}
