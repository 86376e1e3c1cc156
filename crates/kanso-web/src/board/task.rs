//! One task of a board, for scripts that put it into the page.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::board::find_board_task;
use kanso_domain::{ProjectId, TaskId};

use super::show::recent;
use super::view::{BoardWords, PlaceView, TaskFragment, TaskView};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /board/{project}/task/{task}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, task)): Path<(ProjectId, TaskId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    changed(&web, &reader, project, task).await
}

/// The answer to who just created a task.
pub(super) async fn created(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    task: TaskId,
) -> Result<Response, Fault> {
    respond::page_with(StatusCode::CREATED, &fragment(web, reader, project, task).await?)
}

/// The answer to who just changed a task, which the board may not show any more.
pub(super) async fn changed(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    task: TaskId,
) -> Result<Response, Fault> {
    respond::page(&fragment(web, reader, project, task).await?)
}

async fn fragment(web: &Web, reader: &Reader, project: ProjectId, id: TaskId) -> Result<TaskFragment, Fault> {
    let found = find_board_task(&web.app, &reader.actor, project, id).await?;
    let place = PlaceView::new(&found.task, &found.lane);
    let recent = recent(&web.app.settings());
    let view = TaskView::new(&reader.page, recent, found.task, &found.tags);
    Ok(TaskFragment { task: TaskView { place: Some(place), ..view }, words: BoardWords::new(&reader.page) })
}
