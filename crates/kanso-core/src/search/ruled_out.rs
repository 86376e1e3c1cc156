//! What can be told of a search without asking the database.

use kanso_domain::search::{Comparison, Condition, Named, NumberField, PersonField, Query, Who, Within};

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
        Condition::Category(named) => {
            let id = task.category_id.unwrap_or_default();
            id > 0 && task.category_name.as_deref().is_none_or(|name| is_named(named, name, id))
        }
        Condition::Swimlane(name) => {
            task.swimlane_name.as_deref().is_none_or(|known| known.eq_ignore_ascii_case(name))
        }
        Condition::Project(named) => is_named(named, &task.project_name, task.project_id),
        Condition::Person(PersonField::Assignee, Who::Id(id)) => task.owner_id == *id,
        Condition::Person(PersonField::Assignee, Who::Nobody) => task.owner_id == 0,
        Condition::Person(PersonField::Assignee, Who::Anybody) => task.owner_id != 0,
        Condition::Number(NumberField::Priority, comparison, value) => {
            compares(task.priority.unwrap_or_default(), *comparison, *value)
        }
        Condition::Number(NumberField::Score, comparison, value) => {
            task.score.is_some_and(|score| compares(score, *comparison, *value))
        }
        Condition::Text { within, text, id } => {
            *id == Some(task.id) || has_text(*within, &text.to_ascii_lowercase(), task)
        }
        Condition::NoReference => reference(task).is_empty(),
        Condition::Reference(text) => {
            let known = reference(task);
            !known.is_empty() && (text.contains('*') || known.eq_ignore_ascii_case(text))
        }
        Condition::NoDueDate => task.date_due.unwrap_or_default() == 0,
        Condition::Never
        | Condition::Person(..)
        | Condition::Tag(_)
        | Condition::NoTag
        | Condition::Link(_)
        | Condition::Date(..) => true,
    }
}

fn is_named(named: &Named, name: &str, id: i64) -> bool {
    named.id == Some(id) || named.name.eq_ignore_ascii_case(name)
}

fn reference(task: &TaskDetails) -> &str {
    task.reference.as_deref().unwrap_or_default()
}

/// `text` in small letters, as far as they are ASCII: the database makes no difference between those either.
fn has_text(within: Within, text: &str, task: &TaskDetails) -> bool {
    let has = |known: &str| known.to_ascii_lowercase().contains(text);
    match within {
        Within::Title => has(&task.title),
        Within::Description => task.description.as_deref().is_some_and(has),
        // Who reads comments is not known here.
        Within::Comments | Within::Everything => true,
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
