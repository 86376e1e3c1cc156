//! Making a task of a subtask.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::subtask::convert_subtask;
use kanso_domain::SubtaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /subtask/{subtask}/convert`: leads to the new task.
pub(crate) async fn convert(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let task = convert_subtask(&web.app, &reader.actor, subtask).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
