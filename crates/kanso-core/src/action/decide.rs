//! Whether an automatic action is called for. Nothing is asked of the database here.

use jiff::tz::TimeZone;
use kanso_domain::{ColumnId, LinkId, Rule, UserId};

use super::effect::{Effect, effect};
use super::{Facts, Params, Place, Unmet};
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

/// What comes of an action on an occasion.
#[derive(Debug)]
pub(crate) enum Verdict {
    /// It is called for, and wants this.
    Do(Effect),
    /// It is not called for.
    Leave(Unmet),
}

/// What the rule does on this occasion, or why it is not called for.
///
/// # Errors
///
/// [`Error::Invalid`](crate::Error::Invalid) when its parameters make no sense.
pub(crate) fn decide(rule: Rule, params: &Params, on: &Occasion<'_>) -> Result<Verdict> {
    let (place, whole) = Place::of(rule, params);
    let unmet = match place.unmet(on.task) {
        None => whole.and_then(|()| unmet(rule, params, on))?,
        elsewhere => elsewhere,
    };
    unmet.map_or_else(|| effect(rule, params, on).map(Verdict::Do), |unmet| Ok(Verdict::Leave(unmet)))
}

/// The first part of the rest of the rule's condition that is not met.
#[expect(clippy::too_many_lines, reason = "a table: each rule and what it asks for")]
fn unmet(rule: Rule, params: &Params, on: &Occasion<'_>) -> Result<Option<Unmet>> {
    let task = on.task;
    let is = |name, value: i64| params.number(name).map(|wanted| wanted == value);
    let is_left = || is("column_id", on.left.map_or(0, ColumnId::get));
    let is_linked = || is("link_id", on.link.map_or(0, LinkId::get));
    let is_old = |since: i64| params.number("duration").map(|days| on.now - since > days.saturating_mul(DAY));
    let is_reached = |date: i64| date > 0 && date <= on.now;
    let (has_owner, has_caller) = (!task.owner.is_none(), !on.caller.is_none());
    let parts: &[(bool, Unmet)] = &match rule {
        Rule::CommentCreationMoveTaskColumn
        | Rule::TaskAssignCurrentUser
        | Rule::TaskAssignCurrentUserColumn => [(has_caller, Unmet::Caller); 2],
        Rule::TaskAssignCurrentUserColumnIfNoUserAlreadySet => {
            [(has_caller, Unmet::Caller), (!has_owner, Unmet::Assigned)]
        }
        Rule::TaskAssignToUserOnCreationInColumn | Rule::TaskMoveColumnUnAssigned => {
            [(!has_owner, Unmet::Assigned); 2]
        }
        Rule::TaskMoveColumnAssigned => [(has_owner, Unmet::Unassigned); 2],
        Rule::TaskDuplicateAnotherProject | Rule::TaskMoveAnotherProject => {
            [(!is("project_id", task.project.get())?, Unmet::AlreadyThere); 2]
        }
        Rule::TaskAssignDueDateOnMoveColumn => [(is_left()?, Unmet::Left); 2],
        Rule::TaskUpdateStartDateOnMoveColumn => {
            [(is_left()?, Unmet::Left), (task.started == 0, Unmet::Started)]
        }
        Rule::TaskAssignColorUser | Rule::TaskMoveSwimlaneAssigned => {
            [(is("user_id", task.owner.get())?, Unmet::Assignee); 2]
        }
        Rule::TaskAssignColorCategory
        | Rule::TaskMoveColumnCategoryChange
        | Rule::TaskMoveSwimlaneCategoryChange => [(is("category_id", task.category)?, Unmet::Category); 2],
        Rule::TaskAssignCategoryColor => [(params.text("color_id")? == task.color, Unmet::Color); 2],
        Rule::TaskAssignColorPriority => [(is("priority", task.priority)?, Unmet::Priority); 2],
        Rule::TaskAssignCategoryLink => {
            [(is_linked()?, Unmet::Link), (task.category == 0, Unmet::Categorised)]
        }
        Rule::TaskAssignColorLink => [(is_linked()?, Unmet::Link); 2],
        Rule::TaskAssignColorOnDueDate => [(is_reached(task.due), Unmet::Date); 2],
        Rule::TaskAssignColorOnStartDate | Rule::TaskMoveColumnOnStartDate => {
            [(is_reached(task.started), Unmet::Date); 2]
        }
        Rule::TaskCloseNoActivity | Rule::TaskCloseNoActivityColumn | Rule::TaskEmailNoActivity => {
            [(is_old(task.modified)?, Unmet::Age); 2]
        }
        Rule::TaskCloseNotMovedColumn | Rule::TaskMoveColumnNotMovedPeriod => {
            [(is_old(task.moved)?, Unmet::Age); 2]
        }
        Rule::TaskMoveColumnOnDueDate => {
            let is_near = task.due - on.now < params.number("duration")?.saturating_mul(DAY);
            [(task.due > 0 && is_near, Unmet::Date); 2]
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
        | Rule::TaskUpdateStartDate => return Ok(None),
    };
    Ok(parts.iter().find(|(is_met, _)| !is_met).map(|(_, unmet)| *unmet))
}
