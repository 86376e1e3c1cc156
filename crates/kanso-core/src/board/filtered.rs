//! A board that shows only the tasks of a search.

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, Lane, Permission, ProjectId, TaskId};

use super::{Board, BoardTask, load, select, select_from};
use crate::search::{Reader, clauses, meets, read};
use crate::task::lane;
use crate::{Actor, App, Result};

/// How many open tasks the columns of a board hold, whether they are shown or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTasks(HashMap<ColumnId, i64>);

/// A task as a board with a search shows it, and what has changed around it.
#[derive(Clone, Debug)]
pub struct FilteredTask {
    /// The task with the open tasks of its lane from top to bottom, if the board shows it.
    pub shown: Option<(BoardTask, Vec<TaskId>)>,
    /// How many open tasks the columns hold.
    pub open: OpenTasks,
}

/// The board of a project with the tasks, open and closed, that `query` asks for.
///
/// # Errors
///
/// [`Fault::TooLong`](crate::Fault::TooLong) for a query of more than 10,000 characters.
pub async fn find_filtered_board(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    query: &str,
) -> Result<(Board, OpenTasks)> {
    let (query, who) = (read(app, query)?, actor.clone());
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let found = clauses(conn, &[project], Reader::of(&who), &query);
            let tasks = format!("{} LEFT JOIN projects p ON p.id = t.project_id", found.tasks);
            let list = select_from(&tasks, &format!("{} ORDER BY t.position, t.id", found.which));
            let board = load(conn, &who, project, &list, &found.values).await?;
            Ok((board, OpenTasks::of(conn, project).await?))
        })
    })
    .await
}

/// One task of a board that shows what `query` asks for.
///
/// # Errors
///
/// As [`find_filtered_board`].
pub async fn find_filtered_task(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
    query: &str,
) -> Result<FilteredTask> {
    const WHICH: &str = "t.project_id = $1 AND t.id = $2 \
        AND t.swimlane_id IN (SELECT s.id FROM swimlanes s WHERE s.project_id = $1 AND s.is_active = 1)";
    let (query, reader) = (read(app, query)?, Reader::of(actor));
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let open = OpenTasks::of(conn, project).await?;
            if !meets(conn, task, &query, reader, Some(project)).await? {
                return Ok(FilteredTask { shown: None, open });
            }
            let found: Option<BoardTask> =
                conn.one(&select(WHICH), params![project.get(), task.get()]).await?;
            let Some(found) = found else { return Ok(FilteredTask { shown: None, open }) };
            let place = Lane { swimlane: found.swimlane_id, column: found.column_id };
            let order = lane::list(conn, project, place).await?;
            Ok(FilteredTask { shown: Some((found, order)), open })
        })
    })
    .await
}

impl OpenTasks {
    /// Those of a column.
    pub fn of_column(&self, column: ColumnId) -> i64 {
        self.0.get(&column).copied().unwrap_or_default()
    }

    /// Of every column that has any.
    pub fn by_column(&self) -> impl Iterator<Item = (ColumnId, i64)> {
        self.0.iter().map(|(column, open)| (*column, *open))
    }

    async fn of(conn: &Conn, project: ProjectId) -> Result<Self> {
        const COUNT: &str = "SELECT l.column_id, CAST(SUM(l.open_tasks) AS BIGINT) FROM swimlanes s \
            JOIN lanes l ON l.swimlane_id = s.id WHERE s.project_id = $1 AND s.is_active = 1 GROUP BY l.column_id";
        let counted = conn.all::<(i64, i64)>(COUNT, params![project.get()]).await?;
        Ok(Self(counted.into_iter().map(|(column, open)| (column.into(), open)).collect()))
    }
}
