//! Moving a task: the drag, the keyboard and the plain form all come here.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{Counted, TaskMove, move_task};
use kanso_domain::{ColumnId, SwimlaneId, TaskId};
use serde::Deserialize;

use super::sheet;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Wants;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct MoveForm {
    column: ColumnId,
    swimlane: Option<SwimlaneId>,
    /// Counted from 1 at the top of the lane, as the page shows it.
    position: i64,
    /// The task behind which it goes, on a page that does not show all.
    after: Option<TaskId>,
    /// The task in front of which it goes, if there is none to go behind.
    before: Option<TaskId>,
}

/// `POST /task/{task}/move`
pub(crate) async fn move_(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<MoveForm>,
) -> Result<Response, Fault> {
    let MoveForm { column, swimlane, position, after, before } = form;
    let counted = match (after, before) {
        (Some(other), _) => Counted::After(other),
        (None, Some(other)) => Counted::Before(other),
        (None, None) => Counted::Shown,
    };
    let to = TaskMove { task, project: None, column, swimlane, position, counted };
    match (move_task(&web.app, &reader.actor, to).await, reader.wants) {
        (Ok(_), Wants::Data) => Ok(StatusCode::NO_CONTENT.into_response()),
        (Ok(_), Wants::Page | Wants::Fragment) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        (Err(error), _) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
