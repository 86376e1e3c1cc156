//! Who is in a group.

use kanso_db::params;
use kanso_domain::{GroupId, NamedChange, Permission, UserId};

use super::Group;
use super::find::load;
use super::record::record_member;
use crate::change::Change;
use crate::user::User;
use crate::{Actor, App, Conflict, Error, Kind, Result};

/// Puts somebody into a group, for administrators.
///
/// # Errors
///
/// [`Conflict::AlreadyMember`] when they are in it; [`Kind::Group`] or [`Kind::User`] for what is not there.
#[crate::use_case]
pub async fn add_group_member(app: &App, actor: &Actor, group: GroupId, user: UserId) -> Result<()> {
    const FIND: &str = "SELECT id FROM users WHERE id = $1";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let joined = load(conn, group).await?;
            if conn.one::<(i64,)>(FIND, params![user.get()]).await?.is_none() {
                return Err(Error::NotFound(Kind::User));
            }
            enter_member(change, &joined, user).await
        })
    })
    .await
}

/// The same in a change of the instance, for somebody who is there.
pub(crate) async fn enter_member(change: &mut Change<'_>, group: &Group, user: UserId) -> Result<()> {
    const ADD: &str = "INSERT INTO group_has_users (group_id, user_id) VALUES ($1, $2) \
        ON CONFLICT (group_id, user_id) DO NOTHING";
    if change.conn().execute(ADD, params![group.id.get(), user.get()]).await? == 0 {
        return Err(Error::Conflict(Conflict::AlreadyMember));
    }
    let changes = NamedChange::between("user_id", None::<UserId>, user);
    record_member(change, group, user, changes).await
}

/// Takes somebody out of a group, for administrators.
///
/// # Errors
///
/// [`Kind::Member`] when they are not in it.
#[crate::use_case]
pub async fn remove_group_member(app: &App, actor: &Actor, group: GroupId, user: UserId) -> Result<()> {
    const FIND: &str = "SELECT group_id FROM group_has_users WHERE group_id = $1 AND user_id = $2";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            if conn.one::<(i64,)>(FIND, params![group.get(), user.get()]).await?.is_none() {
                return Err(Error::NotFound(Kind::Member));
            }
            let left = load(conn, group).await?;
            take_member(change, &left, user).await
        })
    })
    .await
}

/// The same in a change of the instance, for somebody who is in it.
pub(crate) async fn take_member(change: &mut Change<'_>, group: &Group, user: UserId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM group_has_users WHERE group_id = $1 AND user_id = $2";
    change.conn().execute(REMOVE, params![group.id.get(), user.get()]).await?;
    let changes = NamedChange::between("user_id", user, None::<UserId>);
    record_member(change, group, user, changes).await
}

/// The accounts in a group by id, for administrators; none for a group that is not there.
#[crate::use_case]
pub async fn list_group_members(app: &App, actor: &Actor, group: GroupId) -> Result<Vec<User>> {
    actor.require(Permission::Administrate)?;
    let list = format!(
        "SELECT {} FROM users WHERE id IN (SELECT user_id FROM group_has_users WHERE group_id = $1) ORDER BY id",
        User::COLUMNS
    );
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![group.get()]).await?) })).await
}

/// Whether somebody is in a group, for administrators.
#[crate::use_case]
pub async fn is_group_member(app: &App, actor: &Actor, group: GroupId, user: UserId) -> Result<bool> {
    const FIND: &str = "SELECT user_id FROM group_has_users WHERE group_id = $1 AND user_id = $2";
    actor.require(Permission::Administrate)?;
    app.read(move |conn| {
        Box::pin(
            async move { Ok(conn.one::<(i64,)>(FIND, params![group.get(), user.get()]).await?.is_some()) },
        )
    })
    .await
}
