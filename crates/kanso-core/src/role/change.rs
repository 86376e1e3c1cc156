//! Making up a role, naming it anew, and doing away with it.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, ProjectRole, RoleId, text};

use super::{is_made_up, load};
use crate::change::Change;
use crate::project::exchange_role;
use crate::{Actor, App, Error, Fault, Result};

/// Makes up a role for the project; its holders may do all that members may until it is restricted.
///
/// # Errors
///
/// [`Error::Invalid`] for a name that is empty, too long, or taken by another role, Kanboard's included.
#[crate::use_case]
pub async fn create_role(app: &App, actor: &Actor, project: ProjectId, name: String) -> Result<RoleId> {
    const INSERT: &str = "INSERT INTO project_has_roles (role, project_id) VALUES ($1, $2) RETURNING role_id";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let name = require_free(change, project, &name).await?;
            let (id,) =
                change.conn().one::<(i64,)>(INSERT, params![name, project.get()]).await?.unwrap_or_default();
            Ok(id.into())
        })
    })
    .await
}

/// Names a role anew. Who has it keeps it.
///
/// # Errors
///
/// As [`create_role`].
#[crate::use_case]
pub async fn rename_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    role: RoleId,
    name: String,
) -> Result<()> {
    const RENAME: &str = "UPDATE project_has_roles SET role = $1 WHERE role_id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), project, role).await?;
            if name.trim() == before.name {
                return Ok(());
            }
            let name = require_free(change, project, &name).await?;
            change.conn().execute(RENAME, params![&name, role.get()]).await?;
            exchange_role(change, project, &before.name, &name).await
        })
    })
    .await
}

/// Does away with a role. Who has it may only look on from then, until they are given another.
#[crate::use_case]
pub async fn remove_role(app: &App, actor: &Actor, project: ProjectId, role: RoleId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM project_has_roles WHERE role_id = $1";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), project, role).await?;
            change.conn().execute(REMOVE, params![role.get()]).await?;
            exchange_role(change, project, &before.name, ProjectRole::Viewer.as_str()).await
        })
    })
    .await
}

/// The name without blanks around it, if a role can be called so.
async fn require_free(change: &Change<'_>, project: ProjectId, name: &str) -> Result<String> {
    let name = name.trim();
    let fault = if name.is_empty() {
        Fault::Missing("name")
    } else if !text::fits(name, text::NAME) {
        Fault::TooLong("name", text::NAME)
    } else if name.parse::<ProjectRole>().is_ok() || is_made_up(change.conn(), project, name).await? {
        Fault::Taken("name")
    } else {
        return Ok(name.to_owned());
    };
    Err(Error::Invalid(fault))
}
