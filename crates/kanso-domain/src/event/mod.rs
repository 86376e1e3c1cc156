//! What can happen. One closed list; everything that follows from a change follows from one of these.

mod field;
mod filter;
mod name;
mod subject;

use serde::{Deserialize, Serialize};

use crate::board::Step;
use crate::{CommentId, FileId, ProjectId, Slot, SubtaskId, TaskId, TaskLinkId, UserId};

pub use field::{Field, FieldChange, FieldValue, NamedChange};
pub use filter::{EventFilter, UnknownEvent};
pub use name::EventName;
pub use subject::{Act, Subject};

/// Something that happened in a project or in the installation, told in the past tense, with both ends of what changed.
///
/// It is stored as JSON in the event log, next to a snapshot of what it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// A task was added to a board.
    TaskCreated { task: TaskId },
    /// Fields of a task got other values; not only the assignee.
    TaskUpdated { task: TaskId, changes: Vec<FieldChange> },
    /// The assignee of a task changed, and nothing else.
    TaskAssigned { task: TaskId, from: UserId, to: UserId },
    /// A task got other tags, which are no fields of it. `before` are the names of those it had.
    TaskTagged { task: TaskId, before: Vec<String> },
    /// A task was moved on its board. `moved_before` is its `date_moved` before (Unix seconds).
    TaskMoved { task: TaskId, from: Slot, to: Slot, moved_before: i64 },
    /// A task was closed.
    TaskClosed { task: TaskId },
    /// A closed task was opened again.
    TaskOpened { task: TaskId },
    /// A task was deleted with all that belonged to it.
    TaskRemoved { task: TaskId },
    /// A deleted task was brought back with all that belonged to it.
    TaskRestored { task: TaskId },
    /// A comment was written.
    CommentCreated { task: TaskId, comment: CommentId },
    /// The text of a comment changed. `before` is the old text.
    CommentUpdated { task: TaskId, comment: CommentId, before: String },
    /// A comment was deleted.
    CommentRemoved { task: TaskId, comment: CommentId },
    /// A task was moved to the board of another project.
    TaskMovedToProject { task: TaskId, from: ProjectId, to: ProjectId },
    /// A subtask was added.
    SubtaskCreated { task: TaskId, subtask: SubtaskId },
    /// A subtask changed.
    SubtaskUpdated { task: TaskId, subtask: SubtaskId, changes: Vec<NamedChange> },
    /// A subtask was deleted.
    SubtaskRemoved { task: TaskId, subtask: SubtaskId },
    /// A link from the task to another was made or changed. The other side has an event of its own.
    LinkSaved { task: TaskId, link: TaskLinkId },
    /// A link from the task to another was deleted.
    LinkRemoved { task: TaskId, link: TaskLinkId },
    /// A file was attached.
    FileAdded { task: TaskId, file: FileId },
    /// An attached file was deleted.
    FileRemoved { task: TaskId, file: FileId },
    /// Something other than a task and its parts changed; `id` is of the subject's kind.
    Managed { subject: Subject, act: Act, id: i64, changes: Vec<NamedChange> },
}

impl Event {
    /// The names this event goes by on the wire, in the order in which Kanboard sends them.
    ///
    /// One fact can have two: a task moved to another swimlane and column is announced as both.
    pub fn names(&self) -> impl Iterator<Item = EventName> + use<> {
        let (first, second) = match self {
            Self::TaskCreated { .. } => (EventName::TaskCreate, None),
            Self::TaskUpdated { .. } => (EventName::TaskUpdate, None),
            Self::TaskAssigned { .. } => (EventName::TaskAssigneeChange, None),
            Self::TaskTagged { .. } => (EventName::TaskTagChange, None),
            Self::TaskMoved { from, to, .. } => move_names(*from, *to),
            Self::TaskClosed { .. } => (EventName::TaskClose, None),
            Self::TaskOpened { .. } => (EventName::TaskOpen, None),
            Self::TaskRemoved { .. } => (EventName::TaskRemove, None),
            Self::TaskRestored { .. } => (EventName::TaskRestore, None),
            Self::TaskMovedToProject { .. } => (EventName::TaskMoveProject, None),
            Self::CommentCreated { .. } => (EventName::CommentCreate, None),
            Self::CommentUpdated { .. } => (EventName::CommentUpdate, None),
            Self::CommentRemoved { .. } => (EventName::CommentDelete, None),
            Self::SubtaskCreated { .. } => (EventName::SubtaskCreate, None),
            Self::SubtaskUpdated { .. } => (EventName::SubtaskUpdate, None),
            Self::SubtaskRemoved { .. } => (EventName::SubtaskDelete, None),
            Self::LinkSaved { .. } => (EventName::LinkCreateUpdate, None),
            Self::LinkRemoved { .. } => (EventName::LinkDelete, None),
            Self::FileAdded { .. } => (EventName::FileCreate, None),
            Self::FileRemoved { .. } => (EventName::FileDestroy, None),
            Self::Managed { subject, act, .. } => (EventName::Managed(*subject, *act), None),
        };
        std::iter::once(first).chain(second)
    }

