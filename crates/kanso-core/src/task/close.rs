//! Closing a task.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskAct, TaskId};

use super::{find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Result, Scope, subtask};

/// Closes a task and finishes its subtasks. Its place is kept for the day it is opened again.
///
/// Closing a closed task sets its dates anew and records the event again, as in Kanboard.
#[crate::use_case]
pub async fn close_task(app: &App, actor: &Actor, task: TaskId) -> Result<()> {
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move { close_in(change, task).await })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn close_in(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    const CLOSE: &str =
        "UPDATE tasks SET is_active = 0, date_completed = $1, date_modification = $1 WHERE id = $2";
    let before = find::load(change.conn(), task).await?;
    let act = TaskAct::OpenOrClose(before.column_id);
    change.require_act(before.project_id, act, before.owner_id).await?;
    lane::count(change.conn(), before.slot().lane, -before.is_active).await?;
    subtask::finish_all(change, task).await?;
    change.conn().execute(CLOSE, params![change.now(), task.get()]).await?;
    let snapshot = Snapshot::of_turned_task(change, &before).await?;
    change.record(Event::TaskClosed { task }, &snapshot).await?;
    Ok(())
}
