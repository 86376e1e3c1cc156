//! Kanboard 1.2: a nested task, numbers as numbers, and who did it.

mod part;
mod task;

use std::borrow::Cow;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName, FieldChange};
use serde::{Serialize, Serializer};

use self::part::{File, Subtask};
use self::task::Task;
use super::managed::Managed;
use super::moved::{MoveChanges, Moved};
use super::part::NoChanges;
use super::value::Changed;
use super::{Error, changes, comment, file, subtask, task, task_link};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    let envelope = Envelope {
        event_name: name.as_str(),
        event_data: data(logged)?,
        event_author: logged.actor.as_deref(),
    };
    Ok(serde_json::to_string(&envelope)?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let (task, task_id) = (task(logged), logged.event.task().get());
    Ok(match &logged.event {
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Updated { task_id, task: task?, changes: Changes(changes(&logged.event)) }
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            let task = task?;
            let moved = Moved::new(task, *from, *to, *moved_before);
            Data::Moved { task_id, task, changes: moved.changes(task), moved }
        }
        Event::TaskMovedToProject { .. } => Data::Task { task_id, task: task?, changes: Some([]) },
        Event::TaskCreated { .. }
        | Event::TaskClosed { .. }
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
struct Envelope<'a> {
    event_name: &'static str,
    event_data: Data<'a>,
    /// Null for the application.
    event_author: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Updated {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: Changes<'a>,
    },
    Moved {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: MoveChanges,
        #[serde(flatten)]
        moved: Moved,
    },
    Task {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<NoChanges>,
    },
    Comment {
        /// Stored with Kanboard's keys in Kanboard's order.
        comment: &'a CommentDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Subtask {
        #[serde(with = "Subtask")]
        subtask: &'a SubtaskDetails,
        #[serde(skip_serializing_if = "Option::is_none")]
        changes: Option<NoChanges>,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Link {
        /// Stored with Kanboard's keys too.
        task_link: &'a TaskLinkDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    File {
        #[serde(with = "File")]
        file: &'a FileDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Managed(Managed<'a>),
}

struct Changes<'a>(Cow<'a, [FieldChange]>);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (change.field.as_str(), Changed(&change.to))))
    }
}
