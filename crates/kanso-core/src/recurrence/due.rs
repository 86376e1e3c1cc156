//! Making the tasks whose day has come.

use jiff::civil::Date;
use kanso_db::{Conn, params};
use kanso_domain::{Permission, TaskId};

use super::find::{day, load};
use crate::change::Change;
use crate::task::{self, Shift};
use crate::{Actor, App, Error, Result};

/// Makes the next task of each series whose day has come, and answers how many. Those of closed projects wait.
///
/// A series of which several days have passed, as after a long stop, makes up for one of them: the latest. Any number
/// of servers may call this at any time: a task and its series are changed in one transaction, so that each day's task
/// is made once, also after a crash.
///
/// # Errors
///
/// When one could not be made; the next call tries again. The others are made.
#[crate::use_case]
pub async fn create_due_tasks(app: &App) -> Result<usize> {
    const DUE: &str = "SELECT r.task_id FROM recurrences r JOIN tasks t ON t.id = r.task_id \
        JOIN projects p ON p.id = t.project_id WHERE r.next_on <= $1 AND p.is_active = 1 \
        AND p.removed_at = 0 ORDER BY r.task_id";
    let today = app.settings().date_input().local(app.clock().now()).date();
    let due: Vec<(i64,)> = app
        .read(move |conn| Box::pin(async move { Ok(conn.all(DUE, params![today.to_string()]).await?) }))
        .await?;
    let (mut made, mut failure) = (0, None);
    for (task,) in due {
        let task = TaskId::from(task);
        let done = app.change(&Actor::Application, task, Permission::WorkInProject, move |change| {
            Box::pin(async move { create_next(change, task, today).await })
        });
        match done.await {
            Ok(is_made) => made += usize::from(is_made),
            // It was removed meanwhile.
            Err(Error::NotFound(_)) => {}
            Err(error) => {
                tracing::error!(%task, %error, "the next task of a series could not be made");
                failure = Some(error);
            }
        }
    }
    failure.map_or(Ok(made), Err)
}

/// Whether there was one to make: another server may have made it.
async fn create_next(change: &mut Change<'_>, task: TaskId, today: Date) -> Result<bool> {
    let Some(row) = load(change.conn(), task).await? else { return Ok(false) };
    let series = row.read()?;
    if series.next_on.is_none_or(|next| next > today) {
        return Ok(false);
    }
    let Some(occurs) = series.rule.last_until(series.begins_on, today) else { return Ok(false) };
    let next = series.rule.next_after(series.begins_on, today);
    let shift = Shift { from: day(&row.occurs_on)?, to: occurs };
    let made = task::create_occurrence(change, task, shift).await?;
    take_along(change.conn(), task, made, occurs, next).await?;
    Ok(true)
}

/// The series goes on with the new task.
async fn take_along(conn: &Conn, task: TaskId, made: TaskId, occurs: Date, next: Option<Date>) -> Result<()> {
    const TAKE: &str = "UPDATE recurrences SET task_id = $1, occurs_on = $2, next_on = $3 WHERE task_id = $4";
    let next = next.map(|next| next.to_string());
    conn.execute(TAKE, params![made.get(), occurs.to_string(), next, task.get()]).await?;
    Ok(())
}
