//! Reading links between tasks.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, TaskId, TaskLinkId};

use super::{LinkedTask, TaskLinkDetails};
use crate::{Actor, App, Conflict, Error, Kind, Result};

/// The link, if the actor may see the task that it starts from.
#[crate::use_case]
pub async fn find_task_link(app: &App, actor: &Actor, link: TaskLinkId) -> Result<TaskLinkDetails> {
    app.read_in(actor, link, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { details(conn, link).await })
    })
    .await
}

/// What a task is linked to: by label; then what is furthest on its board and open comes first. Tasks of
/// projects that the actor does not see are listed too, as in Kanboard.
#[crate::use_case]
pub async fn list_task_links(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<LinkedTask>> {
    let list = format!(
        "SELECT {} FROM task_has_links h JOIN links l ON l.id = h.link_id \
         JOIN tasks t ON t.id = h.opposite_task_id JOIN columns c ON c.id = t.column_id \
         JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 \
         LEFT JOIN users u ON u.id = t.owner_id WHERE h.task_id = $1 \
         ORDER BY h.link_id, c.position DESC, t.is_active DESC, t.position, t.id",
        LinkedTask::COLUMNS
    );
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { Ok(conn.all(&list, params![task.get()]).await?) })
    })
    .await
}

pub(super) async fn details(conn: &Conn, link: TaskLinkId) -> Result<TaskLinkDetails> {
    let find = format!(
        "SELECT {} FROM task_has_links h JOIN links l ON l.id = h.link_id WHERE h.id = $1",
        TaskLinkDetails::COLUMNS
    );
    conn.one(&find, params![link.get()]).await?.ok_or(Error::NotFound(Kind::Link))
}

/// The task at the other end of a link, if there is the link: which project is to be locked besides. Asks for no
/// permission; what it answers is not for the actor.
pub(super) async fn find_other_end(app: &App, link: TaskLinkId) -> Result<Option<TaskId>> {
    const FIND: &str = "SELECT opposite_task_id FROM task_has_links WHERE id = $1";
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![link.get()]).await?) }));
    Ok(found.await?.map(|(task,)| task.into()))
}

/// Refuses when the link leads elsewhere since [`find_other_end`]: another project was locked for it.
pub(super) fn require_unmoved(link: &TaskLinkDetails, other_end: Option<TaskId>) -> Result<()> {
    let is_unmoved = other_end == Some(link.opposite_task_id);
    is_unmoved.then_some(()).ok_or(Error::Conflict(Conflict::ChangedMeanwhile))
}

/// The same link as seen from the other task. A label that was changed or deleted meanwhile can have cut it off.
pub(super) async fn find_mirror(conn: &Conn, link: &TaskLinkDetails) -> Result<Option<TaskLinkId>> {
    const FIND: &str =
        "SELECT id FROM task_has_links WHERE task_id = $1 AND opposite_task_id = $2 AND link_id = $3";
    let label = if link.opposite_link_id == 0 { link.link_id.get() } else { link.opposite_link_id };
    let values = params![link.opposite_task_id.get(), link.task_id.get(), label];
    let found = conn.one::<(i64,)>(FIND, values).await?;
    Ok(found.map(|(id,)| id.into()))
}
