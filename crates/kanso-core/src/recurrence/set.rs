//! Letting a task come back, and ending that.

use jiff::civil::Date;
use kanso_db::params;
use kanso_domain::recurrence::calendar::CalendarRule;
use kanso_domain::{Permission, TaskAct, TaskId};

use super::Recurrence;
use crate::change::Change;
use crate::task::{PENDING, find};
use crate::{Actor, App, Conflict, Error, Fault, Result};

/// Lets a task come back on the days of the rule, which are counted from `begins_on`. The first new task comes on the
/// first of them after today: today's is the task itself.
///
/// # Errors
///
/// [`Fault::Unknown`] of `recurrence` when there is no such day any more; [`Conflict::RecursAlready`] for a task that
/// recurs when something happens to it.
#[crate::use_case]
pub async fn set_recurrence(
    app: &App,
    actor: &Actor,
    task: TaskId,
    rule: CalendarRule,
    begins_on: Date,
) -> Result<Recurrence> {
    const SET: &str = "INSERT INTO recurrences (task_id, rule, begins_on, occurs_on, next_on) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (task_id) DO UPDATE SET rule = excluded.rule, \
        begins_on = excluded.begins_on, occurs_on = excluded.occurs_on, next_on = excluded.next_on";
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_update(change, task).await?;
            let today = change.settings().date_input().local(change.now()).date();
            // The day before the beginning, so that the beginning itself can be the next one.
            let since = begins_on.yesterday().unwrap_or(begins_on).max(today);
            let next = rule.next_after(begins_on, since);
            let next = next.ok_or(Error::Invalid(Fault::Unknown("recurrence")))?;
            let occurs = rule.last_until(begins_on, today).unwrap_or(begins_on);
            let values = params![
                task.get(),
                rule.to_string(),
                begins_on.to_string(),
                occurs.to_string(),
                next.to_string()
            ];
            change.conn().execute(SET, values).await?;
            change.ring(change.project());
            Ok(Recurrence { rule, begins_on, next_on: Some(next) })
        })
    })
    .await
}

/// Lets a task come back no more. Those that came stay.
#[crate::use_case]
pub async fn end_recurrence(app: &App, actor: &Actor, task: TaskId) -> Result<()> {
    const END: &str = "DELETE FROM recurrences WHERE task_id = $1";
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_update(change, task).await?;
            change.conn().execute(END, params![task.get()]).await?;
            change.ring(change.project());
            Ok(())
        })
    })
    .await
}

async fn require_update(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    let task = find::load(change.conn(), task).await?;
    change.require_act(task.project_id, TaskAct::Update, task.owner_id).await?;
    if task.recurrence_status == PENDING {
        return Err(Error::Conflict(Conflict::RecursAlready));
    }
    Ok(())
}
