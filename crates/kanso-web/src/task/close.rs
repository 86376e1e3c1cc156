//! Closing a task.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::task::close_task;
use kanso_domain::TaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /task/{task}/close`
pub(crate) async fn close(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    close_task(&web.app, &reader.actor, task).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
