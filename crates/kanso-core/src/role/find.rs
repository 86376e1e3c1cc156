//! Finding the roles of a project.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, ProjectRole, Restrictions, RoleId};

use super::{Role, load};
use crate::access::load_restrictions;
use crate::{Actor, App, Result};

/// The roles that the project made up, by name.
#[crate::use_case]
pub async fn list_roles(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Role>> {
    app.read_in(actor, project, Permission::ManageProject, |conn, project| {
        Box::pin(async move { list(conn, project).await })
    })
    .await
}

/// The names of all roles that somebody can be given in the project: Kanboard's, then its own.
#[crate::use_case]
pub async fn list_role_names(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<String>> {
    let own = list_roles(app, actor, project).await?.into_iter().map(|role| role.name);
    Ok(ProjectRole::ALL.iter().map(|role| role.as_str().to_owned()).chain(own).collect())
}

/// The role of the project, and what it keeps its holders from.
#[crate::use_case]
pub async fn find_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    role: RoleId,
) -> Result<(Role, Restrictions)> {
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move { Ok((load(conn, project, role).await?, load_restrictions(conn, role).await?)) })
    })
    .await
}

pub(super) async fn list(conn: &Conn, project: ProjectId) -> Result<Vec<Role>> {
    let list = format!("SELECT {} FROM project_has_roles r WHERE r.project_id = $1", Role::COLUMNS);
    let mut roles: Vec<Role> = conn.all(&list, params![project.get()]).await?;
    // Sorted here: the databases' collations differ.
    roles.sort_by_cached_key(|role| (role.name.to_lowercase(), role.id));
    Ok(roles)
}

/// Whether the project made up a role of this name.
pub(crate) async fn is_made_up(conn: &Conn, project: ProjectId, name: &str) -> Result<bool> {
    const FIND: &str = "SELECT 1 FROM project_has_roles WHERE project_id = $1 AND role = $2";
    Ok(conn.one::<(i64,)>(FIND, params![project.get(), name]).await?.is_some())
}
