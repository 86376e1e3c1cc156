//! All that follows from an event, as rows in the same transaction.

mod deliveries;

use kanso_domain::{Event, EventId};

use crate::Result;
use crate::change::Change;

/// Writes all that follows from an event, in order. Nothing else reacts to one.
pub(crate) async fn follow(change: &Change<'_>, id: EventId, event: &Event) -> Result<()> {
    deliveries::enqueue(change, id, event).await
}
