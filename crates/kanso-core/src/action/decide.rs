//! Whether an automatic action is called for. Nothing is asked of the database here.

use jiff::tz::TimeZone;
use kanso_domain::{ColumnId, LinkId, Rule, UserId};

use super::effect::{Effect, effect};
use super::{Facts, Params};
use crate::Result;

const DAY: i64 = 24 * 60 * 60;

/// What happened, as far as automatic actions ask.
pub(crate) struct Occasion<'a> {
    /// The task as it was right after.
    pub(crate) task: &'a Facts,
    /// The column that it left, for moves.
    pub(crate) left: Option<ColumnId>,
    /// The label of the link, for links.
    pub(crate) link: Option<LinkId>,
    /// Who did it; 0 for the application.
    pub(crate) caller: UserId,
    /// Unix seconds.
    pub(crate) now: i64,
    /// Where days are counted.
    pub(crate) zone: &'a TimeZone,
}

/// What the rule does on this occasion; nothing when it is not called for.
///
/// # Errors
///
/// [`Error::Invalid`](crate::Error::Invalid) when its parameters make no sense.
pub(crate) fn decide(rule: Rule, params: &Params, on: &Occasion<'_>) -> Result<Option<Effect>> {
    if is_in_place(rule, params, on.task)? && holds(rule, params, on)? {
        effect(rule, params, on).map(Some)
    } else {
        Ok(None)
    }
}

/// Whether the task is where the rule's parameters say: in the column or swimlane it is about, and not yet where it
/// would go.
fn is_in_place(rule: Rule, params: &Params, task: &Facts) -> Result<bool> {
    for name in rule.parameters() {
        let is_met = match *name {
            "column_id" if is_about_leaving(rule) => true,
            "column_id" | "src_column_id" => params.number(name)? == task.column,
            "dest_column_id" => params.number(name)? != task.column,
            "swimlane_id" => params.number(name)? == task.swimlane.get(),
            "dest_swimlane_id" => params.number(name)? != task.swimlane.get(),
            _ => true,
        };
        if !is_met {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_about_leaving(rule: Rule) -> bool {
    matches!(rule, Rule::TaskAssignDueDateOnMoveColumn | Rule::TaskUpdateStartDateOnMoveColumn)
}

/// Whether the rest of the rule's condition is met.
fn holds(rule: Rule, params: &Params, on: &Occasion<'_>) -> Result<bool> {
    let task = on.task;
    let is = |name, value: i64| params.number(name).map(|wanted| wanted == value);
    let is_left = || is("column_id", on.left.map_or(0, ColumnId::get));
    let is_linked = || is("link_id", on.link.map_or(0, LinkId::get));
    let is_old = |since: i64| params.number("duration").map(|days| on.now - since > days.saturating_mul(DAY));
    let is_reached = |date: i64| date > 0 && date <= on.now;
    let (has_owner, has_caller) = (!task.owner.is_none(), !on.caller.is_none());
    Ok(match rule {
        Rule::CommentCreationMoveTaskColumn
        | Rule::TaskAssignCurrentUser
        | Rule::TaskAssignCurrentUserColumn => has_caller,
        Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet => has_caller && !has_owner,
        Rule::TaskAssignToUserOnCreationInColumn | Rule::TaskMoveColumnUnAssigned => !has_owner,
        Rule::TaskMoveColumnAssigned => has_owner,
        Rule::TaskDuplicateAnotherProject | Rule::TaskMoveAnotherProject => {
            !is("project_id", task.project.get())?
        }
        Rule::TaskAssignDueDateOnMoveColumn => is_left()?,
        Rule::TaskUpdateStartDateOnMoveColumn => is_left()? && task.started == 0,
        Rule::TaskAssignColorUser | Rule::TaskMoveSwimlaneAssigned => is("user_id", task.owner.get())?,
        Rule::TaskAssignColorCategory
        | Rule::TaskMoveColumnCategoryChange
        | Rule::TaskMoveSwimlaneCategoryChange => is("category_id", task.category)?,
        Rule::TaskAssignCategoryColor => params.text("color_id")? == task.color,
        Rule::TaskAssignColorPriority => is("priority", task.priority)?,
        Rule::TaskAssignCategoryLink => is_linked()? && task.category == 0,
        Rule::TaskAssignColorLink => is_linked()?,
        Rule::TaskAssignColorOnDueDate => is_reached(task.due),
        Rule::TaskAssignColorOnStartDate | Rule::TaskMoveColumnOnStartDate => is_reached(task.started),
        Rule::TaskCloseNoActivity | Rule::TaskCloseNoActivityColumn | Rule::TaskEmailNoActivity => {
            is_old(task.modified)?
        }
        Rule::TaskCloseNotMovedColumn | Rule::TaskMoveColumnNotMovedPeriod => is_old(task.moved)?,
        Rule::TaskMoveColumnOnDueDate => {
            task.due > 0 && task.due - on.now < params.number("duration")?.saturating_mul(DAY)
        }
        Rule::StopSubtaskTimerMoveTaskColumn
        | Rule::SubtaskTimerMoveTaskColumn
        | Rule::TaskAssignCategorySwimlaneChange
        | Rule::TaskAssignColorColumn
        | Rule::TaskAssignColorSwimlane
        | Rule::TaskAssignCreator
        | Rule::TaskAssignDueDateOnCreation
        | Rule::TaskAssignPrioritySwimlane
        | Rule::TaskAssignSpecificUser
        | Rule::TaskAssignUserSwimlaneChange
        | Rule::TaskCloseColumn
        | Rule::TaskEmail
        | Rule::TaskMoveColumnClosed
        | Rule::TaskUpdateStartDate => true,
    })
}
