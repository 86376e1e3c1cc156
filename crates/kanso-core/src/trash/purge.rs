//! Deleting for good.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, TaskId};

use super::KEPT_DAYS;
use super::restore::project_of;
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result, file, project};

const DAY: i64 = 24 * 60 * 60;

/// Deletes a removed task for good, for managers of its project, and answers that.
///
/// # Errors
///
/// [`Error::NotFound`] when it is not in the trash.
#[crate::use_case]
pub async fn purge_task(app: &App, actor: &Actor, task: TaskId) -> Result<ProjectId> {
    let project = project_of(app, task).await?;
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let purged = purge(change.conn(), "task_id = $2", change.project(), task.get()).await?;
            if purged > 0 { Ok(()) } else { Err(Error::NotFound(Kind::Task)) }
        })
    })
    .await?;
    app.tell_strays();
    Ok(project)
}

/// Deletes for good what has been in the trash for [`KEPT_DAYS`], and answers how many tasks and projects that
/// were. Any number
/// of servers may do it at any time.
#[crate::use_case]
pub async fn empty_old(app: &App) -> Result<u64> {
    const LIST: &str = "SELECT DISTINCT project_id FROM trash WHERE removed_at < $1 ORDER BY project_id";
    let before = app.clock().now() - KEPT_DAYS * DAY;
    let projects: Vec<(i64,)> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(LIST, params![before]).await?) })).await?;
    let mut purged = 0;
    for (project,) in projects {
        let project = ProjectId::from(project);
        let old = app.change(&Actor::Application, project, Permission::ManageProject, move |change| {
            Box::pin(async move { purge(change.conn(), "removed_at < $2", change.project(), before).await })
        });
        match old.await {
            Ok(count) => purged += count,
            // It was deleted meanwhile, and its trash with it.
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    if purged > 0 {
        app.tell_strays();
    }
    Ok(purged + project::purge_old(app).await?)
}

/// Deletes those of the project that meet the condition, inside the change, and answers how many.
async fn purge(conn: &Conn, which: &str, project: ProjectId, value: i64) -> Result<u64> {
    let strays = format!(
        "SELECT r.path FROM trash_rows r WHERE r.path IS NOT NULL \
         AND r.task_id IN (SELECT task_id FROM trash WHERE project_id = $1 AND {which})"
    );
    let purge = format!("DELETE FROM trash WHERE project_id = $1 AND {which}");
    note_strays(conn, &strays, params![project.get(), value]).await?;
    Ok(conn.execute(&purge, params![project.get(), value]).await?)
}

/// Notes the content of files in the trash of a project that is about to be deleted, and the trash with it. Afterwards
/// [`App::tell_strays`] is due.
pub(crate) async fn note_strays_of_project(change: &Change<'_>) -> Result<()> {
    const STRAYS: &str = "SELECT r.path FROM trash_rows r JOIN trash x ON x.task_id = r.task_id \
        WHERE x.project_id = $1 AND r.path IS NOT NULL";
    note_strays(change.conn(), STRAYS, params![change.project().get()]).await
}

async fn note_strays(conn: &Conn, find: &str, values: &[kanso_db::Param<'_>]) -> Result<()> {
    for (path,) in conn.all::<(String,)>(find, values).await? {
        file::note_stray(conn, &path).await?;
    }
    Ok(())
}
