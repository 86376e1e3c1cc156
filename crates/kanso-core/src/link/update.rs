//! Changing a link between tasks.

use kanso_db::params;
use kanso_domain::{LinkId, Permission, TaskId, TaskLinkId};

use super::create::{insert, require_reach, require_two};
use super::{find, label, record_saved};
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result, Scope};

/// What a link is to become.
#[derive(Clone, Copy, Debug)]
pub struct TaskLinkChange {
    /// The link.
    pub link: TaskLinkId,
    /// The task it starts from, which stays.
    pub task: TaskId,
    /// The task it leads to.
    pub opposite: TaskId,
    /// The label, as seen from the first task.
    pub label: LinkId,
}

/// Changes the label or the target of a link. The other side of it moves to the new target.
///
/// # Errors
///
/// [`Kind::Link`] when the task has no such link; otherwise as when a link is made.
#[crate::use_case]
pub async fn update_task_link(app: &App, actor: &Actor, to: TaskLinkChange) -> Result<()> {
    let left = find::find_other_end(app, to.link).await?;
    let all = Scope::from(to.task).beside([to.opposite].into_iter().chain(left).map(Scope::from));
    app.change(actor, all, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let before = find::details(change.conn(), to.link).await?;
            if before.task_id != to.task {
                return Err(Error::NotFound(Kind::Link));
            }
            find::require_unmoved(&before, left)?;
            require_reach(change, to.opposite).await?;
            require_two(to.task, to.opposite)?;
            let label = label::require(change.conn(), to.label).await?;
            let mirror = find::find_mirror(change.conn(), &before).await?;
            write(change, to.link, label.id, to.task, to.opposite).await?;
            let mirror = match mirror {
                Some(mirror) => {
                    write(change, mirror, label.opposite(), to.opposite, to.task).await?;
                    mirror
                }
                None => insert(change.conn(), label.opposite(), to.opposite, to.task).await?,
            };
            record_saved(change, to.link).await?;
            record_saved(change, mirror).await
        })
    })
    .await
}

async fn write(change: &Change<'_>, link: TaskLinkId, label: LinkId, from: TaskId, to: TaskId) -> Result<()> {
    const UPDATE: &str =
        "UPDATE task_has_links SET link_id = $1, task_id = $2, opposite_task_id = $3 WHERE id = $4";
    let values = params![label.get(), from.get(), to.get(), link.get()];
    let written = change.conn().execute(UPDATE, values).await;
    written.map(|_| ()).map_err(|error| Error::from(error).taken("link"))
}
