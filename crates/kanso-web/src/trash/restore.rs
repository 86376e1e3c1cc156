//! Bringing a removed task back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::trash::restore_task;
use kanso_domain::TaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Wants;
use crate::web::Web;

/// `POST /task/{task}/restore`
pub(crate) async fn restore(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    restore_task(&web.app, &reader.actor, task).await?;
    match reader.wants {
        Wants::Data => Ok(StatusCode::NO_CONTENT.into_response()),
        Wants::Page | Wants::Fragment => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
    }
}
