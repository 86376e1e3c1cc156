//! Removing a file of a task.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::file::remove_task_file;
use kanso_domain::{FileId, TaskId};

use super::find;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::task::sheet;
use crate::web::Web;

/// `POST /task/{task}/file/{file}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((task, file)): Path<(TaskId, FileId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    find(&web, &reader, task, file).await?;
    match remove_task_file(&web.app, &reader.actor, file).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
