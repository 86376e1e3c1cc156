//! Opening a closed task.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskAct, TaskId};

use super::{find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Result, Scope};

/// Opens a task again, at the place where it was closed.
///
/// Its number in the lane may collide with another's until the next move there, as in Kanboard.
#[crate::use_case]
pub async fn open_task(app: &App, actor: &Actor, task: TaskId) -> Result<()> {
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move { open_in(change, task).await })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn open_in(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    const OPEN: &str =
        "UPDATE tasks SET is_active = 1, date_completed = 0, date_modification = $1 WHERE id = $2";
    let before = find::load(change.conn(), task).await?;
    let act = TaskAct::OpenOrClose(before.column_id);
    change.require_act(before.project_id, act, before.owner_id).await?;
    lane::count(change.conn(), before.slot().lane, 1 - before.is_active).await?;
    change.conn().execute(OPEN, params![change.now(), task.get()]).await?;
    let snapshot = Snapshot::of_turned_task(change, &before).await?;
    change.record(Event::TaskOpened { task }, &snapshot).await?;
    Ok(())
}
