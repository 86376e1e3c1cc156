//! Closing several tasks, and opening them again.

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, Lane, Permission, ProjectId, SwimlaneId, TaskId};

use super::{check, load};
use crate::change::Change;
use crate::task::lane;
use crate::task::{close_in, open_in};
use crate::{Actor, App, Result, Scope};

/// Closes those of the tasks that are open, and answers which they were: opening them again undoes it.
///
/// # Errors
///
/// [`Error::NotFound`](crate::Error::NotFound) when one of them is not the project's; none is closed then.
#[crate::use_case]
pub async fn close_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    tasks: Vec<TaskId>,
) -> Result<Vec<TaskId>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move { close_each(change, check(tasks)?).await })
    })
    .await
}

/// Closes the open tasks of a column, in all swimlanes or in one, and answers which they were.
///
/// # Errors
///
/// [`Error::NotFound`](crate::Error::NotFound) when the column or swimlane is not the project's;
/// [`Fault::TooMany`](crate::Fault::TooMany) when it holds more than [`MOST_TASKS`](super::MOST_TASKS).
#[crate::use_case]
pub async fn close_column(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    column: ColumnId,
    swimlane: Option<SwimlaneId>,
) -> Result<Vec<TaskId>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let tasks = open_in_column(change.conn(), project, column, swimlane).await?;
            if tasks.is_empty() { Ok(tasks) } else { close_each(change, check(tasks)?).await }
        })
    })
    .await
}

/// The open tasks of a column in the order of the board, as far as an enabled swimlane shows them.
async fn open_in_column(
    conn: &Conn,
    project: ProjectId,
    column: ColumnId,
    swimlane: Option<SwimlaneId>,
) -> Result<Vec<TaskId>> {
    const SWIMLANES: &str =
        "SELECT id FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id";
    let all: Vec<(i64,)> = conn.all(SWIMLANES, params![project.get()]).await?;
    let ids = match swimlane {
        Some(one) => vec![one],
        None => all.into_iter().map(|(id,)| id.into()).collect(),
    };
    let mut tasks = Vec::new();
    for swimlane in ids {
        let place = Lane { swimlane, column };
        lane::check(conn, project, place).await?;
        tasks.extend(lane::list(conn, project, place).await?);
    }
    Ok(tasks)
}

/// Opens those of the tasks that are closed, each where it was, and answers which they were.
///
/// # Errors
///
/// As [`close_tasks`].
#[crate::use_case]
pub async fn open_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    tasks: Vec<TaskId>,
) -> Result<Vec<TaskId>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let mut opened = Vec::new();
            for task in check(tasks)? {
                if !load(change, task).await?.is_open() {
                    open_in(change, task).await?;
                    opened.push(task);
                }
            }
            Ok(opened)
        })
    })
    .await
}

async fn close_each(change: &mut Change<'_>, tasks: Vec<TaskId>) -> Result<Vec<TaskId>> {
    let mut closed = Vec::new();
    for task in tasks {
        // An automatic action that followed from an earlier one may have closed it already.
        if load(change, task).await?.is_open() {
            close_in(change, task).await?;
            closed.push(task);
        }
    }
    Ok(closed)
}
