//! Acts of one click: taking a task, and beginning with it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{TaskPatch, update_task};
use kanso_domain::TaskId;

use super::sheet;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::web::Web;

/// `POST /task/{task}/take`: assigns the task to who asks.
pub(crate) async fn take(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let patch = TaskPatch { owner: Some(reader.actor.user_id()), ..TaskPatch::default() };
    update(&web, &reader, task, patch).await
}

/// `POST /task/{task}/start`: the task began now.
pub(crate) async fn start(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let patch = TaskPatch { date_started: Some(reader.page.now), ..TaskPatch::default() };
    update(&web, &reader, task, patch).await
}

async fn update(web: &Web, reader: &Reader, task: TaskId, patch: TaskPatch) -> Result<Response, Fault> {
    match update_task(&web.app, &reader.actor, task, patch).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(web, reader, task, error, |_| ()).await,
    }
}
