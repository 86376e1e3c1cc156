//! The next occurrence of a recurring task.

use kanso_db::BoxFuture;
use kanso_domain::{Event, EventId, ProjectId, TaskId};

use crate::Result;
use crate::change::Change;
use crate::task::{TaskDetails, occurrence};

/// Creates the next occurrence if the event makes it due.
pub(super) async fn follow(
    change: &mut Change<'_>,
    project: ProjectId,
    id: EventId,
    event: &Event,
    task: &TaskDetails,
) -> Result<()> {
    if occurrence::is_due(change.conn(), event, task).await? {
        create_next(change, project, id, task.id.into()).await?;
    }
    Ok(())
}

/// Boxed, because an event follows from it, from which this may follow.
fn create_next<'a>(
    change: &'a mut Change<'_>,
    project: ProjectId,
    cause: EventId,
    task: TaskId,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let (home, before) = (change.enter(project), change.caused_by(Some(cause)));
        let done = occurrence::create_next(change, task).await;
        change.enter(home);
        change.caused_by(before);
        done
    })
}
