//! What a board holds now: where a walk back begins.

use kanso_db::{Conn, params};
use kanso_domain::ProjectId;

use super::walk::{Board, Past, Standing, Walk};
use crate::Result;

/// What the columns of a project hold now.
pub(super) async fn board(conn: &Conn, project: ProjectId) -> Result<Board> {
    const COUNT: &str = "SELECT column_id, is_active, COUNT(*), CAST(COALESCE(SUM(score), 0) AS BIGINT) \
        FROM tasks WHERE project_id = $1 GROUP BY column_id, is_active";
    let mut board = Board::new();
    for (column, active, tasks, score) in
        conn.all::<(i64, i64, i64, i64)>(COUNT, params![project.get()]).await?
    {
        let counts = board.entry(column).or_default();
        if active == 1 {
            (counts.open, counts.score) = (tasks, score);
        } else {
            counts.closed = tasks;
        }
    }
    Ok(board)
}

/// Puts the project's tasks on the board as they are now. Answers the first day one of them was there.
pub(super) async fn begin(conn: &Conn, project: ProjectId, walk: &mut Walk, today: i64) -> Result<i64> {
    const LIST: &str = "SELECT id, column_id, is_active, COALESCE(score, 0), date_creation, \
        COALESCE(date_completed, 0), date_moved FROM tasks WHERE project_id = $1";
    let mut first = today;
    for row in conn.all::<(i64, i64, i64, i64, i64, i64, i64)>(LIST, params![project.get()]).await? {
        let (task, column, active, score, created, completed, moved) = row;
        first = first.min(walk.day_of(created));
        let past = Past { created, completed, moved };
        walk.begin_with(task, Standing { column, is_open: active == 1, score }, past);
    }
    Ok(first)
}
