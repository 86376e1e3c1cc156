//! What is told of roles in a project.

use kanso_db::params;
use kanso_domain::{Act, Event, GroupId, NamedChange, ProjectId, Subject, UserId};
use serde::Serialize;

use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

/// Who has a role in a project.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Holder {
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
    /// What the person or the group is called.
    name: String,
    role: String,
}

impl Holder {
    /// What people call it; empty for who is gone.
    async fn name(self, change: &Change<'_>) -> Result<String> {
        const OF_USER: &str = "SELECT COALESCE(NULLIF(name, ''), username) FROM users WHERE id = $1";
        const OF_GROUP: &str = "SELECT name FROM groups WHERE id = $1";
        let (find, id) = match self {
            Self::User(user) => (OF_USER, user.get()),
            Self::Group(group) => (OF_GROUP, group.get()),
        };
        let found = change.conn().one::<(String,)>(find, params![id]).await?;
        Ok(found.map(|(name,)| name).unwrap_or_default())
    }
}

/// Takes all roles in projects from who is about to be deleted, inside the change, which locks those projects.
pub(crate) async fn take_all(change: &mut Change<'_>, holder: Holder) -> Result<()> {
    const OF_USER: [&str; 2] = [
        "SELECT project_id FROM project_has_users WHERE user_id = $1 ORDER BY project_id",
        "DELETE FROM project_has_users WHERE user_id = $1 RETURNING project_id, role",
    ];
    const OF_GROUP: [&str; 2] = [
        "SELECT project_id FROM project_has_groups WHERE group_id = $1 ORDER BY project_id",
        "DELETE FROM project_has_groups WHERE group_id = $1 RETURNING project_id, role",
    ];
    let ([find, take], id) = match holder {
        Holder::User(user) => (OF_USER, user.get()),
        Holder::Group(group) => (OF_GROUP, group.get()),
    };
    for (project,) in change.conn().all::<(i64,)>(find, params![id]).await? {
        change.join(project.into()).await?;
    }
    let mut taken = change.conn().all::<(i64, String)>(take, params![id]).await?;
    taken.sort_unstable();
    for (project, role) in taken {
        record(change, project.into(), holder, Turn::Taken(role)).await?;
    }
    Ok(())
}

/// Gives everybody who has a role in a project another one instead.
pub(crate) async fn exchange_role(
    change: &mut Change<'_>,
    project: ProjectId,
    from: &str,
    to: &str,
) -> Result<()> {
    const OF_USERS: &str = "UPDATE project_has_users SET role = $1 WHERE project_id = $2 AND role = $3 \
        RETURNING user_id";
    const OF_GROUPS: &str = "UPDATE project_has_groups SET role = $1 WHERE project_id = $2 AND role = $3 \
        RETURNING group_id";
    let mut holders = Vec::new();
    for (id,) in change.conn().all::<(i64,)>(OF_USERS, params![to, project.get(), from]).await? {
        holders.push(Holder::User(id.into()));
    }
    for (id,) in change.conn().all::<(i64,)>(OF_GROUPS, params![to, project.get(), from]).await? {
        holders.push(Holder::Group(id.into()));
    }
    for holder in holders {
        record(change, project, holder, Turn::Changed(from.to_owned(), to.to_owned())).await?;
    }
    Ok(())
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
    let name = holder.name(change).await?;
    let row = Row { project_id: project, user_id, group_id, name, role };
    let snapshot = Snapshot::of_managed(change, project, &row).await?;
    let event = Event::Managed { subject: Subject::Permission, act, id, changes };
    change.record_in(project, event, &snapshot).await?;
    Ok(())
}
