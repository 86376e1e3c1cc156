//! Closing a task.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskId};

use super::{details, find, lane};
use crate::event::Snapshot;
use crate::{Actor, App, Result, Scope};

/// Closes a task. Its place is kept for the day it is opened again.
///
/// Closing a closed task sets its dates anew and records the event again, as in Kanboard.
pub async fn close_task(app: &App, actor: &Actor, task: TaskId) -> Result<()> {
    const CLOSE: &str =
        "UPDATE tasks SET is_active = 0, date_completed = $1, date_modification = $1 WHERE id = $2";
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let before = find::load(change.conn(), task).await?;
            lane::count(change.conn(), before.slot().lane, -before.is_active).await?;
            change.conn().execute(CLOSE, params![change.now(), task.get()]).await?;
            let snapshot = Snapshot { task: details(change.conn(), task).await?, comment: None };
            change.record(Event::TaskClosed { task }, &snapshot).await?;
            Ok(())
        })
    })
    .await
}
