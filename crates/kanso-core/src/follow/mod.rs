//! All that follows from an event, in the same transaction: rows, and further events.

mod actions;
mod chain;
mod deliveries;
mod known;
mod notifications;
mod recurrence;
mod rules;
mod unfound;
mod waiting;

use kanso_domain::Event;

use crate::Result;
use crate::change::{Change, Recorded};
use crate::event::Snapshot;

pub(crate) use actions::{left_column, run_daily};
pub(crate) use chain::Chain;
pub(crate) use deliveries::{message_id, order_key};
pub(crate) use known::Rules;

/// Writes all that follows from an event, in order. Nothing else reacts to one.
///
/// Deliveries come first, so that receivers hear of an event before they hear of what it led to.
pub(crate) async fn follow(
    change: &mut Change<'_>,
    recorded: &Recorded,
    event: &Event,
    snapshot: &Snapshot,
) -> Result<()> {
    deliveries::enqueue(change, recorded, event, snapshot.comment.as_deref()).await?;
    notifications::tell(change, recorded, event, snapshot).await?;
    let Some(task) = snapshot.task.as_deref() else { return Ok(()) };
    let (project, id) = (recorded.project, recorded.id);
    recurrence::follow(change, project, id, event, task).await?;
    if recorded.is_cut {
        tracing::warn!(event = %recorded.uid, "too many events follow from each other: automatic actions are left out");
        return Ok(());
    }
    actions::follow(change, recorded, event, snapshot).await
}
