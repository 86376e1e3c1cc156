//! The order of open tasks inside a lane.

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, Lane, ProjectId, Slot, SwimlaneId, TaskId};

use crate::{Error, Kind, Result};

/// The lane, if its column and swimlane are the project's own.
pub(crate) async fn check(conn: &Conn, project: ProjectId, lane: Lane) -> Result<()> {
    const FIND: &str = "SELECT (SELECT COUNT(*) FROM columns WHERE id = $1 AND project_id = $2), \
        (SELECT COUNT(*) FROM swimlanes WHERE id = $3 AND project_id = $2)";
    let values = params![lane.column.get(), project.get(), lane.swimlane.get()];
    match conn.one::<(i64, i64)>(FIND, values).await? {
        Some((1, 1)) => Ok(()),
        Some((1, _)) => Err(Error::NotFound(Kind::Swimlane)),
        _ => Err(Error::NotFound(Kind::Column)),
    }
}

/// The project's first column and its first active swimlane, by position.
pub(crate) async fn first(conn: &Conn, project: ProjectId) -> Result<(Option<ColumnId>, Option<SwimlaneId>)> {
    const FIRST: &str = "SELECT (SELECT id FROM columns WHERE project_id = $1 ORDER BY position, id LIMIT 1), \
        (SELECT id FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id LIMIT 1)";
    let found = conn.one::<(Option<i64>, Option<i64>)>(FIRST, params![project.get()]).await?;
    let (column, swimlane) = found.unwrap_or_default();
    Ok((column.map(ColumnId::from), swimlane.map(SwimlaneId::from)))
}

/// The open tasks of the lane, from top to bottom.
pub(crate) async fn list(conn: &Conn, project: ProjectId, lane: Lane) -> Result<Vec<TaskId>> {
    const LIST: &str = "SELECT id FROM tasks WHERE project_id = $1 AND swimlane_id = $2 AND column_id = $3 \
        AND is_active = 1 ORDER BY position, id";
    let values = params![project.get(), lane.swimlane.get(), lane.column.get()];
    let ids: Vec<(i64,)> = conn.all(LIST, values).await?;
    Ok(ids.into_iter().map(|(id,)| id.into()).collect())
}

/// Enters that the lane holds so many open tasks more, and answers how many it holds then.
pub(crate) async fn count(conn: &Conn, lane: Lane, more: i64) -> Result<i64> {
    const COUNT: &str = "INSERT INTO lanes (swimlane_id, column_id, open_tasks) VALUES ($1, $2, $3) \
        ON CONFLICT (swimlane_id, column_id) DO UPDATE SET open_tasks = lanes.open_tasks + excluded.open_tasks \
        RETURNING open_tasks";
    let values = params![lane.swimlane.get(), lane.column.get(), more];
    let (open,) = conn.one::<(i64,)>(COUNT, values).await?.unwrap_or_default();
    Ok(open)
}

/// How many open tasks of the lane come before one with this number and id.
pub(crate) async fn count_before(conn: &Conn, lane: Lane, position: i64, task: TaskId) -> Result<i64> {
    const COUNT: &str = "SELECT COUNT(*) FROM tasks WHERE swimlane_id = $1 AND column_id = $2 AND is_active = 1 \
        AND (position < $3 OR (position = $3 AND id < $4))";
    let values = params![lane.swimlane.get(), lane.column.get(), position, task.get()];
    let (count,) = conn.one::<(i64,)>(COUNT, values).await?.unwrap_or_default();
    Ok(count)
}

/// Numbers the open tasks of the lane 1, 2, 3 …, `except` left out, as if it were gone.
pub(crate) async fn close_gap(conn: &Conn, project: ProjectId, lane: Lane, except: TaskId) -> Result<()> {
    number(conn, project, lane, except, i64::MAX).await
}

/// Numbers the open tasks of the lane with one number left free at `slot`.
pub(crate) async fn open_gap(conn: &Conn, project: ProjectId, slot: Slot, for_task: TaskId) -> Result<()> {
    number(conn, project, slot.lane, for_task, slot.position).await
}

/// Only rows whose number changes are written. Equal numbers, which removals and reopening leave behind, are
/// sorted by id, as Kanboard does.
async fn number(conn: &Conn, project: ProjectId, lane: Lane, except: TaskId, gap: i64) -> Result<()> {
    const NUMBER: &str = "UPDATE tasks SET position = numbered.place FROM (\
          SELECT id, place + CASE WHEN place >= $1 THEN 1 ELSE 0 END AS place FROM (\
            SELECT id, ROW_NUMBER() OVER (ORDER BY position, id) AS place FROM tasks \
            WHERE project_id = $2 AND swimlane_id = $3 AND column_id = $4 AND is_active = 1 AND id <> $5\
          ) AS counted\
        ) AS numbered WHERE tasks.id = numbered.id AND tasks.position <> numbered.place";
    let values = params![gap, project.get(), lane.swimlane.get(), lane.column.get(), except.get()];
    conn.execute(NUMBER, values).await?;
    Ok(())
}
