//! Linking a task to another.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::link::create_task_link;
use kanso_domain::TaskId;

use super::other::LinkForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// `POST /task/{task}/link`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<LinkForm>,
) -> Result<Response, Fault> {
    let linked = match form.task() {
        Ok(other) => create_task_link(&web.app, &reader.actor, task, other, form.label).await,
        Err(fault) => Err(Error::Invalid(fault)),
    };
    match linked {
        Ok(_) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |sheet| sheet.new_link = form.other).await,
    }
}
