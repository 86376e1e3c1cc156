//! The files of a copied task.

use kanso_db::{dialect, params};
use kanso_domain::{Event, FileId, ProjectId, TaskId};

use super::find;
use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Gives the task `to` the files of `from`, inside the change: new rows of today and of who acts, which share
/// the content. Each is an event of the task that gets it.
///
/// The rows are held until the commit. Otherwise their removal at the same time could be committed first, and
/// the content go while the copy is not to be seen yet.
pub(crate) async fn copy(change: &mut Change<'_>, from: TaskId, to: TaskId) -> Result<()> {
    const PROJECT: &str = "SELECT project_id FROM tasks WHERE id = $1";
    let conn = change.conn();
    let copy = format!(
        "INSERT INTO task_has_files (name, path, is_image, size, task_id, user_id, date) \
         SELECT name, path, is_image, size, $1, $2, $3 FROM task_has_files WHERE task_id = $4 ORDER BY id{} \
         RETURNING id",
        dialect::for_update(conn.kind())
    );
    let values = params![to.get(), change.actor().user_id().get(), change.now(), from.get()];
    let mut copied: Vec<(i64,)> = conn.all(&copy, values).await?;
    if copied.is_empty() {
        return Ok(());
    }
    copied.sort_unstable();
    let project = conn.one::<(i64,)>(PROJECT, params![to.get()]).await?;
    let project = project.map_or(change.project(), |(id,)| ProjectId::from(id));
    let mut snapshot = Snapshot::of_task(change, to).await?;
    for file in copied.into_iter().map(|(id,)| FileId::from(id)) {
        snapshot.file = Some(Box::new(find::task_file(change.conn(), file).await?));
        change.record_in(project, Event::FileAdded { task: to, file }, &snapshot).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
