//! What a composed rule does, as requests say it and answers show it.

use kanso_core::action::{Addressee, Deed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One thing that a rule does with the task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum RuleDeed {
    /// Give it a colour.
    Color { color: String },
    /// Assign it; 0 is nobody.
    Assign { user: i64 },
    /// Give it a priority.
    Priority { priority: i64 },
    /// Give it a category; 0 is none.
    Category { category: i64 },
    /// Give it a complexity.
    Score { score: i64 },
    /// Make it due in so many days.
    Due { days: i64 },
    /// Move it to the top of a column.
    Column { column: i64 },
    /// Move it to a swimlane.
    Swimlane { swimlane: i64 },
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
    Create { project: i64, title: String },
    /// Send the event to a webhook of the project.
    Webhook { webhook: i64 },
    /// Tell somebody these words, on the page and by mail as they want to be told.
    Notify { to: RuleAddressee, text: String },
}

/// Who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RuleAddressee {
    /// Who has the task.
    Assignee,
    /// Who made the task.
    Creator,
    /// A person of the project.
    User(i64),
}

impl From<Deed> for RuleDeed {
    fn from(deed: Deed) -> Self {
        match deed {
            Deed::Color { color } => Self::Color { color },
            Deed::Assign { user } => Self::Assign { user: user.get() },
            Deed::Priority { priority } => Self::Priority { priority },
            Deed::Category { category } => Self::Category { category },
            Deed::Score { score } => Self::Score { score },
            Deed::Due { days } => Self::Due { days },
            Deed::Column { column } => Self::Column { column: column.get() },
            Deed::Swimlane { swimlane } => Self::Swimlane { swimlane: swimlane.get() },
            Deed::Close => Self::Close,
            Deed::Open => Self::Open,
            Deed::Comment { text } => Self::Comment { text },
            Deed::Subtask { title } => Self::Subtask { title },
            Deed::Tag { tag } => Self::Tag { tag },
            Deed::Create { project, title } => Self::Create { project: project.get(), title },
            Deed::Webhook { endpoint } => Self::Webhook { webhook: endpoint.get() },
            Deed::Notify { to, text } => Self::Notify { to: to.into(), text },
        }
    }
}

impl From<RuleDeed> for Deed {
    fn from(deed: RuleDeed) -> Self {
        match deed {
            RuleDeed::Color { color } => Self::Color { color },
            RuleDeed::Assign { user } => Self::Assign { user: user.into() },
            RuleDeed::Priority { priority } => Self::Priority { priority },
            RuleDeed::Category { category } => Self::Category { category },
            RuleDeed::Score { score } => Self::Score { score },
            RuleDeed::Due { days } => Self::Due { days },
            RuleDeed::Column { column } => Self::Column { column: column.into() },
            RuleDeed::Swimlane { swimlane } => Self::Swimlane { swimlane: swimlane.into() },
            RuleDeed::Close => Self::Close,
            RuleDeed::Open => Self::Open,
            RuleDeed::Comment { text } => Self::Comment { text },
            RuleDeed::Subtask { title } => Self::Subtask { title },
            RuleDeed::Tag { tag } => Self::Tag { tag },
            RuleDeed::Create { project, title } => Self::Create { project: project.into(), title },
            RuleDeed::Webhook { webhook } => Self::Webhook { endpoint: webhook.into() },
            RuleDeed::Notify { to, text } => Self::Notify { to: to.into(), text },
        }
    }
}

impl From<Addressee> for RuleAddressee {
    fn from(to: Addressee) -> Self {
        match to {
            Addressee::Assignee => Self::Assignee,
            Addressee::Creator => Self::Creator,
            Addressee::User(user) => Self::User(user.get()),
        }
    }
}

impl From<RuleAddressee> for Addressee {
    fn from(to: RuleAddressee) -> Self {
        match to {
            RuleAddressee::Assignee => Self::Assignee,
            RuleAddressee::Creator => Self::Creator,
            RuleAddressee::User(user) => Self::User(user.into()),
        }
    }
}
