//! The files of a task or project that comes back from the trash.

use kanso_domain::{Event, ProjectId, TaskId};

use super::record;
use super::remove::{of_all_tasks, of_task};
use crate::Result;
use crate::change::Change;

/// Tells of the files that came back with the task, inside the change: when it went, their removal was told.
pub(crate) async fn return_with_task(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    for file in of_task(change.conn(), task).await? {
        record(change, Event::FileAdded { task, file: file.id }, file).await?;
    }
    Ok(())
}

/// The same for all tasks of a project that came back.
pub(crate) async fn return_with_project(change: &mut Change<'_>, project: ProjectId) -> Result<()> {
    for file in of_all_tasks(change.conn(), project).await? {
        record(change, Event::FileAdded { task: file.task_id, file: file.id }, file).await?;
    }
    Ok(())
}
