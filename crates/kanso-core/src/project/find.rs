//! Finding projects.

use kanso_db::{Param, params, row};
use kanso_domain::{Permission, ProjectId, ProjectRole, UserId};

use super::{Project, load};
use crate::access::{PROJECTS_OF_USER, project_roles, projects_of, require};
use crate::{Actor, App, Result};

/// The project, if the actor may see it.
#[crate::use_case]
pub async fn find_project(app: &App, actor: &Actor, project: ProjectId) -> Result<Project> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { load(conn, project).await })
    })
    .await
}

/// The first project with exactly this name; `None` if there is none.
///
/// # Errors
///
/// [`Error::NotFound`](crate::Error::NotFound) when there is one that the actor may not see.
#[crate::use_case]
pub async fn find_project_by_name(app: &App, actor: &Actor, name: String) -> Result<Option<Project>> {
    find_by(app, actor, "name", name).await
}

/// The project with this identifier, in any case; `None` if there is none.
#[crate::use_case]
pub async fn find_project_by_identifier(
    app: &App,
    actor: &Actor,
    identifier: &str,
) -> Result<Option<Project>> {
    find_by(app, actor, "identifier", identifier.to_ascii_uppercase()).await
}

/// The project with this e-mail address; `None` if there is none.
#[crate::use_case]
pub async fn find_project_by_email(app: &App, actor: &Actor, email: String) -> Result<Option<Project>> {
    find_by(app, actor, "email", email).await
}

async fn find_by(app: &App, actor: &Actor, column: &'static str, value: String) -> Result<Option<Project>> {
    let find = format!(
        "SELECT {} FROM projects WHERE removed_at = 0 AND {column} = $1 AND {column} <> '' ORDER BY id LIMIT 1",
        Project::COLUMNS
    );
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            let found = conn.one::<Project>(&find, params![value]).await?;
            if let Some(project) = &found {
                require(conn, &actor, project.id, Permission::ViewProject).await?;
            }
            Ok(found)
        })
    })
    .await
}

/// The oldest active project, which the task address takes when it names none.
#[crate::use_case]
pub async fn find_first_project(app: &App) -> Result<Option<ProjectId>> {
    const FIRST: &str = "SELECT id FROM projects WHERE is_active = 1 AND removed_at = 0 ORDER BY id LIMIT 1";
    let first = app.read(|conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIRST, &[]).await?) })).await?;
    Ok(first.map(|(id,)| id.into()))
}

/// All projects by name, for administrators of the application.
#[crate::use_case]
pub async fn list_all_projects(app: &App, actor: &Actor) -> Result<Vec<Project>> {
    actor.require(Permission::Administrate)?;
    let list = format!("SELECT {} FROM projects WHERE removed_at = 0", Project::COLUMNS);
    let mut projects: Vec<Project> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await?;
    projects.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(projects)
}

/// The active projects in which the actor has a role, by name.
#[crate::use_case]
pub async fn list_my_projects(app: &App, actor: &Actor) -> Result<Vec<Project>> {
    let mut projects = mine(app, actor).await?;
    projects.retain(|project| project.is_active == 1);
    Ok(projects)
}

/// The active projects that the actor manages, by name.
#[crate::use_case]
pub async fn list_managed_projects(app: &App, actor: &Actor) -> Result<Vec<Project>> {
    let mut projects = list_my_projects(app, actor).await?;
    let me = actor.user_id();
    let roles = app.read(move |conn| Box::pin(async move { project_roles(conn, me).await })).await?;
    projects.retain(|project| roles.get(&project.id) == Some(&ProjectRole::Manager));
    Ok(projects)
}

/// The projects in which the actor has a role, closed ones too, as id and name, by name.
#[crate::use_case]
pub async fn list_my_project_names(app: &App, actor: &Actor) -> Result<Vec<(ProjectId, String)>> {
    Ok(mine(app, actor).await?.into_iter().map(|project| (project.id, project.name)).collect())
}

