//! Kanboard of 2016 to 2018: a nested task; what was read from the database is text, whatever its type.

mod changes;
mod comment;
mod task;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName};
use serde::Serialize;

use self::changes::Changes;
use self::comment::Comment;
use self::task::Task;
use super::managed::Managed;
use super::moved::{MoveChanges, MoveChangesText, Moved, MovedText};
use super::part::{FileText, NoChanges, SubtaskText, TaskLinkText};
use super::value::text;
use super::{Envelope, Error, changes, comment, file, subtask, task, task_link};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    let envelope = Envelope { event_name: name.as_str(), event_data: data(logged)? };
    Ok(serde_json::to_string(&envelope)?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let (task, task_id) = (task(logged), logged.event.task().get());
    Ok(match &logged.event {
        Event::TaskCreated { .. } => Data::Created { task_id, task: task? },
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Updated { task_id, task: task?, changes: Changes(changes(&logged.event)) }
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            let task = task?;
            let moved = Moved::new(task, *from, *to, *moved_before);
            Data::Moved { task_id, task, changes: moved.changes(task), moved }
        }
        Event::TaskMovedToProject { .. } => Data::Task { task_id, task: task?, changes: Some([]) },
        Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
        | Event::TaskRestored { .. }
        | Event::TaskTagged { .. } => Data::Task { task_id, task: task?, changes: None },
        Event::CommentCreated { .. } | Event::CommentUpdated { .. } | Event::CommentRemoved { .. } => {
            Data::Comment { comment: comment(logged)?, task: task? }
        }
        Event::SubtaskCreated { .. } | Event::SubtaskRemoved { .. } => {
            Data::Subtask { subtask: subtask(logged)?, changes: None, task: task? }
        }
        Event::SubtaskUpdated { .. } => {
            Data::Subtask { subtask: subtask(logged)?, changes: Some([]), task: task? }
        }
        Event::LinkSaved { .. } | Event::LinkRemoved { .. } => {
            Data::Link { task_link: task_link(logged)?, task: task? }
        }
        Event::FileAdded { .. } | Event::FileRemoved { .. } => {
            Data::File { file: file(logged)?, task: task? }
        }
        Event::Managed { subject, act, changes, .. } => {
            Data::Managed(Managed::new(logged, *subject, *act, changes)?)
        }
    })
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    /// The id of a new task came from the insertion, so it is a number.
    Created {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Updated {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: Changes<'a>,
    },
    Moved {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        #[serde(with = "MoveChangesText")]
        changes: MoveChanges,
        #[serde(flatten, with = "MovedText")]
        moved: Moved,
    },
    Task {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<NoChanges>,
    },
    Comment {
        #[serde(with = "Comment")]
        comment: &'a CommentDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Subtask {
        #[serde(with = "SubtaskText")]
        subtask: &'a SubtaskDetails,
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<NoChanges>,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Link {
        #[serde(with = "TaskLinkText")]
        task_link: &'a TaskLinkDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    File {
        #[serde(with = "FileText")]
        file: &'a FileDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Managed(Managed<'a>),
}
