//! What is told of accounts.

use kanso_domain::{Act, Event, NamedChange, ProjectId, Subject};

use super::User;
use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Records what happened to an account. [`User`] has no secrets, so receivers see none.
pub(crate) async fn record(
    change: &mut Change<'_>,
    act: Act,
    user: &User,
    changes: Vec<NamedChange>,
) -> Result<()> {
    let event = Event::Managed { subject: Subject::User, act, id: user.id.get(), changes };
    let nowhere = ProjectId::default();
    let snapshot = Snapshot::of_managed(change, nowhere, user).await?;
    change.record_in(nowhere, event, &snapshot).await?;
    Ok(())
}
