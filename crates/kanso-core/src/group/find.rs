//! Finding groups.

use kanso_db::{Conn, params};
use kanso_domain::{GroupId, Permission, UserId};

use super::{Group, GroupSummary};
use crate::{Actor, App, Error, Kind, Result};

/// The group, for administrators.
#[crate::use_case]
pub async fn find_group(app: &App, actor: &Actor, group: GroupId) -> Result<Group> {
    actor.require(Permission::Administrate)?;
    app.read(move |conn| Box::pin(async move { load(conn, group).await })).await
}

/// All groups by name with the number of their members, for administrators.
#[crate::use_case]
pub async fn list_groups(app: &App, actor: &Actor) -> Result<Vec<GroupSummary>> {
    actor.require(Permission::Administrate)?;
    let list = format!("SELECT {} FROM groups g", GroupSummary::COLUMNS);
    let mut groups: Vec<GroupSummary> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await?;
    // Sorted here: the databases' collations differ.
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(groups)
}

/// The groups somebody is in by name, for administrators.
#[crate::use_case]
pub async fn list_groups_of_user(app: &App, actor: &Actor, user: UserId) -> Result<Vec<Group>> {
    actor.require(Permission::Administrate)?;
    let list = format!(
        "SELECT {} FROM groups WHERE id IN (SELECT group_id FROM group_has_users WHERE user_id = $1)",
        Group::COLUMNS
    );
    let mut groups: Vec<Group> = app
        .read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![user.get()]).await?) }))
        .await?;
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(groups)
}

/// The group, inside a change.
pub(super) async fn load(conn: &Conn, group: GroupId) -> Result<Group> {
    let find = format!("SELECT {} FROM groups WHERE id = $1", Group::COLUMNS);
    conn.one(&find, params![group.get()]).await?.ok_or(Error::NotFound(Kind::Group))
}
