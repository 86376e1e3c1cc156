//! Turning a subtask to its next status.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::subtask::{Other, Turn, find_subtask, turn_subtask};
use kanso_domain::SubtaskId;
use serde::Deserialize;

use super::view::BusyView;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// What becomes of the other subtask in progress, after that was asked.
#[derive(Deserialize)]
pub(crate) struct TurnForm {
    finish: Option<SubtaskId>,
    put_back: Option<SubtaskId>,
}

/// `POST /subtask/{subtask}/turn`
pub(crate) async fn turn(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, form }: Posted<TurnForm>,
) -> Result<Response, Fault> {
    let task = find_subtask(&web.app, &reader.actor, subtask).await?.task_id;
    let other = form.finish.map(Other::Finish).or(form.put_back.map(Other::PutBack));
    match turn_subtask(&web.app, &reader.actor, subtask, other).await? {
        Turn::Turned(_) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Turn::Busy(busy) => {
            let mut sheet = sheet::load(&web, &reader, task).await?;
            sheet.subtasks.busy = Some(BusyView::new(&reader.page, subtask.get(), &busy));
            sheet::respond(&reader, StatusCode::CONFLICT, sheet)
        }
    }
}
