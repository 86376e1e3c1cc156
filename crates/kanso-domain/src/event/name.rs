//! What events are called on the wire.

use super::{Act, Subject};

/// The name of an event on the wire.
///
/// Kanboard's names are fixed by its webhooks and API; the others are Kanso's own, in the same style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventName {
    /// `task.create`
    TaskCreate,
    /// `task.update`
    TaskUpdate,
    /// `task.assignee_change`
    TaskAssigneeChange,
    /// `task.tag_change`, Kanso's own: Kanboard sends nothing when a task gets other tags
    TaskTagChange,
    /// `task.move.column`
    TaskMoveColumn,
    /// `task.move.position`
    TaskMovePosition,
    /// `task.move.swimlane`
    TaskMoveSwimlane,
    /// `task.close`
    TaskClose,
    /// `task.open`
    TaskOpen,
    /// `task.remove`, Kanso's own: Kanboard sends nothing when a task is deleted
    TaskRemove,
    /// `task.restore`, Kanso's own: Kanboard has no trash
    TaskRestore,
    /// `comment.create`
    CommentCreate,
    /// `comment.update`
    CommentUpdate,
    /// `comment.delete`
    CommentDelete,
    /// `task.move.project`
    TaskMoveProject,
    /// `subtask.create`
    SubtaskCreate,
    /// `subtask.update`
    SubtaskUpdate,
    /// `subtask.delete`
    SubtaskDelete,
    /// `task_internal_link.create_update`
    LinkCreateUpdate,
    /// `task_internal_link.delete`
    LinkDelete,
    /// `task.file.create`
    FileCreate,
    /// `task.file.destroy`
    FileDestroy,
    /// `project.create`, `column.update`, `tag.remove` and the like, Kanso's own
    Managed(Subject, Act),
}

/// The names that are no subject's, in the order in which pages list them.
const OF_TASKS: [EventName; 22] = [
    EventName::TaskCreate,
    EventName::TaskUpdate,
    EventName::TaskAssigneeChange,
    EventName::TaskTagChange,
    EventName::TaskMoveColumn,
    EventName::TaskMovePosition,
    EventName::TaskMoveSwimlane,
    EventName::TaskMoveProject,
    EventName::TaskClose,
    EventName::TaskOpen,
    EventName::TaskRemove,
    EventName::TaskRestore,
    EventName::CommentCreate,
    EventName::CommentUpdate,
    EventName::CommentDelete,
    EventName::SubtaskCreate,
    EventName::SubtaskUpdate,
    EventName::SubtaskDelete,
    EventName::LinkCreateUpdate,
    EventName::LinkDelete,
    EventName::FileCreate,
    EventName::FileDestroy,
];

impl EventName {
    /// Every name, in the order in which pages list them.
    pub fn all() -> impl Iterator<Item = Self> {
        let of = |subject: Subject| subject.acts().iter().map(move |act| Self::Managed(subject, *act));
        let managed = Subject::ALL.into_iter().flat_map(of);
        OF_TASKS.into_iter().chain(managed)
    }

    /// The name as receivers see it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TaskCreate => "task.create",
            Self::TaskUpdate => "task.update",
            Self::TaskAssigneeChange => "task.assignee_change",
            Self::TaskTagChange => "task.tag_change",
            Self::TaskMoveColumn => "task.move.column",
            Self::TaskMovePosition => "task.move.position",
            Self::TaskMoveSwimlane => "task.move.swimlane",
            Self::TaskMoveProject => "task.move.project",
            Self::TaskClose => "task.close",
            Self::TaskOpen => "task.open",
            Self::TaskRemove => "task.remove",
            Self::TaskRestore => "task.restore",
            Self::CommentCreate => "comment.create",
            Self::CommentUpdate => "comment.update",
            Self::CommentDelete => "comment.delete",
            Self::SubtaskCreate => "subtask.create",
            Self::SubtaskUpdate => "subtask.update",
            Self::SubtaskDelete => "subtask.delete",
            Self::LinkCreateUpdate => "task_internal_link.create_update",
            Self::LinkDelete => "task_internal_link.delete",
            Self::FileCreate => "task.file.create",
            Self::FileDestroy => "task.file.destroy",
            Self::Managed(subject, act) => subject.event_name(act),
        }
    }

    /// The name that reads `text`, if there is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::all().find(|name| name.as_str() == text)
    }

    /// Whether Kanboard sends this event too. Endpoints in a Kanboard format get only these.
    pub const fn is_kanboards(self) -> bool {
        !matches!(self, Self::TaskTagChange | Self::TaskRemove | Self::TaskRestore | Self::Managed(..))
    }
}
