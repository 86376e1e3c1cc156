//! Opening a closed task again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::task::open_task;
use kanso_domain::TaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /task/{task}/open`
pub(crate) async fn open(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    open_task(&web.app, &reader.actor, task).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
