//! Copying a task inside its project.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{Destination, duplicate_task, find_task};
use kanso_domain::TaskId;

use super::sheet;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /task/{task}/duplicate`: leads to the copy.
pub(crate) async fn duplicate(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let project = find_task(&web.app, &reader.actor, task).await?.project_id;
    let to = Destination { project, ..Destination::default() };
    match duplicate_task(&web.app, &reader.actor, task, to).await {
        Ok(copy) => Ok(Redirect::to(&format!("/task/{copy}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
