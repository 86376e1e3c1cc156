//! Groups whose members belong to a project.

use kanso_db::params;
use kanso_domain::{GroupId, Permission, ProjectId};

use super::permission::{Holder, Turn, record};
use crate::{Actor, App, Conflict, Error, Kind, Result};

/// Gives the members of a group a role in a project. Who has one of their own keeps that one.
///
/// # Errors
///
/// [`Conflict::AlreadyMember`] when the group has a role; [`Kind::Group`] when there is no such group.
#[crate::use_case]
pub async fn add_group(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    group: GroupId,
    role: String,
) -> Result<()> {
    const FIND: &str = "SELECT id FROM groups WHERE id = $1";
    const INSERT: &str = "INSERT INTO project_has_groups (project_id, group_id, role) VALUES ($1, $2, $3) \
        ON CONFLICT (project_id, group_id) DO NOTHING";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            if conn.one::<(i64,)>(FIND, params![group.get()]).await?.is_none() {
                return Err(Error::NotFound(Kind::Group));
            }
            if conn.execute(INSERT, params![project.get(), group.get(), &role]).await? == 0 {
                return Err(Error::Conflict(Conflict::AlreadyMember));
            }
            record(change, project, Holder::Group(group), Turn::Given(role)).await
        })
    })
    .await
}

/// Takes a group's role in a project away. Its members' tasks stay theirs.
///
/// # Errors
///
/// [`Kind::Group`] when it has none.
#[crate::use_case]
pub async fn remove_group(app: &App, actor: &Actor, project: ProjectId, group: GroupId) -> Result<()> {
    const REMOVE: &str =
        "DELETE FROM project_has_groups WHERE project_id = $1 AND group_id = $2 RETURNING role";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().one::<(String,)>(REMOVE, params![project.get(), group.get()]).await?;
            let (role,) = removed.ok_or(Error::NotFound(Kind::Group))?;
            record(change, project, Holder::Group(group), Turn::Taken(role)).await
        })
    })
    .await
}

/// Replaces a group's role. Does nothing for a group without one, as in Kanboard.
#[crate::use_case]
pub async fn change_group_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    group: GroupId,
    role: String,
) -> Result<()> {
    const FIND: &str = "SELECT role FROM project_has_groups WHERE project_id = $1 AND group_id = $2";
    const CHANGE: &str = "UPDATE project_has_groups SET role = $1 WHERE project_id = $2 AND group_id = $3";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let before = conn.one::<(String,)>(FIND, params![project.get(), group.get()]).await?;
            let Some((before,)) = before.filter(|(before,)| *before != role) else { return Ok(()) };
            conn.execute(CHANGE, params![&role, project.get(), group.get()]).await?;
            record(change, project, Holder::Group(group), Turn::Changed(before, role)).await
        })
    })
    .await
}
