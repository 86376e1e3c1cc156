//! The files of a task that comes back from the trash.

use kanso_domain::{Event, TaskId};

use super::record;
use super::remove::of_task;
use crate::Result;
use crate::change::Change;

/// Tells of the files that came back with the task, inside the change: when it went, their removal was told.
pub(crate) async fn return_with_task(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    for file in of_task(change.conn(), task).await? {
        record(change, Event::FileAdded { task, file: file.id }, file).await?;
    }
    Ok(())
}
