//! Deleting a removed task for good.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::trash::purge_task;
use kanso_domain::TaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /task/{task}/purge`
pub(crate) async fn purge(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let project = purge_task(&web.app, &reader.actor, task).await?;
    Ok(Redirect::to(&format!("/project/{project}/trash")))
}
