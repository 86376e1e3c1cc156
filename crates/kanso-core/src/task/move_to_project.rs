//! Moving a task to another project.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskAct, TaskId};

use super::destination::Found;
use super::{Destination, Task, find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Result, tag};

/// Takes a task out of its project and puts it into another one, with all that belongs to it. It is open then.
///
/// # Errors
///
/// [`Error::NotFound`](crate::Error::NotFound) also for a project without a column or an active swimlane.
#[crate::use_case]
pub async fn move_task_to_project(app: &App, actor: &Actor, task: TaskId, to: Destination) -> Result<()> {
    app.change_both(actor, task, to.project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let task = find::load(change.conn(), task).await?;
            move_to_project_in(change, &task, &to).await
        })
    })
    .await
}

/// The same inside a change that holds the locks of both projects and is in the one that the task goes to.
pub(crate) async fn move_to_project_in(change: &mut Change<'_>, task: &Task, to: &Destination) -> Result<()> {
    let found = to.find(change, task).await?;
    change.require_act(task.project_id, TaskAct::Leave, task.owner_id).await?;
    change.require_act(to.project, TaskAct::Create(found.lane.column), found.owner).await?;
    let position = position(change, task, to).await?;
    lane::count(change.conn(), task.slot().lane, -task.is_active).await?;
    lane::count(change.conn(), found.lane, 1).await?;
    place(change, task, to, &found, position).await?;
    tag::copy(change, task.id, task.id, to.project).await?;
    change.ring(task.project_id);
    let event = Event::TaskMovedToProject { task: task.id, from: task.project_id, to: to.project };
    let snapshot = Snapshot::of_turned_task(change, task).await?;
    change.record(event, &snapshot).await?;
    Ok(())
}

/// One more than the project has open tasks in the column that was asked for, or else in the column that the task
/// was in: mostly 1, as in Kanboard. Equal numbers part at the next move in the lane.
async fn position(change: &Change<'_>, task: &Task, to: &Destination) -> Result<i64> {
    const COUNT: &str = "SELECT CAST(COALESCE(SUM(l.open_tasks), 0) AS BIGINT) FROM lanes l \
        JOIN columns c ON c.id = l.column_id WHERE l.column_id = $1 AND c.project_id = $2";
    let column = to.column.unwrap_or(task.column_id);
    let open = change.conn().one::<(i64,)>(COUNT, params![column.get(), to.project.get()]).await?;
    Ok(open.map_or(0, |(open,)| open) + 1)
}

async fn place(
    change: &Change<'_>,
    task: &Task,
    to: &Destination,
    found: &Found,
    position: i64,
) -> Result<()> {
    const PLACE: &str = "UPDATE tasks SET project_id = $1, column_id = $2, swimlane_id = $3, position = $4, \
        category_id = $5, owner_id = $6, priority = $7, is_active = 1 WHERE id = $8";
    let values = params![
        to.project.get(),
        found.lane.column.get(),
        found.lane.swimlane.get(),
        position,
        found.category,
        found.owner.get(),
        found.priority,
        task.id.get()
    ];
    change.conn().execute(PLACE, values).await?;
    Ok(())
}
