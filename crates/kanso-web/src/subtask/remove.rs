//! Removing a subtask.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::subtask::{find_subtask, remove_subtask};
use kanso_domain::SubtaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /subtask/{subtask}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let task = find_subtask(&web.app, &reader.actor, subtask).await?.task_id;
    remove_subtask(&web.app, &reader.actor, subtask).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
