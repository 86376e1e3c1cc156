//! Deleting a subtask.

use kanso_db::params;
use kanso_domain::{Event, Permission, SubtaskId, TaskId};

use super::create::record;
use super::{find, hours};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Result, Scope};

/// Deletes a subtask with its timers. The times of its task become the sums over what is left; without any
/// subtask it has none. The event shows both as they were before, as in Kanboard.
#[crate::use_case]
pub async fn remove_subtask(app: &App, actor: &Actor, subtask: SubtaskId) -> Result<()> {
    app.change(actor, Scope::from(subtask).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let task = find::load(change.conn(), subtask).await?.task_id;
            remove_in(change, task, subtask).await
        })
    })
    .await
}

/// The same inside a change.
pub(super) async fn remove_in(change: &mut Change<'_>, task: TaskId, subtask: SubtaskId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM subtasks WHERE id = $1";
    let before = Snapshot::of_subtask(change, task, subtask).await?;
    change.conn().execute(REMOVE, params![subtask.get()]).await?;
    hours::sum_up(change.conn(), task).await?;
    record(change, Event::SubtaskRemoved { task, subtask }, &before).await
}
