//! What can happen. One closed list; everything that follows from a change follows from one of these.

use serde::{Deserialize, Serialize};

use crate::board::Step;
use crate::{CommentId, Slot, TaskId, UserId};

/// Something that happened to a project, told in the past tense, with both ends of what changed.
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
    /// A task was moved on its board. `moved_before` is its `date_moved` before (Unix seconds).
    TaskMoved { task: TaskId, from: Slot, to: Slot, moved_before: i64 },
    /// A task was closed.
    TaskClosed { task: TaskId },
    /// A closed task was opened again.
    TaskOpened { task: TaskId },
    /// A task was deleted with all that belonged to it.
    TaskRemoved { task: TaskId },
    /// A comment was written.
    CommentCreated { task: TaskId, comment: CommentId },
    /// The text of a comment changed. `before` is the old text.
    CommentUpdated { task: TaskId, comment: CommentId, before: String },
    /// A comment was deleted.
    CommentRemoved { task: TaskId, comment: CommentId },
}

/// One field of a task, and both ends of its change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// The value before.
    pub from: FieldValue,
    /// The value after.
    pub to: FieldValue,
}

/// A field of a task that an update can change, by Kanboard's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Title,
    ColorId,
    OwnerId,
    DateDue,
    Description,
    CategoryId,
    Score,
    Priority,
    RecurrenceStatus,
    RecurrenceTrigger,
    RecurrenceFactor,
    RecurrenceTimeframe,
    RecurrenceBasedate,
    Reference,
    DateStarted,
    TimeSpent,
    TimeEstimated,
}

/// A value of a field, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// No value.
    Null,
    /// A whole number: an id, a count, a time in Unix seconds.
    Int(i64),
    /// Hours.
    Real(f64),
    /// Text.
    Text(String),
}

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
    /// `comment.create`
    CommentCreate,
    /// `comment.update`
    CommentUpdate,
    /// `comment.delete`
    CommentDelete,
}

impl EventName {
    /// Every name, in the order in which pages list them.
    pub const ALL: [Self; 12] = [
        Self::TaskCreate,
        Self::TaskUpdate,
        Self::TaskAssigneeChange,
        Self::TaskMoveColumn,
        Self::TaskMovePosition,
        Self::TaskMoveSwimlane,
        Self::TaskClose,
        Self::TaskOpen,
        Self::TaskRemove,
        Self::CommentCreate,
        Self::CommentUpdate,
        Self::CommentDelete,
    ];

    /// The name as receivers see it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TaskCreate => "task.create",
            Self::TaskUpdate => "task.update",
            Self::TaskAssigneeChange => "task.assignee_change",
            Self::TaskMoveColumn => "task.move.column",
            Self::TaskMovePosition => "task.move.position",
            Self::TaskMoveSwimlane => "task.move.swimlane",
            Self::TaskClose => "task.close",
            Self::TaskOpen => "task.open",
            Self::TaskRemove => "task.remove",
            Self::CommentCreate => "comment.create",
            Self::CommentUpdate => "comment.update",
            Self::CommentDelete => "comment.delete",
        }
    }

    /// The name that reads `text`, if there is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.as_str() == text)
    }

    /// Whether Kanboard sends this event too. Endpoints in a Kanboard format get only these.
    pub const fn is_kanboards(self) -> bool {
        !matches!(self, Self::TaskRemove)
    }
}

impl Event {
    /// The names this event goes by on the wire, in the order in which Kanboard sends them.
    ///
    /// One fact can have two: a task moved to another swimlane and column is announced as both.
    pub fn names(&self) -> &'static [EventName] {
        match self {
            Self::TaskCreated { .. } => &[EventName::TaskCreate],
            Self::TaskUpdated { .. } => &[EventName::TaskUpdate],
            Self::TaskAssigned { .. } => &[EventName::TaskAssigneeChange],
            Self::TaskMoved { from, to, .. } => move_names(*from, *to),
            Self::TaskClosed { .. } => &[EventName::TaskClose],
            Self::TaskOpened { .. } => &[EventName::TaskOpen],
            Self::TaskRemoved { .. } => &[EventName::TaskRemove],
            Self::CommentCreated { .. } => &[EventName::CommentCreate],
            Self::CommentUpdated { .. } => &[EventName::CommentUpdate],
            Self::CommentRemoved { .. } => &[EventName::CommentDelete],
        }
    }

    /// The task this is about. Events of one task are delivered in order.
    pub fn task(&self) -> TaskId {
        match self {
            Self::TaskCreated { task }
            | Self::TaskUpdated { task, .. }
            | Self::TaskAssigned { task, .. }
            | Self::TaskMoved { task, .. }
            | Self::TaskClosed { task }
            | Self::TaskOpened { task }
            | Self::TaskRemoved { task }
            | Self::CommentCreated { task, .. }
            | Self::CommentUpdated { task, .. }
            | Self::CommentRemoved { task, .. } => *task,
        }
    }
}

fn move_names(from: Slot, to: Slot) -> &'static [EventName] {
    match Step::between(from, to) {
        Step::Swimlane if from.lane.column != to.lane.column => {
            &[EventName::TaskMoveSwimlane, EventName::TaskMoveColumn]
        }
        Step::Swimlane => &[EventName::TaskMoveSwimlane],
        Step::Column => &[EventName::TaskMoveColumn],
        Step::Position | Step::Nowhere => &[EventName::TaskMovePosition],
    }
}

impl Field {
    /// Kanboard's name of the field.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::ColorId => "color_id",
            Self::OwnerId => "owner_id",
            Self::DateDue => "date_due",
            Self::Description => "description",
            Self::CategoryId => "category_id",
            Self::Score => "score",
            Self::Priority => "priority",
            Self::RecurrenceStatus => "recurrence_status",
            Self::RecurrenceTrigger => "recurrence_trigger",
            Self::RecurrenceFactor => "recurrence_factor",
            Self::RecurrenceTimeframe => "recurrence_timeframe",
            Self::RecurrenceBasedate => "recurrence_basedate",
            Self::Reference => "reference",
            Self::DateStarted => "date_started",
            Self::TimeSpent => "time_spent",
            Self::TimeEstimated => "time_estimated",
        }
    }
}

impl FieldValue {
    /// Whether the two say the same to a person: no value, 0 and an empty text are all "none".
    pub fn means(&self, other: &Self) -> bool {
        self == other || (self.says_none() && other.says_none())
    }

    fn says_none(&self) -> bool {
        match self {
            Self::Null | Self::Int(0) => true,
            Self::Int(_) => false,
            Self::Real(value) => *value == 0.0,
            Self::Text(text) => text.is_empty(),
        }
    }
}

impl From<i64> for FieldValue {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<f64> for FieldValue {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl From<String> for FieldValue {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<UserId> for FieldValue {
    fn from(value: UserId) -> Self {
        Self::Int(value.get())
    }
}

impl<T: Into<Self>> From<Option<T>> for FieldValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: (i64, i64, i64), to: (i64, i64, i64)) -> Vec<&'static str> {
        let slot = |(s, c, p): (i64, i64, i64)| Slot::new(s.into(), c.into(), p);
        let event = Event::TaskMoved { task: 1.into(), from: slot(from), to: slot(to), moved_before: 0 };
        event.names().iter().map(|name| name.as_str()).collect()
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
        for name in EventName::ALL {
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
