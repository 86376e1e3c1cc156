//! What is told of groups.

use kanso_domain::{Act, Event, NamedChange, ProjectId, Subject, UserId};

use super::Group;
use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Records that somebody joined a group or left it.
pub(super) async fn record_member(
    change: &mut Change<'_>,
    group: &Group,
    user: UserId,
    changes: Option<NamedChange>,
) -> Result<()> {
    let mut snapshot = Snapshot::of_managed(change, ProjectId::default(), group).await?;
    snapshot.remember_assignee(change, user).await?;
    let changes = changes.into_iter().collect();
    let event = Event::Managed { subject: Subject::Group, act: Act::Update, id: group.id.get(), changes };
    change.record_in(ProjectId::default(), event, &snapshot).await?;
    Ok(())
}

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
