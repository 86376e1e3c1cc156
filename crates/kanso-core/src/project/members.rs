//! Who belongs to a project by themselves.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, UserId};

use super::permission::{Holder, Turn, record};
use crate::change::Change;
use crate::{Actor, App, Conflict, Error, Kind, Result};

/// Gives a user a role in a project.
///
/// # Errors
///
/// [`Conflict::AlreadyMember`] when they have one; [`Kind::User`] when there is no such user.
#[crate::use_case]
pub async fn add_member(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
    role: String,
) -> Result<()> {
    const FIND: &str = "SELECT id FROM users WHERE id = $1";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            if change.conn().one::<(i64,)>(FIND, params![user.get()]).await?.is_none() {
                return Err(Error::NotFound(Kind::User));
            }
            enter(change, project, user, role).await
        })
    })
    .await
}

/// Enters the role of a user who has none yet, and records it.
pub(crate) async fn enter(
    change: &mut Change<'_>,
    project: ProjectId,
    user: UserId,
    role: String,
) -> Result<()> {
    const INSERT: &str = "INSERT INTO project_has_users (project_id, user_id, role) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, user_id) DO NOTHING";
    let added = change.conn().execute(INSERT, params![project.get(), user.get(), &role]).await?;
    if added == 0 {
        return Err(Error::Conflict(Conflict::AlreadyMember));
    }
    record(change, project, Holder::User(user), Turn::Given(role)).await
}

/// Takes a user out of a project. Their tasks stay theirs.
///
/// # Errors
///
/// [`Kind::Member`] when they are not in it.
#[crate::use_case]
pub async fn remove_member(app: &App, actor: &Actor, project: ProjectId, user: UserId) -> Result<()> {
    const REMOVE: &str =
        "DELETE FROM project_has_users WHERE project_id = $1 AND user_id = $2 RETURNING role";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().one::<(String,)>(REMOVE, params![project.get(), user.get()]).await?;
            let (role,) = removed.ok_or(Error::NotFound(Kind::Member))?;
            record(change, project, Holder::User(user), Turn::Taken(role)).await
        })
    })
    .await
}

/// Replaces a member's role. Does nothing for who is no member, as in Kanboard.
#[crate::use_case]
pub async fn change_member_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
    role: String,
) -> Result<()> {
    const FIND: &str = "SELECT role FROM project_has_users WHERE project_id = $1 AND user_id = $2";
    const CHANGE: &str = "UPDATE project_has_users SET role = $1 WHERE project_id = $2 AND user_id = $3";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let before = conn.one::<(String,)>(FIND, params![project.get(), user.get()]).await?;
            let Some((before,)) = before.filter(|(before,)| *before != role) else { return Ok(()) };
            conn.execute(CHANGE, params![&role, project.get(), user.get()]).await?;
            record(change, project, Holder::User(user), Turn::Changed(before, role)).await
        })
    })
    .await
}