    /// The task this is about, 0 if it is about none. Events of one task are delivered in order.
    pub fn task(&self) -> TaskId {
        match self {
            Self::TaskCreated { task }
            | Self::TaskUpdated { task, .. }
            | Self::TaskAssigned { task, .. }
            | Self::TaskTagged { task, .. }
            | Self::TaskMoved { task, .. }
            | Self::TaskClosed { task }
            | Self::TaskOpened { task }
            | Self::TaskRemoved { task }
            | Self::TaskRestored { task }
            | Self::TaskMovedToProject { task, .. }
            | Self::CommentCreated { task, .. }
            | Self::CommentUpdated { task, .. }
            | Self::CommentRemoved { task, .. }
            | Self::SubtaskCreated { task, .. }
            | Self::SubtaskUpdated { task, .. }
            | Self::SubtaskRemoved { task, .. }
            | Self::LinkSaved { task, .. }
            | Self::LinkRemoved { task, .. }
            | Self::FileAdded { task, .. }
            | Self::FileRemoved { task, .. } => *task,
            Self::Managed { .. } => TaskId::default(),
        }
    }
}

fn move_names(from: Slot, to: Slot) -> (EventName, Option<EventName>) {
    match Step::between(from, to) {
        Step::Swimlane if from.lane.column != to.lane.column => {
            (EventName::TaskMoveSwimlane, Some(EventName::TaskMoveColumn))
        }
        Step::Swimlane => (EventName::TaskMoveSwimlane, None),
        Step::Column => (EventName::TaskMoveColumn, None),
        Step::Position | Step::Nowhere => (EventName::TaskMovePosition, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: (i64, i64, i64), to: (i64, i64, i64)) -> Vec<&'static str> {
        let slot = |(s, c, p): (i64, i64, i64)| Slot::new(s.into(), c.into(), p);
        let event = Event::TaskMoved { task: 1.into(), from: slot(from), to: slot(to), moved_before: 0 };
        event.names().map(EventName::as_str).collect()
    }

    #[test]
    fn a_diagonal_move_has_two_names() {
        assert_eq!(moved((1, 1, 1), (2, 2, 1)), ["task.move.swimlane", "task.move.column"]);
        assert_eq!(moved((1, 1, 1), (2, 1, 1)), ["task.move.swimlane"]);
        assert_eq!(moved((1, 1, 1), (1, 2, 1)), ["task.move.column"]);
        assert_eq!(moved((1, 1, 1), (1, 1, 3)), ["task.move.position"]);
    }

    #[test]
    fn every_name_reads_back() {
        for name in EventName::all() {
            assert_eq!(EventName::parse(name.as_str()), Some(name));
        }
        assert_eq!(EventName::parse("task.explode"), None);
    }

    #[test]
    fn an_event_survives_its_stored_form() {
        let event = Event::TaskUpdated {
            task: 7.into(),
            changes: vec![FieldChange {
                field: Field::TimeSpent,
                from: FieldValue::Null,
                to: FieldValue::Real(1.25),
            }],
        };
        let stored = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&stored).unwrap(), event);
    }
}
