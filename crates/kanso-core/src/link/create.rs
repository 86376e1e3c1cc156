//! Linking two tasks.

use kanso_db::{Conn, params};
use kanso_domain::{LinkId, Permission, TaskId, TaskLinkId};

use super::{label, record_saved};
use crate::access::require;
use crate::change::Change;
use crate::{Actor, App, Error, Fault, Kind, Result, Scope};

/// Links a task to another, of any project in which the actor has a role; administrators of the application may
/// link to any. Answers the link from the first task; that from the other is the next.
///
/// # Errors
///
/// [`Error::Invalid`] when there is no such label, when the other task is not there for the actor or is the
/// same, or when they are linked so already.
#[crate::use_case]
pub async fn create_task_link(
    app: &App,
    actor: &Actor,
    task: TaskId,
    opposite: TaskId,
    label: LinkId,
) -> Result<TaskLinkId> {
    let both = Scope::from(task).beside([opposite.into()]);
    app.change(actor, both, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_reach(change, opposite).await?;
            create_in(change, task, opposite, label).await
        })
    })
    .await
}

/// The same inside a change that holds the locks of both tasks' projects; asks for no permission.
pub(crate) async fn create_in(
    change: &mut Change<'_>,
    task: TaskId,
    opposite: TaskId,
    label: LinkId,
) -> Result<TaskLinkId> {
    require_two(task, opposite)?;
    let label = label::require(change.conn(), label).await?;
    let link = insert(change.conn(), label.id, task, opposite).await?;
    let mirror = insert(change.conn(), label.opposite(), opposite, task).await?;
    record_saved(change, link).await?;
    record_saved(change, mirror).await?;
    Ok(link)
}

/// Refuses unless the actor may link to the task.
pub(super) async fn require_reach(change: &Change<'_>, opposite: TaskId) -> Result<()> {
    let unknown = |error: Error| error.unknown("other task");
    let project = Scope::from(opposite).find_project(change.conn()).await.map_err(unknown)?;
    if change.actor().is_admin() {
        return Ok(());
    }
    require(change.conn(), change.actor(), project, Permission::ViewProject).await.map_err(unknown)
}

pub(super) fn require_two(task: TaskId, opposite: TaskId) -> Result<()> {
    if task == opposite { Err(Error::Invalid(Fault::Unknown("other task"))) } else { Ok(()) }
}

pub(super) async fn insert(conn: &Conn, label: LinkId, from: TaskId, to: TaskId) -> Result<TaskLinkId> {
    const INSERT: &str = "INSERT INTO task_has_links (link_id, task_id, opposite_task_id) \
        VALUES ($1, $2, $3) RETURNING id";
    let values = params![label.get(), from.get(), to.get()];
    let inserted =
        conn.one::<(i64,)>(INSERT, values).await.map_err(|error| Error::from(error).taken("link"))?;
    inserted.map(|(id,)| id.into()).ok_or(Error::NotFound(Kind::Link))
}
