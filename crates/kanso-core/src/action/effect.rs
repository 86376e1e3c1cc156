//! What the automatic actions do, once they are called for.

use kanso_domain::recurrence::{Timeframe, shift};
use kanso_domain::{ProjectId, Rule, Slot, UserId};

use super::{Facts, Occasion, Params};
use crate::task::{TaskPatch, Telling};
use crate::{Error, Fault, Result};

/// What is to be done with the task.
#[derive(Debug)]
pub(crate) enum Effect {
    /// Say in a comment which column it is in.
    Comment,
    /// Finish its subtasks and stop their timers.
    FinishSubtasks,
    /// Add a subtask for who created the task, and start their timer.
    AddSubtask { title: String },
    /// Give fields other values.
    Set(Box<TaskPatch>, Telling),
    /// Close it.
    Close,
    /// Move it on its board; a closed one only if that is said.
    Move { to: Slot, telling: Telling, is_closed: bool },
    /// Copy it to another project.
    CopyTo(ProjectId),
    /// Move it to another project.
    MoveTo(ProjectId),
    /// Open it again.
    Open,
    /// Write a comment.
    Say(String),
    /// Add a subtask of nobody.
    PlainSubtask { title: String },
    /// Give it one more tag.
    Tag(String),
    /// Create a task in another project.
    Create { project: ProjectId, title: String },
    /// Send a mail about it.
    Mail { user: UserId, subject: String },
}

/// What the rule does when its condition is met.
pub(super) fn effect(rule: Rule, params: &Params, on: &Occasion<'_>) -> Result<Effect> {
    let task = on.task;
    let color =
        || params.text("color_id").map(|id| TaskPatch { color: Some(id.to_owned()), ..TaskPatch::default() });
    let category =
        || params.number("category_id").map(|id| TaskPatch { category: Some(id), ..TaskPatch::default() });
    let user = || params.number("user_id").map(UserId::from);
    Ok(match rule {
        Rule::CommentCreationMoveTaskColumn => Effect::Comment,
        Rule::StopSubtaskTimerMoveTaskColumn => Effect::FinishSubtasks,
        Rule::SubtaskTimerMoveTaskColumn => Effect::AddSubtask { title: params.text("subtask")?.to_owned() },
        Rule::TaskAssignCategoryColor | Rule::TaskAssignCategoryLink => told(category()?),
        Rule::TaskAssignCategorySwimlaneChange => silent(category()?),
        Rule::TaskAssignColorCategory
        | Rule::TaskAssignColorColumn
        | Rule::TaskAssignColorLink
        | Rule::TaskAssignColorOnDueDate
        | Rule::TaskAssignColorOnStartDate
        | Rule::TaskAssignColorPriority
        | Rule::TaskAssignColorSwimlane
        | Rule::TaskAssignColorUser => silent(color()?),
        Rule::TaskAssignCreator | Rule::TaskAssignToUserOnCreationInColumn => told(owner(task.creator)),
        Rule::TaskAssignCurrentUser
        | Rule::TaskAssignCurrentUserColumn
        | Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet => told(owner(on.caller)),
        Rule::TaskAssignSpecificUser => told(owner(user()?)),
        Rule::TaskAssignUserSwimlaneChange => silent(owner(user()?)),
        Rule::TaskAssignDueDateOnCreation | Rule::TaskAssignDueDateOnMoveColumn => {
            silent(TaskPatch { date_due: Some(days_later(params, on)?), ..TaskPatch::default() })
        }
        Rule::TaskAssignPrioritySwimlane => {
            told(TaskPatch { priority: Some(params.number("priority")?), ..TaskPatch::default() })
        }
        Rule::TaskUpdateStartDate | Rule::TaskUpdateStartDateOnMoveColumn => {
            silent(TaskPatch { date_started: Some(on.now), ..TaskPatch::default() })
        }
        Rule::TaskCloseColumn
        | Rule::TaskCloseNoActivity
        | Rule::TaskCloseNoActivityColumn
        | Rule::TaskCloseNotMovedColumn => Effect::Close,
        Rule::TaskDuplicateAnotherProject => Effect::CopyTo(params.number("project_id")?.into()),
        Rule::TaskMoveAnotherProject => Effect::MoveTo(params.number("project_id")?.into()),
        Rule::TaskEmail | Rule::TaskEmailNoActivity => {
            Effect::Mail { user: user()?, subject: params.text("subject")?.to_owned() }
        }
        Rule::TaskMoveColumnAssigned
        | Rule::TaskMoveColumnCategoryChange
        | Rule::TaskMoveColumnClosed
        | Rule::TaskMoveColumnNotMovedPeriod
        | Rule::TaskMoveColumnOnDueDate
        | Rule::TaskMoveColumnOnStartDate
        | Rule::TaskMoveColumnUnAssigned
        | Rule::TaskMoveSwimlaneAssigned
        | Rule::TaskMoveSwimlaneCategoryChange => move_effect(rule, params, task)?,
    })
}

fn told(patch: TaskPatch) -> Effect {
    Effect::Set(Box::new(patch), Telling::Recorded)
}

fn silent(patch: TaskPatch) -> Effect {
    Effect::Set(Box::new(patch), Telling::Silent)
}

fn owner(owner: UserId) -> TaskPatch {
    TaskPatch { owner: Some(owner), ..TaskPatch::default() }
}

/// So many days from now, at the same time of day.
fn days_later(params: &Params, on: &Occasion<'_>) -> Result<i64> {
    let days = params.number("duration")?;
    shift(on.now, Timeframe::Days, days, on.zone).ok_or(Error::Invalid(Fault::Unknown("duration")))
}

/// To the top or to the same number; told or silent.
fn move_effect(rule: Rule, params: &Params, task: &Facts) -> Result<Effect> {
    let is_told = matches!(
        rule,
        Rule::TaskMoveSwimlaneAssigned | Rule::TaskMoveColumnClosed | Rule::TaskMoveColumnOnDueDate
    );
    let is_to_top = matches!(
        rule,
        Rule::TaskMoveColumnClosed
            | Rule::TaskMoveColumnOnDueDate
            | Rule::TaskMoveColumnNotMovedPeriod
            | Rule::TaskMoveColumnOnStartDate
    );
    let position = if is_to_top { 1 } else { task.position };
    let to = if rule.parameters().contains(&"dest_swimlane_id") {
        Slot::new(params.number("dest_swimlane_id")?.into(), task.column.into(), position)
    } else {
        Slot::new(task.swimlane, params.number("dest_column_id")?.into(), position)
    };
    let telling = if is_told { Telling::Recorded } else { Telling::Silent };
    Ok(Effect::Move { to, telling, is_closed: rule == Rule::TaskMoveColumnClosed })
}
