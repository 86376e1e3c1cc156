//! Where to search.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId};

use crate::access::{project_roles, projects_of, require};
use crate::{Actor, Result};

/// The projects that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// One project.
    Project(ProjectId),
    /// The active projects in which the actor has a role that lets them see the board.
    MyProjects,
}

impl Area {
    /// The projects, if the actor may see them.
    pub(crate) async fn projects(self, conn: &Conn, actor: &Actor) -> Result<Vec<ProjectId>> {
        match self {
            Self::Project(project) => {
                require(conn, actor, project, Permission::ViewProject).await?;
                Ok(vec![project])
            }
            Self::MyProjects => mine(conn, actor).await,
        }
    }
}

async fn mine(conn: &Conn, actor: &Actor) -> Result<Vec<ProjectId>> {
    let list = format!(
        "SELECT id FROM projects WHERE is_active = 1 AND removed_at = 0 AND id IN ({}) ORDER BY id",
        projects_of(actor)
    );
    let me = actor.user_id();
    let roles = project_roles(conn, me).await?;
    let projects = conn.all::<(i64,)>(&list, params![me.get()]).await?;
    Ok(projects.into_iter().map(|(id,)| id.into()).filter(|project| roles.contains_key(project)).collect())
}
