//! Removing a project, and deleting it for good.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::load;
use crate::change::Change;
use crate::{Actor, App, Result, event, file, trash};

/// Removes a project and all its content: it is nowhere to be found, but for
/// [`KEPT_DAYS`](trash::KEPT_DAYS) can be brought back by [`restore_project`](super::restore_project). The log keeps
/// its events, so those under way are delivered.
#[crate::use_case]
pub async fn remove_project(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    app.change(actor, project, Permission::ManageProject, move |change| Box::pin(hide(change))).await
}

/// Marks the project as removed, and keeps the roles in it where they give nothing.
async fn hide(change: &mut Change<'_>) -> Result<()> {
    const HIDE: &str = "UPDATE projects SET removed_at = $1, removed_by = $2 WHERE id = $3";
    const KEEP: [&str; 4] = [
        "INSERT INTO removed_project_has_users (project_id, user_id, role) \
         SELECT project_id, user_id, role FROM project_has_users WHERE project_id = $1",
        "DELETE FROM project_has_users WHERE project_id = $1",
        "INSERT INTO removed_project_has_groups (project_id, group_id, role) \
         SELECT project_id, group_id, role FROM project_has_groups WHERE project_id = $1",
        "DELETE FROM project_has_groups WHERE project_id = $1",
    ];
    let (conn, project) = (change.conn(), change.project());
    let before = load(conn, project).await?;
    file::tell_of_removal(change, project).await?;
    let by = change.actor().user_id();
    conn.execute(HIDE, params![change.now().max(1), by.get(), project.get()]).await?;
    for keep in KEEP {
        conn.execute(keep, params![project.get()]).await?;
    }
    event::removed(change, &before).await
}

/// Deletes the project that is being changed, with all its content. Afterwards [`App::tell_strays`] is due.
pub(crate) async fn erase(change: &mut Change<'_>) -> Result<()> {
    let (before, project) = (load(change.conn(), change.project()).await?, change.project());
    file::remove_with_project(change, project).await?;
    erase_content(change).await?;
    event::removed(change, &before).await
}

/// The same for one whose removal was told already.
pub(super) async fn erase_content(change: &mut Change<'_>) -> Result<()> {
    // In the order of what refers to what; the rest goes with the project by its foreign keys.
    const ERASE: [&str; 3] = [
        "DELETE FROM tasks WHERE project_id = $1",
        "DELETE FROM tags WHERE project_id = $1",
        "DELETE FROM projects WHERE id = $1",
    ];
    let project = change.project();
    file::note_strays_of_project(change.conn(), project).await?;
    trash::note_strays_of_project(change).await?;
    for erase in ERASE {
        change.conn().execute(erase, params![project.get()]).await?;
    }
    Ok(())
}
