//! Deleting a task.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskAct, TaskId};

use super::{Task, find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Door, Error, Result, file, trash};

/// Deletes a task with all that belongs to it. The log keeps its events, so those under way are delivered, and the
/// trash keeps its rows, so that [`trash::restore_task`] can bring it back.
#[crate::use_case]
pub async fn remove_task(app: &App, actor: &Actor, task: TaskId, door: Door) -> Result<()> {
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let before = find::load(change.conn(), task).await?;
            if door == Door::Pages {
                require_in_charge(change, &before).await?;
            }
            remove_in(change, &before).await
        })
    })
    .await
}

/// Refuses who neither created the task nor manages the project or the application.
async fn require_in_charge(change: &mut Change<'_>, task: &Task) -> Result<()> {
    let me = change.actor().user_id();
    if change.actor().is_admin() || !me.is_none() && task.creator_id == me {
        return Ok(());
    }
    match change.require(Permission::ManageProject).await {
        Err(Error::Forbidden(_)) => Err(Error::Forbidden(Permission::RemoveTask)),
        answer => answer,
    }
}

/// The same inside a change.
async fn remove_in(change: &mut Change<'_>, before: &Task) -> Result<()> {
    const REMOVE: &str = "DELETE FROM tasks WHERE id = $1";
    let task = before.id;
    change.require_act(before.project_id, TaskAct::Remove, before.owner_id).await?;
    lane::count(change.conn(), before.slot().lane, -before.is_active).await?;
    trash::keep(change, before).await?;
    file::take_with_task(change, task).await?;
    let snapshot = Snapshot::of_task(change, task).await?;
    // Filters of endpoints look at the task once more.
    change.record(Event::TaskRemoved { task }, &snapshot).await?;
    change.conn().execute(REMOVE, params![task.get()]).await?;
    Ok(())
}
