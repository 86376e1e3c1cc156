//! Copying a task, mostly into another project.

use kanso_db::params;
use kanso_domain::{Event, LinkId, Permission, TaskAct, TaskId};

use super::create::{self, NewTask};
use super::{Destination, Task, find};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Result, external_link, file, link, subtask, tag};

/// Copies a task to the end of its lane in a project, which may be its own, and links the copy to it.
///
/// Tags, subtasks, files and external links come along; comments, links and metadata stay. The copy is open, has
/// not begun and is made by who copies it.
///
/// # Errors
///
/// [`Error::NotFound`](crate::Error::NotFound) also for a project without a column or an active swimlane.
#[crate::use_case]
pub async fn duplicate_task(app: &App, actor: &Actor, task: TaskId, to: Destination) -> Result<TaskId> {
    app.change_both(actor, task, to.project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let task = find::load(change.conn(), task).await?;
            duplicate_in(change, &task, &to).await
        })
    })
    .await
}

/// The same inside a change that holds the locks of both projects and is in the one that the copy goes to.
pub(crate) async fn duplicate_in(change: &mut Change<'_>, task: &Task, to: &Destination) -> Result<TaskId> {
    let copy = create_like(change, task, to).await?;
    // Kanboard tells of the link before the files.
    say_that_it_is_a_copy(change, task.id, copy).await?;
    file::copy(change, task.id, copy).await?;
    Ok(copy)
}

/// The same without a link between both.
pub(crate) async fn copy_in(change: &mut Change<'_>, task: &Task, to: &Destination) -> Result<TaskId> {
    let copy = create_like(change, task, to).await?;
    file::copy(change, task.id, copy).await?;
    Ok(copy)
}

/// Everything but the files.
async fn create_like(change: &mut Change<'_>, task: &Task, to: &Destination) -> Result<TaskId> {
    let found = to.find(change, task).await?;
    change.require_act(to.project, TaskAct::Create(found.lane.column), found.owner).await?;
    let new = NewTask {
        owner: found.owner,
        category: Some(found.category),
        priority: found.priority,
        ..NewTask::like(task, to.project)
    };
    let copy = create::insert(change, &new, found.lane, change.actor().user_id()).await?;
    // Before the event, so that what follows from it finds the whole task.
    tag::copy(change, task.id, copy, to.project).await?;
    subtask::copy(change, task.id, copy).await?;
    external_link::copy(change, task.id, copy).await?;
    let snapshot = Snapshot::of_task(change, copy).await?;
    change.record(Event::TaskCreated { task: copy }, &snapshot).await?;
    Ok(copy)
}

async fn say_that_it_is_a_copy(change: &mut Change<'_>, task: TaskId, copy: TaskId) -> Result<()> {
    /// The label that every installation begins with; an administrator may have removed it.
    const DUPLICATES: i64 = 4;
    const FIND: &str = "SELECT id FROM links WHERE id = $1";
    if change.conn().one::<(i64,)>(FIND, params![DUPLICATES]).await?.is_some() {
        link::create_in(change, copy, task, LinkId::from(DUPLICATES)).await?;
    }
    Ok(())
}
