//! Deleting a project.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use crate::{Actor, App, Result};

/// Deletes a project and all its content. The log keeps its events, so those under way are delivered.
pub async fn remove_project(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    // In the order of what refers to what; the rest goes with the project by its foreign keys.
    const REMOVE: [&str; 2] =
        ["DELETE FROM tasks WHERE project_id = $1", "DELETE FROM projects WHERE id = $1"];
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            for remove in REMOVE {
                change.conn().execute(remove, params![project.get()]).await?;
            }
            change.ring();
            Ok(())
        })
    })
    .await
}
