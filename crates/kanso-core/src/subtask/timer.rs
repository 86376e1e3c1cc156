//! Timers of subtasks: each person has one at most on each subtask, and any number in all.

use kanso_db::params;
use kanso_domain::{Permission, SubtaskId, UserId};

use super::{find, hours};
use crate::change::Change;
use crate::{Actor, App, Conflict, Error, Fault, Result};

/// The hours since a person's timer on a subtask started, rounded to two decimals; `None` while none runs.
#[crate::use_case]
pub async fn find_running_timer(
    app: &App,
    actor: &Actor,
    subtask: SubtaskId,
    user: UserId,
) -> Result<Option<f64>> {
    const FIND: &str =
        "SELECT started_at FROM subtask_timers WHERE subtask_id = $1 AND user_id = $2 AND ended_at = 0";
    let now = app.clock().now();
    app.read_in(actor, subtask, Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let started = conn.one::<(i64,)>(FIND, params![subtask.get(), user.get()]).await?;
            Ok(started.map(|(started,)| hours::between(started, now)))
        })
    })
    .await
}

/// Starts a person's timer on a subtask, whose status stays.
///
/// # Errors
///
/// [`Conflict::AlreadyThere`] when it runs, or there is no such person; [`Error::Invalid`] when a person means
/// the timer of another.
#[crate::use_case]
pub async fn start_subtask_timer(app: &App, actor: &Actor, subtask: SubtaskId, user: UserId) -> Result<()> {
    app.change(actor, subtask, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_own(change.actor(), user)?;
            let is_started = start_timer(change, subtask, user).await?;
            is_started.then_some(()).ok_or(Error::Conflict(Conflict::AlreadyThere))
        })
    })
    .await
}

/// Stops a person's timer on a subtask, if one runs, and adds its hours to the subtask.
///
/// # Errors
///
/// [`Error::Invalid`] when a person means the timer of another.
#[crate::use_case]
pub async fn stop_subtask_timer(app: &App, actor: &Actor, subtask: SubtaskId, user: UserId) -> Result<()> {
    app.change(actor, subtask, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_own(change.actor(), user)?;
            stop_timer(change, subtask, user).await
        })
    })
    .await
}

fn require_own(actor: &Actor, user: UserId) -> Result<()> {
    match actor {
        Actor::User(me) if me.id != user => Err(Error::Invalid(Fault::Unknown("user"))),
        Actor::User(_) | Actor::Application => Ok(()),
    }
}

/// Starts the timer inside a change; answers whether it did: not when it runs, or when there is no such person
/// or subtask.
pub(crate) async fn start_timer(change: &mut Change<'_>, subtask: SubtaskId, user: UserId) -> Result<bool> {
    const START: &str = "INSERT INTO subtask_timers (subtask_id, user_id, started_at) \
        SELECT s.id, u.id, CAST($3 AS BIGINT) FROM subtasks s CROSS JOIN users u WHERE s.id = $1 AND u.id = $2 \
        AND NOT EXISTS (SELECT 1 FROM subtask_timers WHERE subtask_id = $1 AND user_id = $2 AND ended_at = 0)";
    let values = params![subtask.get(), user.get(), change.now()];
    Ok(change.conn().execute(START, values).await? == 1)
}

/// Stops the timer inside a change, if it runs: its hours go to the subtask, and the sums to the task.
pub(crate) async fn stop_timer(change: &mut Change<'_>, subtask: SubtaskId, user: UserId) -> Result<()> {
    const FIND: &str =
        "SELECT id, started_at FROM subtask_timers WHERE subtask_id = $1 AND user_id = $2 AND ended_at = 0";
    const STOP: &str = "UPDATE subtask_timers SET ended_at = $1, time_spent = $2 WHERE id = $3";
    const ADD: &str = "UPDATE subtasks SET time_spent = time_spent + $1 WHERE id = $2";
    let (conn, now) = (change.conn(), change.now());
    let running = conn.one::<(i64, i64)>(FIND, params![subtask.get(), user.get()]).await?;
    let Some((timer, started)) = running else { return Ok(()) };
    let spent = hours::between(started, now);
    conn.execute(STOP, params![now, spent, timer]).await?;
    if spent > 0.0 {
        conn.execute(ADD, params![spent, subtask.get()]).await?;
        hours::sum_up(conn, find::load(conn, subtask).await?.task_id).await?;
    }
    Ok(())
}
