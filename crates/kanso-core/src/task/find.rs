//! Finding tasks.

use kanso_db::{Conn, params, row};
use kanso_domain::{Permission, ProjectId, TaskId, UserId};

use super::Task;
use crate::{Actor, App, Error, Kind, Result};

row! {
    /// An open task whose due date has passed, with the names that a list shows.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct OverdueTask {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub date_due: i64 = "t.date_due",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub creator_id: UserId as i64 = "t.creator_id",
        pub owner_id: UserId as i64 = "t.owner_id",
        pub project_name: String = "p.name",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
    }
}

/// The task, if the actor may see it.
#[crate::use_case]
pub async fn find_task(app: &App, actor: &Actor, task: TaskId) -> Result<Task> {
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { load(conn, task).await })
    })
    .await
}

/// The first task of the project with exactly this reference.
#[crate::use_case]
pub async fn find_task_by_reference(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    reference: String,
) -> Result<Task> {
    // SQLite would put an equality with the reference itself in place of the one that the index holds.
    let find = format!(
        "SELECT {} FROM tasks WHERE project_id = $1 AND lower(reference) = lower($2) \
         AND reference BETWEEN $2 AND $2 AND reference <> '' ORDER BY id LIMIT 1",
        Task::COLUMNS
    );
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let task = conn.one(&find, params![project.get(), reference]).await?;
            task.ok_or(Error::NotFound(Kind::Task))
        })
    })
    .await
}

/// The tasks of a project with one status (1 open, 0 closed), by id.
#[crate::use_case]
pub async fn list_tasks(app: &App, actor: &Actor, project: ProjectId, status: i64) -> Result<Vec<Task>> {
    let list =
        format!("SELECT {} FROM tasks WHERE project_id = $1 AND is_active = $2 ORDER BY id", Task::COLUMNS);
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move { Ok(conn.all(&list, params![project.get(), status]).await?) })
    })
    .await
}

/// The overdue tasks of all active projects. For administrators of the application.
#[crate::use_case]
pub async fn list_overdue_tasks(app: &App, actor: &Actor) -> Result<Vec<OverdueTask>> {
    actor.require(Permission::Administrate)?;
    let now = app.clock().now();
    app.read(move |conn| Box::pin(async move { overdue(conn, IN_PROJECTS, "", params![now]).await })).await
}

/// The overdue tasks of one active project.
#[crate::use_case]
pub async fn list_overdue_tasks_of_project(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<Vec<OverdueTask>> {
    let now = app.clock().now();
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(
            async move { overdue(conn, IN_PROJECTS, " AND p.id = $2", params![now, project.get()]).await },
        )
    })
    .await
}

/// The overdue tasks that are assigned to the actor, in all active projects.
#[crate::use_case]
pub async fn list_my_overdue_tasks(app: &App, actor: &Actor) -> Result<Vec<OverdueTask>> {
    let (now, me) = (app.clock().now(), actor.user_id());
    app.read(move |conn| {
        Box::pin(async move {
            let mine = " AND t.owner_id > 0 AND t.owner_id = $2";
            overdue(conn, "tasks t CROSS JOIN projects p", mine, params![now, me.get()]).await
        })
    })
    .await
}

/// Project by project, the open tasks with a due date: their number does not matter for the others.
const IN_PROJECTS: &str = "projects p CROSS JOIN tasks t";

/// The overdue tasks, looked for in the order of the tables.
async fn overdue(
    conn: &Conn,
    tables: &str,
    and: &str,
    values: &[kanso_db::Param<'_>],
) -> Result<Vec<OverdueTask>> {
    let list = format!(
        "SELECT {} FROM {tables} LEFT JOIN users u ON u.id = t.owner_id WHERE t.project_id = p.id \
         AND t.is_active = 1 AND p.is_active = 1 AND p.removed_at = 0 AND t.date_due > 0 AND t.date_due <= $1{and} ORDER BY t.id",
        OverdueTask::COLUMNS
    );
    Ok(conn.all(&list, values).await?)
}

/// The task, inside a transaction or a read that has asked for permission.
pub(crate) async fn load(conn: &Conn, task: TaskId) -> Result<Task> {
    let find = format!("SELECT {} FROM tasks WHERE id = $1", Task::COLUMNS);
    conn.one(&find, params![task.get()]).await?.ok_or(Error::NotFound(Kind::Task))
}
