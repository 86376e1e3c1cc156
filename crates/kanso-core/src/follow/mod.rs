//! All that follows from an event, in the same transaction: rows, and further events.

mod actions;
mod chain;
mod deliveries;
mod recurrence;

use kanso_domain::{Event, EventId, ProjectId};

use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

pub(crate) use actions::run_daily;
pub(crate) use chain::Chain;

/// Writes all that follows from an event, in order. Nothing else reacts to one.
///
/// Deliveries come first, so that receivers hear of an event before they hear of what it led to.
pub(crate) async fn follow(
    change: &mut Change<'_>,
    project: ProjectId,
    id: EventId,
    event: &Event,
    snapshot: &Snapshot,
) -> Result<()> {
    deliveries::enqueue(change, project, id, event).await?;
    let Some(task) = snapshot.task.as_deref() else { return Ok(()) };
    recurrence::follow(change, project, id, event, task).await?;
    actions::follow(change, project, id, event, snapshot).await
}
