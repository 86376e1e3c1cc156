//! Deleting a project.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::load;
use crate::change::Change;
use crate::{Actor, App, Result, event, file, trash};

/// Deletes a project and all its content. The log keeps its events, so those under way are delivered.
#[crate::use_case]
pub async fn remove_project(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    app.change(actor, project, Permission::ManageProject, move |change| Box::pin(erase(change))).await?;
    app.tell_strays();
    Ok(())
}

/// Deletes the project that is being changed, with all its content. Afterwards [`App::tell_strays`] is due.
pub(crate) async fn erase(change: &mut Change<'_>) -> Result<()> {
    // In the order of what refers to what; the rest goes with the project by its foreign keys.
    const ERASE: [&str; 3] = [
        "DELETE FROM tasks WHERE project_id = $1",
        "DELETE FROM tags WHERE project_id = $1",
        "DELETE FROM projects WHERE id = $1",
    ];
    let project = change.project();
    let before = load(change.conn(), project).await?;
    file::remove_with_project(change, project).await?;
    trash::note_strays_of_project(change).await?;
    for erase in ERASE {
        change.conn().execute(erase, params![project.get()]).await?;
    }
    event::removed(change, &before).await
}
