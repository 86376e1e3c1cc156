//! Who may do what in a project, asked where the row is loaded.

use kanso_db::{Conn, params};
use kanso_domain::{ApplicationRole, Permission, ProjectId, ProjectRole, UserId};

use crate::{Actor, Error, Kind, Result};

/// The role of a user in a project, if there is one that Kanso knows.
pub(crate) async fn project_role(
    conn: &Conn,
    project: ProjectId,
    user: UserId,
) -> Result<Option<ProjectRole>> {
    const ROLE: &str = "SELECT role FROM project_has_users WHERE project_id = $1 AND user_id = $2";
    let role = conn.one::<(String,)>(ROLE, params![project.get(), user.get()]).await?;
    Ok(role.and_then(|(role,)| role.parse().ok()))
}

/// Refuses unless the actor has the permission in the project.
///
/// Who may not even see the project gets the same answer as for one that is not there.
pub(crate) async fn require(conn: &Conn, actor: &Actor, project: ProjectId, needs: Permission) -> Result<()> {
    let Actor::User(user) = actor else { return Ok(()) };
    let role = project_role(conn, project, user.id).await?;
    judge(user.role, role, needs)
}

fn judge(application: ApplicationRole, project: Option<ProjectRole>, needs: Permission) -> Result<()> {
    if needs.is_given_to(application, project) {
        Ok(())
    } else if Permission::ViewProject.is_given_to(application, project) {
        Err(Error::Forbidden(needs))
    } else {
        Err(Error::NotFound(Kind::Project))
    }
}

impl Actor {
    /// Refuses unless the application role allows it.
    pub(crate) fn require(&self, needs: Permission) -> Result<()> {
        let allowed = needs.is_given_to(self.application_role(), None);
        allowed.then_some(()).ok_or(Error::Forbidden(needs))
    }
}
