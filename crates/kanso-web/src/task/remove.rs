//! Removing a task.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Door;
use kanso_core::task::{find_task, remove_task};
use kanso_domain::TaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Wants;
use crate::web::Web;

/// `POST /task/{task}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let project = find_task(&web.app, &reader.actor, task).await?.project_id;
    remove_task(&web.app, &reader.actor, task, Door::Pages).await?;
    match reader.wants {
        Wants::Data => Ok(StatusCode::NO_CONTENT.into_response()),
        Wants::Page | Wants::Fragment => Ok(Redirect::to(&format!("/board/{project}")).into_response()),
    }
}
