//! Moving several tasks on their board.

use kanso_domain::{ColumnId, Permission, ProjectId, Slot, SwimlaneId, TaskId};

use super::{check, load};
use crate::change::Change;
use crate::task::position::move_seen;
use crate::task::{Counted, TaskMove};
use crate::{Actor, App, Conflict, Error, Result, Scope};

/// Moves tasks to the end of a column, in the order given, each in its own swimlane unless one is named. Those that
/// are there already stay where they are.
///
/// Answers the moves that undo it, for [`place_tasks`]: the last one first, because each place counts as the board was
/// then.
///
/// # Errors
///
/// As [`move_task`](crate::task::move_task); none moves then. Also [`Error::NotFound`] when one of them is not the
/// project's.
#[crate::use_case]
pub async fn move_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    tasks: Vec<TaskId>,
    column: ColumnId,
    swimlane: Option<SwimlaneId>,
) -> Result<Vec<TaskMove>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let mut undo = Vec::new();
            for id in check(tasks)? {
                let task = load(change, id).await?;
                let swimlane = swimlane.unwrap_or(task.swimlane_id);
                if (task.column_id, task.swimlane_id) == (column, swimlane) {
                    continue;
                }
                let end = Slot::new(swimlane, column, i64::MAX);
                undo.extend(move_one(change, TaskMove::shown(id, end)).await?);
            }
            undo.reverse();
            Ok(undo)
        })
    })
    .await
}

/// Moves each task to a place of its own, one after the other: positions count after the moves before. A task that
/// is in its place stays.
///
/// Answers the moves that undo it.
///
/// # Errors
///
/// As [`move_tasks`].
#[crate::use_case]
pub async fn place_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    moves: Vec<TaskMove>,
) -> Result<Vec<TaskMove>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            check(moves.iter().map(|to| to.task).collect())?;
            let mut undo = Vec::new();
            for to in moves {
                undo.extend(move_one(change, to).await?);
            }
            undo.reverse();
            Ok(undo)
        })
    })
    .await
}

/// Moves a task of the project, and answers the move back; `None` when it is there already.
async fn move_one(change: &mut Change<'_>, to: TaskMove) -> Result<Option<TaskMove>> {
    let task = load(change, to.task).await?;
    match move_seen(change, &task, to).await {
        Ok((from, _)) => Ok(Some(TaskMove::shown(to.task, from))),
        Err(Error::Conflict(Conflict::AlreadyThere)) => Ok(None),
        Err(error) => Err(error),
    }
}

impl TaskMove {
    /// The move to a place as a board shows it.
    fn shown(task: TaskId, to: Slot) -> Self {
        Self {
            task,
            project: None,
            column: to.lane.column,
            swimlane: Some(to.lane.swimlane),
            position: to.position,
            counted: Counted::Shown,
        }
    }
}
