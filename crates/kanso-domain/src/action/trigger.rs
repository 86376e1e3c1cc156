//! What sets automatic actions off.

use crate::Event;
use crate::board::Step;

/// Something that automatic actions can wait for, by Kanboard's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    /// `task_internal_link.create_update`
    LinkCreateUpdate,
    /// `subtask.create_update`, which no action waits for
    SubtaskCreateUpdate,
    /// `task.assignee_change`
    AssigneeChange,
    /// `task.update`
    Update,
    /// `task.close`
    Close,
    /// `task.create`
    Create,
    /// `task.create_update`: comes just before [`Trigger::Create`] and [`Trigger::Update`]
    CreateUpdate,
    /// `task.move.column`
    MoveColumn,
    /// `task.move.swimlane`
    MoveSwimlane,
    /// `task.open`
    Open,
    /// `task.cronjob.daily`, for all open tasks of a project
    Daily,
}

impl Trigger {
    /// All, sorted by what they say.
    pub const ALL: [Self; 11] = [
        Self::LinkCreateUpdate,
        Self::SubtaskCreateUpdate,
        Self::AssigneeChange,
        Self::Update,
        Self::Close,
        Self::Create,
        Self::CreateUpdate,
        Self::MoveColumn,
        Self::MoveSwimlane,
        Self::Open,
        Self::Daily,
    ];

    /// Kanboard's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::LinkCreateUpdate => "task_internal_link.create_update",
            Self::SubtaskCreateUpdate => "subtask.create_update",
            Self::AssigneeChange => "task.assignee_change",
            Self::Update => "task.update",
            Self::Close => "task.close",
            Self::Create => "task.create",
            Self::CreateUpdate => "task.create_update",
            Self::MoveColumn => "task.move.column",
            Self::MoveSwimlane => "task.move.swimlane",
            Self::Open => "task.open",
            Self::Daily => "task.cronjob.daily",
        }
    }

    /// What it says to people, in English.
    pub const fn text(self) -> &'static str {
        match self {
            Self::LinkCreateUpdate => "A link between tasks is made or changed",
            Self::SubtaskCreateUpdate => "A subtask is created or changed",
            Self::AssigneeChange => "A task gets another assignee",
            Self::Update => "A task is changed",
            Self::Close => "A task is closed",
            Self::Create => "A task is created",
            Self::CreateUpdate => "A task is created or changed",
            Self::MoveColumn => "A task is moved to another column",
            Self::MoveSwimlane => "A task is moved to another swimlane",
            Self::Open => "A task is opened again",
            Self::Daily => "Every day, for each open task",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trigger| trigger.as_str() == name)
    }

    /// What an event sets off, in Kanboard's order.
    pub fn of(event: &Event) -> &'static [Self] {
        match event {
            Event::TaskCreated { .. } => &[Self::CreateUpdate, Self::Create],
            Event::TaskUpdated { .. } => &[Self::CreateUpdate, Self::Update],
            Event::TaskAssigned { .. } => &[Self::AssigneeChange],
            Event::TaskMoved { from, to, .. } => match Step::between(*from, *to) {
                Step::Swimlane if from.lane.column != to.lane.column => {
                    &[Self::MoveSwimlane, Self::MoveColumn]
                }
                Step::Swimlane => &[Self::MoveSwimlane],
                Step::Column => &[Self::MoveColumn],
                Step::Position | Step::Nowhere => &[],
            },
            Event::TaskClosed { .. } => &[Self::Close],
            Event::TaskOpened { .. } => &[Self::Open],
            Event::LinkSaved { .. } => &[Self::LinkCreateUpdate],
            Event::SubtaskCreated { .. } | Event::SubtaskUpdated { .. } => &[Self::SubtaskCreateUpdate],
            Event::TaskTagged { .. }
            | Event::TaskRemoved { .. }
            | Event::TaskRestored { .. }
            | Event::TaskMovedToProject { .. }
            | Event::CommentCreated { .. }
            | Event::CommentUpdated { .. }
            | Event::CommentRemoved { .. }
            | Event::SubtaskRemoved { .. }
            | Event::LinkRemoved { .. }
            | Event::FileAdded { .. }
            | Event::FileRemoved { .. }
            | Event::Managed { .. } => &[],
        }
    }
}
