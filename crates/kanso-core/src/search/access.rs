//! Which index leads to the tasks of a search.
//!
//! The database could only guess how many tasks a condition leaves: SQLite has no statistics here. So the
//! condition that usually leaves the fewest decides. See `docs/decisions/0007-indexes-of-tasks.md`.

use kanso_domain::UserId;
use kanso_domain::search::{Condition, DateField, PersonField, Query, Who};

/// A way to the tasks of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Access {
    /// By the keys of tasks that a condition lists. The best of all.
    Keys,
    Reference,
    Owner,
    Category,
    DueDate,
    Swimlane,
    Column,
    /// All tasks of the project, perhaps of one status.
    Project,
}

impl Access {
    /// The best way there is for this query.
    pub(super) fn to(query: &Query, reader: UserId) -> Self {
        let ways = query.groups.iter().filter_map(|group| match group.as_slice() {
            [condition] => Self::by(condition, reader),
            // One index cannot answer "this or that", except for keys.
            group => ids(group).map(|_| Self::Keys),
        });
        ways.min().unwrap_or(Self::Project)
    }

    /// The index, as the schema names it.
    pub(super) fn index(self) -> Option<&'static str> {
        Some(match self {
            Self::Keys => return None,
            Self::Reference => "tasks_reference",
            Self::Owner => "tasks_owner",
            Self::Category => "tasks_category",
            Self::DueDate => "tasks_due",
            Self::Swimlane => "tasks_lane",
            Self::Column => "tasks_column",
            Self::Project => "tasks_project",
        })
    }

    /// Whether the status stands in the index before what is asked for.
    pub(super) fn goes_by_status(self) -> bool {
        matches!(self, Self::Owner | Self::DueDate)
    }

    fn by(condition: &Condition, reader: UserId) -> Option<Self> {
        match condition {
            Condition::Id(_) | Condition::Tag(_) => Some(Self::Keys),
            Condition::Reference(text) if !text.contains('*') => Some(Self::Reference),
            Condition::Person(PersonField::Assignee, who) => match who {
                Who::Id(id) if *id > 0 => Some(Self::Owner),
                Who::Me if !reader.is_none() => Some(Self::Owner),
                Who::Named(_) => Some(Self::Owner),
                Who::Id(_) | Who::Me | Who::Nobody | Who::Anybody => None,
            },
            Condition::Category(_) => Some(Self::Category),
            Condition::Date(DateField::Due, _) => Some(Self::DueDate),
            Condition::Swimlane(_) => Some(Self::Swimlane),
            Condition::Column(_) => Some(Self::Column),
            Condition::Never
            | Condition::Text { .. }
            | Condition::IsOpen(_)
            | Condition::Person(PersonField::Creator | PersonField::SubtaskAssignee, _)
            | Condition::Color(_)
            | Condition::NoCategory
            | Condition::NoTag
            | Condition::Number(..)
            | Condition::Reference(_)
            | Condition::NoReference
            | Condition::Link(_)
            | Condition::Project(_)
            | Condition::Date(
                DateField::Started
                | DateField::Created
                | DateField::Modified
                | DateField::Completed
                | DateField::Moved,
                _,
            )
            | Condition::NoDueDate => None,
        }
    }
}

/// The ids, if the group asks for nothing else.
pub(super) fn ids(group: &[Condition]) -> Option<Vec<i64>> {
    let id = |condition: &Condition| if let Condition::Id(id) = condition { Some(*id) } else { None };
    group.iter().map(id).collect()
}
