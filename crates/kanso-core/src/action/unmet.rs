//! Why an automatic action was not called for.

/// The part of an action's condition that was not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unmet {
    /// The task is in another column.
    Column,
    /// The task is in another swimlane.
    Swimlane,
    /// The task is where it would go.
    AlreadyThere,
    /// The application did it, which is nobody.
    Caller,
    /// The task has an assignee.
    Assigned,
    /// The task has no assignee.
    Unassigned,
    /// The task is somebody else's.
    Assignee,
    /// The task left another column, or none.
    Left,
    /// The task has a start date.
    Started,
    /// The link has another label.
    Link,
    /// The task has a category.
    Categorised,
    /// The task has another category.
    Category,
    /// The task has another colour.
    Color,
    /// The task has another priority.
    Priority,
    /// The date is not there, or not reached.
    Date,
    /// It has not been for long enough.
    Age,
    /// The filter does not find the task.
    Filter,
}

impl Unmet {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Column,
        Self::Swimlane,
        Self::AlreadyThere,
        Self::Caller,
        Self::Assigned,
        Self::Unassigned,
        Self::Assignee,
        Self::Left,
        Self::Started,
        Self::Link,
        Self::Categorised,
        Self::Category,
        Self::Color,
        Self::Priority,
        Self::Date,
        Self::Age,
        Self::Filter,
    ];

    /// The word in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Swimlane => "swimlane",
            Self::AlreadyThere => "already_there",
            Self::Caller => "caller",
            Self::Assigned => "assigned",
            Self::Unassigned => "unassigned",
            Self::Assignee => "assignee",
            Self::Left => "left",
            Self::Started => "started",
            Self::Link => "link",
            Self::Categorised => "categorised",
            Self::Category => "category",
            Self::Color => "color",
            Self::Priority => "priority",
            Self::Date => "date",
            Self::Age => "age",
            Self::Filter => "filter",
        }
    }

    /// The one of this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unmet| unmet.as_str() == word)
    }
}
