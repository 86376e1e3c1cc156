//! The order of the subtasks of a task.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, SubtaskId, TaskId};

use super::update::update_in;
use super::{SubtaskPatch, find};
use crate::{Actor, App, Conflict, Error, Kind, Result, Scope};

/// Moves a subtask to another place in its task; 1 is the first, past the end means the end. All are numbered anew.
///
/// # Errors
///
/// [`Kind::Subtask`] when the task has no such subtask; [`Conflict::AlreadyThere`] when it has that place.
#[crate::use_case]
pub async fn move_subtask(
    app: &App,
    actor: &Actor,
    task: TaskId,
    subtask: SubtaskId,
    position: i64,
) -> Result<()> {
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let before = find::load(change.conn(), subtask).await?;
            if before.task_id != task {
                return Err(Error::NotFound(Kind::Subtask));
            }
            let (place, count) = place_among(change.conn(), task, subtask).await?;
            let position = position.clamp(1, count);
            if position == place {
                return Err(Error::Conflict(Conflict::AlreadyThere));
            }
            leave_free(change.conn(), task, subtask, position).await?;
            let patch = SubtaskPatch { position: Some(position), ..SubtaskPatch::default() };
            update_in(change, &before, &patch).await
        })
    })
    .await
}

/// Which one it is in the order that people see, and of how many.
async fn place_among(conn: &Conn, task: TaskId, subtask: SubtaskId) -> Result<(i64, i64)> {
    const FIND: &str = "SELECT place, total FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY position, id) AS place, \
        COUNT(*) OVER () AS total FROM subtasks WHERE task_id = $1) AS counted WHERE id = $2";
    let found = conn.one::<(i64, i64)>(FIND, params![task.get(), subtask.get()]).await?;
    found.ok_or(Error::NotFound(Kind::Subtask))
}

/// Numbers the other subtasks 1, 2, 3 … with one number left free.
async fn leave_free(conn: &Conn, task: TaskId, subtask: SubtaskId, free: i64) -> Result<()> {
    const NUMBER: &str = "UPDATE subtasks SET position = numbered.place FROM (\
          SELECT id, place + CASE WHEN place >= $1 THEN 1 ELSE 0 END AS place FROM (\
            SELECT id, ROW_NUMBER() OVER (ORDER BY position, id) AS place FROM subtasks \
            WHERE task_id = $2 AND id <> $3\
          ) AS counted\
        ) AS numbered WHERE subtasks.id = numbered.id AND subtasks.position <> numbered.place";
    conn.execute(NUMBER, params![free, task.get(), subtask.get()]).await?;
    Ok(())
}
