//! The order of subtasks.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::subtask::{find_subtask, move_subtask};
use kanso_core::{Conflict, Error};
use kanso_domain::SubtaskId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Wants;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct MoveForm {
    position: i64,
}

/// `POST /subtask/{subtask}/move`
pub(crate) async fn move_(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, form }: Posted<MoveForm>,
) -> Result<Response, Fault> {
    let task = find_subtask(&web.app, &reader.actor, subtask).await?.task_id;
    match move_subtask(&web.app, &reader.actor, task, subtask, form.position).await {
        Ok(()) | Err(Error::Conflict(Conflict::AlreadyThere)) => Ok(match reader.wants {
            Wants::Data => StatusCode::NO_CONTENT.into_response(),
            Wants::Page | Wants::Fragment => Redirect::to(&format!("/task/{task}")).into_response(),
        }),
        Err(error) => Err(error.into()),
    }
}
