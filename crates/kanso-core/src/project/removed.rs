//! Projects that were removed and are kept: which ones, and whose to bring back.

use std::collections::{HashMap, HashSet};

use kanso_db::{Conn, params, row};
use kanso_domain::{GivenRole, Permission, ProjectId, ProjectRole, UserId, effective_role};

use crate::{Actor, App, Error, Kind, Result};

row! {
    /// A removed project, as a list shows it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RemovedProject {
        pub id: ProjectId as i64 = "p.id",
        pub name: String = "p.name",
        /// How many tasks come back with it.
        pub tasks: i64 = "(SELECT COUNT(*) FROM tasks t WHERE t.project_id = p.id)",
        /// Unix seconds.
        pub removed_at: i64 = "p.removed_at",
        /// Who removed it; none for the application and for accounts that are gone.
        pub username: Option<String> = "u.username",
        pub by_name: Option<String> = "u.name",
    }
}

/// The removed projects that the actor may bring back, latest first: all for administrators, else those that they
/// managed.
#[crate::use_case]
pub async fn list_removed_projects(app: &App, actor: &Actor) -> Result<Vec<RemovedProject>> {
    let list = format!(
        "SELECT {} FROM projects p LEFT JOIN users u ON u.id = p.removed_by WHERE p.removed_at > 0 \
         ORDER BY p.removed_at DESC, p.id DESC",
        RemovedProject::COLUMNS
    );
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            let mut projects: Vec<RemovedProject> = conn.all(&list, &[]).await?;
            if actor.require(Permission::Administrate).is_err() {
                let managed = managed_before(conn, actor.user_id()).await?;
                projects.retain(|project| managed.contains(&project.id));
            }
            projects.retain(|project| actor.limits().reach(project.id));
            Ok(projects)
        })
    })
    .await
}

/// Refuses who could not manage the project before it was removed; for them it is not there.
pub(super) async fn require_holder(conn: &Conn, actor: &Actor, project: ProjectId) -> Result<()> {
    actor.require_scope(Permission::ManageProject)?;
    let is_reached = actor.limits().reach(project);
    let may = is_reached
        && (actor.require(Permission::Administrate).is_ok()
            || managed_before(conn, actor.user_id()).await?.contains(&project));
    may.then_some(()).ok_or(Error::NotFound(Kind::Project))
}

/// The removed projects that somebody managed.
async fn managed_before(conn: &Conn, user: UserId) -> Result<HashSet<ProjectId>> {
    const GIVEN: &str = "SELECT project_id, role, 1 FROM removed_project_has_users WHERE user_id = $1 \
        UNION ALL SELECT g.project_id, g.role, 0 FROM group_has_users m \
        JOIN removed_project_has_groups g ON g.group_id = m.group_id WHERE m.user_id = $1";
    let mut given = HashMap::<ProjectId, Vec<GivenRole>>::new();
    for (project, name, direct) in conn.all::<(i64, String, i64)>(GIVEN, params![user.get()]).await? {
        given.entry(project.into()).or_default().push(GivenRole { name, is_direct: direct == 1 });
    }
    let is_manager = |given: Vec<GivenRole>| effective_role(given)?.parse::<ProjectRole>().ok();
    let managed = given
        .into_iter()
        .filter_map(|(project, given)| (is_manager(given)? == ProjectRole::Manager).then_some(project));
    Ok(managed.collect())
}

/// All that were removed and are kept.
pub(crate) async fn removed(conn: &Conn) -> Result<HashSet<ProjectId>> {
    const LIST: &str = "SELECT id FROM projects WHERE removed_at > 0";
    Ok(conn.all::<(i64,)>(LIST, &[]).await?.into_iter().map(|(id,)| id.into()).collect())
}
