//! Moving a task: the drag, the keyboard and the plain form all come here.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::board::{Which, find_board};
use kanso_core::task::{TaskMove, move_task};
use kanso_core::{Actor, App, Conflict, Error};
use kanso_domain::{ColumnId, SwimlaneId, TaskId};
use serde::Deserialize;

use super::sheet;
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::posted::Posted;
use crate::reader::{Reader, Wants};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct MoveForm {
    column: ColumnId,
    swimlane: Option<SwimlaneId>,
    /// Counted from 1 at the top of the lane, as the page shows it.
    position: i64,
}

/// `POST /task/{task}/move`
pub(crate) async fn move_(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<MoveForm>,
) -> Result<Response, Fault> {
    let MoveForm { column, swimlane, position } = form;
    let to = TaskMove { task, project: None, column, swimlane, position };
    match (place(&web.app, &reader.actor, to).await, reader.wants) {
        (Ok(()), Wants::Data) => Ok(StatusCode::NO_CONTENT.into_response()),
        (Ok(()), Wants::Page | Wants::Fragment) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        (Err(error), Wants::Data) => Err(error.into()),
        (Err(error), Wants::Page | Wants::Fragment) => explain(&web, &reader, task, error).await,
    }
}

/// The sheet again, with what stood in the way.
async fn explain(web: &Web, reader: &Reader, task: TaskId, error: Error) -> Result<Response, Fault> {
    let (status, words) = match &error {
        Error::Conflict(conflict) => (StatusCode::CONFLICT, conflict_in_words(reader.page.locale, conflict)),
        Error::Invalid(fault) => {
            (StatusCode::UNPROCESSABLE_ENTITY, fault_in_words(reader.page.locale, fault))
        }
        Error::NotFound(_)
        | Error::Forbidden(_)
        | Error::Overloaded
        | Error::Database(_)
        | Error::Stored(_) => return Err(error.into()),
    };
    let mut sheet = sheet::load(web, reader, task).await?;
    sheet.faults = vec![words];
    sheet::respond(reader, status, sheet)
}

/// Moves the task to a place as the page counts it. After closings the stored numbers of a lane have gaps, so a
/// task can bear the number of a place where it does not stand; then the lane is numbered anew first.
async fn place(app: &App, actor: &Actor, to: TaskMove) -> Result<(), Error> {
    let moved = move_task(app, actor, to).await;
    if !matches!(moved, Err(Error::Conflict(Conflict::AlreadyThere))) {
        return moved.map(drop);
    }
    let (rank, count) = rank(app, actor, to.task).await?;
    if rank == to.position.min(count) {
        return Err(Error::Conflict(Conflict::AlreadyThere));
    }
    move_task(app, actor, TaskMove { position: i64::MAX, ..to }).await?;
    if to.position < count {
        move_task(app, actor, to).await?;
    }
    Ok(())
}

/// Where the task stands among the open tasks of its lane, and how many there are.
async fn rank(app: &App, actor: &Actor, id: TaskId) -> Result<(i64, i64), Error> {
    let project = kanso_core::task::find_task(app, actor, id).await?.project_id;
    let board = find_board(app, actor, project, Which::Open).await?;
    let Some(task) = board.tasks.iter().find(|task| task.id == id) else { return Ok((0, 0)) };
    let mut lane = board
        .tasks
        .iter()
        .filter(|other| (other.column_id, other.swimlane_id) == (task.column_id, task.swimlane_id));
    let count = i64::try_from(lane.clone().count()).unwrap_or(i64::MAX);
    let before = lane.by_ref().take_while(|other| other.id != id).count();
    Ok((i64::try_from(before).unwrap_or(i64::MAX) + 1, count))
}
