//! Adding, changing and removing a column.

use kanso_db::params;
use kanso_domain::{ColumnId, Permission, ProjectId};

use super::load;
use crate::{Actor, App, Conflict, Error, Result, event};

/// Adds a column at the right end.
///
/// # Errors
///
/// [`Error::Invalid`] when the project has a column of this title.
#[crate::use_case]
pub async fn add_column(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    title: String,
    task_limit: i64,
    description: String,
) -> Result<ColumnId> {
    const ADD: &str = "INSERT INTO columns (project_id, title, task_limit, description, position) \
        VALUES ($1, $2, $3, $4, (SELECT COALESCE(MAX(position), 0) + 1 FROM columns WHERE project_id = $1)) \
        RETURNING id";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let values = params![project.get(), title, task_limit, description];
            let added = change.conn().one::<(i64,)>(ADD, values).await;
            let (id,) = added.map_err(|error| Error::from(error).taken("title"))?.unwrap_or_default();
            let added = load(change.conn(), id.into()).await?;
            event::created(change, &added).await?;
            Ok(added.id)
        })
    })
    .await
}

/// What a column is.
#[derive(Clone, Debug, Default)]
pub struct ColumnFields {
    /// 1 to 191 characters, no other column's of the project.
    pub title: String,
    /// How many open tasks it should hold at most; 0 for any number.
    pub task_limit: i64,
    /// Markdown.
    pub description: String,
    /// Whether its tasks are left out of dashboards.
    pub hide_in_dashboard: bool,
}

/// Changes a column.
///
/// # Errors
///
/// [`Error::Invalid`] when another column of the project has this title.
#[crate::use_case]
pub async fn update_column(app: &App, actor: &Actor, column: ColumnId, fields: ColumnFields) -> Result<()> {
    const UPDATE: &str = "UPDATE columns SET title = $1, task_limit = $2, description = $3, \
        hide_in_dashboard = $4 WHERE id = $5";
    app.change(actor, column, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), column).await?;
            let ColumnFields { title, task_limit, description, hide_in_dashboard } = fields;
            let values = params![title, task_limit, description, i64::from(hide_in_dashboard), column.get()];
            let updated = change.conn().execute(UPDATE, values).await;
            updated.map_err(|error| Error::from(error).taken("title"))?;
            let after = load(change.conn(), column).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

/// Removes an empty column. The others keep their numbers, as in Kanboard.
///
/// # Errors
///
/// [`Conflict::HoldsTasks`] while it holds tasks, open or closed.
#[crate::use_case]
pub async fn remove_column(app: &App, actor: &Actor, column: ColumnId) -> Result<()> {
    const COUNT: &str = "SELECT COUNT(*) FROM tasks WHERE column_id = $1";
    const REMOVE: &str = "DELETE FROM columns WHERE id = $1";
    app.change(actor, column, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let held = change.conn().one::<(i64,)>(COUNT, params![column.get()]).await?;
            if held.is_some_and(|(tasks,)| tasks > 0) {
                return Err(Error::Conflict(Conflict::HoldsTasks));
            }
            let before = load(change.conn(), column).await?;
            change.conn().execute(REMOVE, params![column.get()]).await?;
            event::removed(change, &before).await
        })
    })
    .await
}
