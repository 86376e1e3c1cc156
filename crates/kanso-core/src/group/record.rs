//! What is told of groups.

use kanso_domain::{Act, Event, NamedChange, ProjectId, Subject};

use super::Group;
use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Records what happened to a group.
pub(super) async fn record(
    change: &mut Change<'_>,
    act: Act,
    group: &Group,
    changes: Vec<NamedChange>,
) -> Result<()> {
    let event = Event::Managed { subject: Subject::Group, act, id: group.id.get(), changes };
    let nowhere = ProjectId::default();
    let snapshot = Snapshot::of_managed(change, nowhere, group).await?;
    change.record_in(nowhere, event, &snapshot).await?;
    Ok(())
}
