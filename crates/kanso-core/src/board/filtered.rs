//! A board that shows only the tasks of a search.

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::{Lane, Permission, ProjectId, TaskId};

use super::{Board, BoardTask, PlacedTask, TagsOfTasks, load, tags_of_tasks};
use crate::search::{Reader, clauses, meets, read};
use crate::task::lane;
use crate::{Actor, App, Result};

/// How many open tasks each lane of a board holds, whether they are shown or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTasks(HashMap<Lane, i64>);

/// A board that shows what a search asks for.
#[derive(Clone, Debug)]
pub struct FilteredBoard {
    /// The board with the tasks, open and closed, that were found.
    pub board: Board,
    /// Their tags.
    pub tags: TagsOfTasks,
    /// What the board holds all in all.
    pub open: OpenTasks,
}

/// A task as a board with a search shows it.
#[derive(Clone, Debug)]
pub struct FilteredTask {
    /// The task, if the board shows it.
    pub shown: Option<PlacedTask>,
    /// What the board holds all in all.
    pub open: OpenTasks,
}

/// The board of a project with the tasks, open and closed, that `query` asks for.
///
/// # Errors
///
/// [`Fault::TooLong`](crate::Fault::TooLong) for a query of more than 10,000 characters.
#[crate::use_case]
pub async fn find_filtered_board(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    query: &str,
) -> Result<FilteredBoard> {
    let (query, who) = (read(app, actor, query)?, actor.clone());
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let found = clauses(conn, &[project], Reader::of(&who), &query);
            let tasks = format!("{} LEFT JOIN projects p ON p.id = t.project_id", found.tasks);
            let list = BoardTask::select_from(&tasks, &format!("{} ORDER BY t.position, t.id", found.which));
            let board = load(conn, &who, project, &list, &found.values).await?;
            let which = format!("t.id IN (SELECT t.id FROM {tasks} WHERE {})", found.which);
            let tags = tags_of_tasks(conn, &which, &found.values).await?;
            Ok(FilteredBoard { board, tags, open: OpenTasks::of(conn, project).await? })
        })
    })
    .await
}

/// One task of a board that shows what `query` asks for.
///
/// # Errors
///
/// As [`find_filtered_board`].
#[crate::use_case]
pub async fn find_filtered_task(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
    query: &str,
) -> Result<FilteredTask> {
    const WHICH: &str = "t.project_id = $1 AND t.id = $2 \
        AND t.swimlane_id IN (SELECT s.id FROM swimlanes s WHERE s.project_id = $1 AND s.is_active = 1)";
    let (query, reader) = (read(app, actor, query)?, Reader::of(actor));
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let open = OpenTasks::of(conn, project).await?;
            if !meets(conn, task, &query, reader, Some(project)).await? {
                return Ok(FilteredTask { shown: None, open });
            }
            let found: Option<BoardTask> =
                conn.one(&BoardTask::select(WHICH), params![project.get(), task.get()]).await?;
            let Some(found) = found else { return Ok(FilteredTask { shown: None, open }) };
            let place = Lane { swimlane: found.swimlane_id, column: found.column_id };
            let tags = tags_of_tasks(conn, "t.id = $1", params![task.get()]).await?.of(task).to_vec();
            let lane = lane::list(conn, project, place).await?;
            Ok(FilteredTask { shown: Some(PlacedTask { task: found, tags, lane }), open })
        })
    })
    .await
}

impl OpenTasks {
    /// Those of a lane.
    pub fn of_lane(&self, lane: Lane) -> i64 {
        self.0.get(&lane).copied().unwrap_or_default()
    }

    /// Those of every lane that ever had any.
    pub fn by_lane(&self) -> impl Iterator<Item = (Lane, i64)> {
        self.0.iter().map(|(lane, open)| (*lane, *open))
    }

    async fn of(conn: &Conn, project: ProjectId) -> Result<Self> {
        const LIST: &str = "SELECT l.swimlane_id, l.column_id, l.open_tasks FROM swimlanes s \
            JOIN lanes l ON l.swimlane_id = s.id WHERE s.project_id = $1 AND s.is_active = 1";
        let lanes = conn.all::<(i64, i64, i64)>(LIST, params![project.get()]).await?.into_iter();
        let lane = |(swimlane, column, open): (i64, i64, i64)| {
            (Lane { swimlane: swimlane.into(), column: column.into() }, open)
        };
        Ok(Self(lanes.map(lane).collect()))
    }
}