async fn mine(app: &App, actor: &Actor) -> Result<Vec<Project>> {
    let list = format!(
        "SELECT {} FROM projects WHERE removed_at = 0 AND id IN ({})",
        Project::COLUMNS,
        projects_of(actor)
    );
    let me = actor.user_id();
    let mut projects: Vec<Project> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![me.get()]).await?) })).await?;
    // Sorted here: the databases' collations differ.
    projects.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(projects)
}

/// The projects in which somebody was given a role, closed ones too, as id and name, by name; for themselves and for
/// administrators.
#[crate::use_case]
pub async fn list_projects_of_user(
    app: &App,
    actor: &Actor,
    user: UserId,
) -> Result<Vec<(ProjectId, String)>> {
    actor.require_self_or_admin(user)?;
    let list = format!("SELECT id, name FROM projects WHERE removed_at = 0 AND id IN ({PROJECTS_OF_USER})");
    let mut projects: Vec<(i64, String)> = app
        .read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![user.get()]).await?) }))
        .await?;
    projects.sort_by(|(_, a), (_, b)| a.cmp(b));
    Ok(projects.into_iter().map(|(id, name)| (id.into(), name)).collect())
}

/// The columns of a project from left to right, with the number of open tasks in each.
#[crate::use_case]
pub async fn count_open_tasks(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<(String, i64)>> {
    let list = format!(
        "SELECT {} FROM columns c WHERE c.project_id = $1 ORDER BY c.position, c.id",
        ColumnCount::COLUMNS
    );
    let columns: Vec<ColumnCount> = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move { Ok(conn.all(&list, params![project.get()]).await?) })
        })
        .await?;
    Ok(columns.into_iter().map(|column| (column.title, column.tasks)).collect())
}

row! {
    #[derive(Clone, Debug)]
    struct ColumnCount {
        project: i64 = "c.project_id",
        title: String = "c.title",
        tasks: i64 = "(SELECT COUNT(*) FROM tasks t WHERE t.column_id = c.id AND t.is_active = 1)",
    }
}

/// A project in the list of one's projects.
#[derive(Clone, Debug)]
pub struct ProjectSummary {
    /// The project.
    pub project: Project,
    /// Its columns from left to right, with the number of open tasks in each.
    pub columns: Vec<(String, i64)>,
}

/// The actor's active projects with the open tasks per column, by name: at most `limit` after the first `skip`, and
/// how many there are. Columns may be kept out of it; projects whose board their role does not let them see are left
/// out.
#[crate::use_case]
pub async fn list_project_summaries(
    app: &App,
    actor: &Actor,
    skip: usize,
    limit: usize,
) -> Result<(Vec<ProjectSummary>, usize)> {
    let mut projects = list_my_projects(app, actor).await?;
    let me = actor.user_id();
    let roles = app.read(move |conn| Box::pin(project_roles(conn, me))).await?;
    projects.retain(|project| roles.contains_key(&project.id));
    let count = projects.len();
    let shown: Vec<Project> = projects.into_iter().skip(skip).take(limit).collect();
    let places: Vec<String> = (1..=shown.len()).map(|number| format!("${number}")).collect();
    let list = format!(
        "SELECT {} FROM columns c WHERE c.project_id IN ({}) AND c.hide_in_dashboard <> 1 \
         ORDER BY c.position, c.id",
        ColumnCount::COLUMNS,
        places.join(", ")
    );
    let ids: Vec<Param<'_>> = shown.iter().map(|project| project.id.get().into()).collect();
    let columns: Vec<ColumnCount> = match ids.is_empty() {
        true => Vec::new(),
        false => app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &ids).await?) })).await?,
    };
    let summary = |project: Project| {
        let own = columns.iter().filter(|column| column.project == project.id.get());
        ProjectSummary { columns: own.map(|column| (column.title.clone(), column.tasks)).collect(), project }
    };
    Ok((shown.into_iter().map(summary).collect(), count))
}
