//! Finding automatic actions.

use std::sync::Arc;

use kanso_db::{Conn, params};
use kanso_domain::{ActionId, Permission, ProjectId};

use super::Action;
use crate::{Actor, App, Error, Kind, Result};

/// The automatic actions of a project, oldest first. For who manages it.
#[crate::use_case]
pub async fn list_actions(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Action>> {
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move { Ok(load(conn, project).await?.to_vec()) })
    })
    .await
}

/// An automatic action, for who manages its project.
#[crate::use_case]
pub async fn find_action(app: &App, actor: &Actor, action: ActionId) -> Result<Action> {
    app.read_in(actor, action, Permission::ManageProject, move |conn, project| {
        Box::pin(async move { of_project(conn, project, action).await })
    })
    .await
}

pub(super) async fn of_project(conn: &Conn, project: ProjectId, action: ActionId) -> Result<Action> {
    let find = format!("SELECT {} FROM actions WHERE id = $1 AND project_id = $2", Action::COLUMNS);
    conn.one(&find, params![action.get(), project.get()]).await?.ok_or(Error::NotFound(Kind::Action))
}

/// The same as [`list_actions`] inside a transaction.
pub(crate) async fn load(conn: &Conn, project: ProjectId) -> Result<Arc<[Action]>> {
    let list = format!("SELECT {} FROM actions WHERE project_id = $1 ORDER BY id", Action::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?.into())
}

/// Whether a project has any.
pub(crate) async fn has_any(conn: &Conn, project: ProjectId) -> Result<bool> {
    const FIND: &str = "SELECT id FROM actions WHERE project_id = $1 LIMIT 1";
    Ok(conn.one::<(i64,)>(FIND, params![project.get()]).await?.is_some())
}
