//! Who belongs to a project.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, UserId};

use crate::{Actor, App, Conflict, Error, Fault, Kind, Result};

/// Gives a user a role in a project.
///
/// # Errors
///
/// [`Conflict::AlreadyMember`] when they have one; [`Kind::User`] when there is no such user.
pub async fn add_member(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
    role: String,
) -> Result<()> {
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let user_known = "SELECT id FROM users WHERE id = $1";
            if change.conn().one::<(i64,)>(user_known, params![user.get()]).await?.is_none() {
                return Err(Error::NotFound(Kind::User));
            }
            match insert(change.conn(), change.project(), user, &role).await? {
                1 => Ok(()),
                _ => Err(Error::Conflict(Conflict::AlreadyMember)),
            }
        })
    })
    .await
}

/// How many rows were added: 0 when the user is a member already.
pub(super) async fn insert(conn: &Conn, project: ProjectId, user: UserId, role: &str) -> Result<u64> {
    const INSERT: &str = "INSERT INTO project_has_users (project_id, user_id, role) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, user_id) DO NOTHING";
    Ok(conn.execute(INSERT, params![project.get(), user.get(), role]).await?)
}

/// Takes a user out of a project. Their tasks stay theirs.
///
/// # Errors
///
/// [`Kind::Member`] when they are not in it.
pub async fn remove_member(app: &App, actor: &Actor, project: ProjectId, user: UserId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM project_has_users WHERE project_id = $1 AND user_id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![change.project().get(), user.get()]).await?;
            (removed > 0).then_some(()).ok_or(Error::NotFound(Kind::Member))
        })
    })
    .await
}

/// Replaces a member's role. Does nothing for who is no member, as in Kanboard.
pub async fn change_member_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
    role: String,
) -> Result<()> {
    const CHANGE: &str = "UPDATE project_has_users SET role = $1 WHERE project_id = $2 AND user_id = $3";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            change.conn().execute(CHANGE, params![role, change.project().get(), user.get()]).await?;
            Ok(())
        })
    })
    .await
}

/// The name of a user's role in a project, whatever it is; `None` without one.
pub async fn find_member_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    user: UserId,
) -> Result<Option<String>> {
    const FIND: &str = "SELECT role FROM project_has_users WHERE project_id = $1 AND user_id = $2";
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let role = conn.one::<(String,)>(FIND, params![project.get(), user.get()]).await?;
            Ok(role.map(|(role,)| role))
        })
    })
    .await
}

/// The members of a project by display name, disabled accounts too.
pub async fn list_members(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<(UserId, String)>> {
    const LIST: &str = "SELECT u.id, u.username, u.name FROM project_has_users m JOIN users u ON u.id = m.user_id \
        WHERE m.project_id = $1";
    list(app, actor, project, LIST).await
}

/// Who can be given tasks of a project, by display name: active members that may work in it.
pub async fn list_assignable_users(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<Vec<(UserId, String)>> {
    const LIST: &str = "SELECT u.id, u.username, u.name FROM project_has_users m JOIN users u ON u.id = m.user_id \
        WHERE m.project_id = $1 AND u.is_active = 1 AND m.role NOT IN ('', 'project-viewer')";
    list(app, actor, project, LIST).await
}

async fn list(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    list: &'static str,
) -> Result<Vec<(UserId, String)>> {
    let rows: Vec<(i64, String, Option<String>)> = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move { Ok(conn.all(list, params![project.get()]).await?) })
        })
        .await?;
    let display = |(id, username, name): (i64, String, Option<String>)| {
        (id.into(), name.filter(|name| !name.is_empty()).unwrap_or(username))
    };
    let mut members: Vec<(UserId, String)> = rows.into_iter().map(display).collect();
    members.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(members)
}

/// Refuses a person who cannot be given tasks of the project; 0, nobody, always can. A role that Kanso does not
/// know counts, as in Kanboard, although it gives no access.
pub(crate) async fn require_assignable(conn: &Conn, project: ProjectId, user: UserId) -> Result<()> {
    const FIND: &str = "SELECT u.id FROM project_has_users m JOIN users u ON u.id = m.user_id \
        WHERE m.project_id = $1 AND m.user_id = $2 AND u.is_active = 1 AND m.role NOT IN ('', 'project-viewer')";
    if user.is_none() {
        return Ok(());
    }
    let found = conn.one::<(i64,)>(FIND, params![project.get(), user.get()]).await?;
    found.map(|_| ()).ok_or(Error::Invalid(Fault::NotAssignable))
}
