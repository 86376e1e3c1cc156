//! The event log: what happened, with what it was about at that time.

mod list;

use kanso_domain::{Event, EventId, ProjectId, UserId};
use serde::{Deserialize, Serialize};

use crate::comment::CommentDetails;
use crate::task::TaskDetails;

pub(crate) use list::latest;
pub use list::{latest_event, list_events_after, list_task_events};

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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The task.
    pub task: TaskDetails,
    /// The comment, for events of comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<CommentDetails>,
}
