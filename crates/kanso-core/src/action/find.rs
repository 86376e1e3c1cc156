//! Finding automatic actions.

use std::sync::Arc;

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId};

use super::Action;
use crate::{Actor, App, Result};

/// The automatic actions of a project, oldest first. For who manages it.
#[crate::use_case]
pub async fn list_actions(app: &App, actor: &Actor, project: ProjectId) -> Result<Vec<Action>> {
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move { Ok(load(conn, project).await?.to_vec()) })
    })
    .await
}

/// The same inside a transaction.
pub(crate) async fn load(conn: &Conn, project: ProjectId) -> Result<Arc<[Action]>> {
    let list = format!("SELECT {} FROM actions WHERE project_id = $1 ORDER BY id", Action::COLUMNS);
    Ok(conn.all(&list, params![project.get()]).await?.into())
}

/// Whether a project has any.
pub(crate) async fn has_any(conn: &Conn, project: ProjectId) -> Result<bool> {
    const FIND: &str = "SELECT id FROM actions WHERE project_id = $1 LIMIT 1";
    Ok(conn.one::<(i64,)>(FIND, params![project.get()]).await?.is_some())
}
