//! What can be told of a search without asking the database.

use kanso_domain::search::{Comparison, Condition, NumberField, PersonField, Query, Who};

use crate::task::TaskDetails;

/// Whether a task that is known certainly does not meet the query. Where that takes more than the task itself, it may
/// meet it.
pub(crate) fn is_ruled_out(query: &Query, task: &TaskDetails) -> bool {
    query.groups.iter().any(|group| group.iter().all(|condition| !may_meet(condition, task)))
}

fn may_meet(condition: &Condition, task: &TaskDetails) -> bool {
    match condition {
        Condition::Id(id) => task.id == *id,
        Condition::IsOpen(is_open) => (task.is_active == 1) == *is_open,
        Condition::Color(color) => task.color_id == *color,
        Condition::Column(named) => named.id == Some(task.column_id) || named.name == task.column_title,
        Condition::NoCategory => task.category_id.unwrap_or_default() == 0,
        Condition::Category(_) => task.category_id.unwrap_or_default() > 0,
        Condition::Person(PersonField::Assignee, Who::Id(id)) => task.owner_id == *id,
        Condition::Person(PersonField::Assignee, Who::Nobody) => task.owner_id == 0,
        Condition::Person(PersonField::Assignee, Who::Anybody) => task.owner_id != 0,
        Condition::Number(NumberField::Priority, comparison, value) => {
            compares(task.priority.unwrap_or_default(), *comparison, *value)
        }
        Condition::Never
        | Condition::Text { .. }
        | Condition::Person(..)
        | Condition::Swimlane(_)
        | Condition::Tag(_)
        | Condition::NoTag
        | Condition::Number(..)
        | Condition::Reference(_)
        | Condition::NoReference
        | Condition::Link(_)
        | Condition::Project(_)
        | Condition::Date(..)
        | Condition::NoDueDate => true,
    }
}

fn compares(number: i64, comparison: Comparison, value: i64) -> bool {
    match comparison {
        Comparison::Below => number < value,
        Comparison::UpTo => number <= value,
        Comparison::Is => number == value,
        Comparison::From => number >= value,
        Comparison::Above => number > value,
    }
}
