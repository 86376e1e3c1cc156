//! What is told of roles in a project.

use kanso_domain::{Act, Event, GroupId, NamedChange, ProjectId, Subject, UserId};
use serde::Serialize;

use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Who has a role in a project.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holder {
    User(UserId),
    Group(GroupId),
}

/// What became of a role.
pub(super) enum Turn {
    /// There was none.
    Given(String),
    /// It was the first and is the second.
    Changed(String, String),
    /// There is none any more.
    Taken(String),
}

/// A role in a project as receivers see it.
#[derive(Serialize)]
struct Row {
    project_id: ProjectId,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group_id: Option<GroupId>,
    role: String,
}

/// Records what became of somebody's role in a project.
pub(super) async fn record(
    change: &mut Change<'_>,
    project: ProjectId,
    holder: Holder,
    turn: Turn,
) -> Result<()> {
    let (act, role, changes) = match turn {
        Turn::Given(role) => (Act::Create, role, Vec::new()),
        Turn::Changed(from, to) => {
            let changes = NamedChange::between("role", from, to.as_str());
            (Act::Update, to, changes.into_iter().collect())
        }
        Turn::Taken(role) => (Act::Remove, role, Vec::new()),
    };
    let (id, user_id, group_id) = match holder {
        Holder::User(user) => (user.get(), Some(user), None),
        Holder::Group(group) => (group.get(), None, Some(group)),
    };
    let snapshot = Snapshot::of_managed(&Row { project_id: project, user_id, group_id, role })?;
    let event = Event::Managed { subject: Subject::Permission, act, id, changes };
    change.record_in(project, event, &snapshot).await?;
    Ok(())
}
