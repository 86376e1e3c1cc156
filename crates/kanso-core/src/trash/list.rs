//! What is in the trash of a project.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::RemovedTask;
use crate::{Actor, App, Result};

/// The removed tasks of a project, latest first: at most `limit` of them after the first `skip`, and how many there
/// are. For those who may bring them back.
#[crate::use_case]
pub async fn list_trash(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    skip: i64,
    limit: i64,
) -> Result<(Vec<RemovedTask>, i64)> {
    const COUNT: &str = "SELECT COUNT(*) FROM trash WHERE project_id = $1";
    let list = format!(
        "SELECT {} FROM trash x LEFT JOIN users u ON u.id = x.removed_by WHERE x.project_id = $1 \
         ORDER BY x.removed_at DESC, x.task_id DESC LIMIT $2 OFFSET $3",
        RemovedTask::COLUMNS
    );
    app.read_in(actor, project, Permission::WorkInProject, move |conn, project| {
        Box::pin(async move {
            let (count,) = conn.one::<(i64,)>(COUNT, params![project.get()]).await?.unwrap_or_default();
            Ok((conn.all(&list, params![project.get(), limit, skip]).await?, count))
        })
    })
    .await
}
