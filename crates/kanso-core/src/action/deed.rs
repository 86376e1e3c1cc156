//! What composed rules can do.

use jiff::tz::TimeZone;
use kanso_domain::recurrence::{Timeframe, shift};
use kanso_domain::{ColumnId, EndpointId, ProjectId, Slot, SwimlaneId, UserId, color, text};
use serde::{Deserialize, Serialize};

use super::{Effect, Facts};
use crate::task::{TaskPatch, Telling};
use crate::{Error, Fault, Result};

/// The furthest due date, in days.
const LONGEST: i64 = 36_500;

/// One thing that a composed rule does with the task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Deed {
    /// Give it a colour.
    Color { color: String },
    /// Assign it; 0 is nobody.
    Assign { user: UserId },
    /// Give it a priority.
    Priority { priority: i64 },
    /// Give it a category; 0 is none.
    Category { category: i64 },
    /// Give it a complexity.
    Score { score: i64 },
    /// Make it due in so many days.
    Due { days: i64 },
    /// Move it to the top of a column.
    Column { column: ColumnId },
    /// Move it to a swimlane.
    Swimlane { swimlane: SwimlaneId },
    /// Close it.
    Close,
    /// Open it again.
    Open,
    /// Comment on it.
    Comment { text: String },
    /// Add a subtask.
    Subtask { title: String },
    /// Give it one more tag.
    Tag { tag: String },
    /// Create a task in another project.
    Create { project: ProjectId, title: String },
    /// Send the event to an endpoint.
    Webhook { endpoint: EndpointId },
    /// Tell somebody these words, on the page and by mail as they want to be told.
    Notify { to: Addressee, text: String },
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// Who has the task.
    Assignee,
    /// Who made the task.
    Creator,
    /// A person of the project.
    User(UserId),
}

impl Addressee {
    /// Who that is; nobody where the task has none.
    pub(crate) fn of(self, task: &Facts) -> UserId {
        match self {
            Self::Assignee => task.owner,
            Self::Creator => task.creator,
            Self::User(user) => user,
        }
    }
}

impl Deed {
    /// Refuses what makes no sense in any project.
    pub(super) fn check(&self) -> Result<()> {
        let words = |text: &str, field, longest| {
            let fault = if text.trim().is_empty() {
                Fault::Missing(field)
            } else if text::fits(text, longest) {
                return Ok(());
            } else {
                Fault::TooLong(field, longest)
            };
            Err(Error::Invalid(fault))
        };
        match self {
            Self::Color { color } if color::find(color).is_none() => {
                Err(Error::Invalid(Fault::Unknown("color")))
            }
            Self::Due { days } if !(0..=LONGEST).contains(days) => {
                Err(Error::Invalid(Fault::OutOfRange("duration", format!("0 … {LONGEST}"))))
            }
            Self::Score { score } if !(0..=i64::from(i32::MAX)).contains(score) => {
                Err(Error::Invalid(Fault::Unknown("score")))
            }
            Self::Comment { text } => words(text, "comment", text::TITLE),
            Self::Notify { text, .. } => words(text, "text", text::TITLE),
            Self::Subtask { title } => words(title, "subtask", text::TITLE),
            Self::Tag { tag } => words(tag, "tag", text::NAME),
            Self::Create { title, .. } => words(title, "title", text::TITLE),
            Self::Color { .. }
            | Self::Assign { .. }
            | Self::Priority { .. }
            | Self::Category { .. }
            | Self::Score { .. }
            | Self::Due { .. }
            | Self::Column { .. }
            | Self::Swimlane { .. }
            | Self::Close
            | Self::Open
            | Self::Webhook { .. } => Ok(()),
        }
    }

    /// The other project that it changes.
    pub(super) fn reaches(&self) -> Option<ProjectId> {
        if let Self::Create { project, .. } = self { Some(*project) } else { None }
    }

    /// What is to be done with a task; `None` for what is sent away or told.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] for a day that no calendar has.
    pub(crate) fn effect(&self, task: &Facts, now: i64, zone: &TimeZone) -> Result<Option<Effect>> {
        let set = |patch| Effect::Set(Box::new(patch), Telling::Recorded);
        let plain = TaskPatch::default();
        let to = |to| Effect::Move { to, telling: Telling::Recorded, is_closed: false };
        Ok(Some(match self {
            Self::Color { color } => set(TaskPatch { color: Some(color.clone()), ..plain }),
            Self::Assign { user } => set(TaskPatch { owner: Some(*user), ..plain }),
            Self::Priority { priority } => set(TaskPatch { priority: Some(*priority), ..plain }),
            Self::Category { category } => set(TaskPatch { category: Some(*category), ..plain }),
            Self::Score { score } => set(TaskPatch { score: Some(*score), ..plain }),
            Self::Due { days } => {
                let due = shift(now, Timeframe::Days, *days, zone);
                let due = due.ok_or(Error::Invalid(Fault::Unknown("duration")))?;
                set(TaskPatch { date_due: Some(due), ..plain })
            }
            Self::Column { column } if column.get() == task.column => {
                to(Slot::new(task.swimlane, *column, task.position))
            }
            Self::Column { column } => to(Slot::new(task.swimlane, *column, 1)),
            Self::Swimlane { swimlane } => to(Slot::new(*swimlane, task.column.into(), task.position)),
            Self::Close => Effect::Close,
            Self::Open => Effect::Open,
            Self::Comment { text } => Effect::Say(text.clone()),
            Self::Subtask { title } => Effect::PlainSubtask { title: title.clone() },
            Self::Tag { tag } => Effect::Tag(tag.clone()),
            Self::Create { project, title } => Effect::Create { project: *project, title: title.clone() },
            Self::Webhook { .. } | Self::Notify { .. } => return Ok(None),
        }))
    }
}
