//! Changing a link: its label, or the task it leads to.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::link::{TaskLinkChange, find_task_link, update_task_link};
use kanso_domain::TaskLinkId;

use super::other::LinkForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// `POST /link/{link}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(link): Path<TaskLinkId>,
    Posted { reader, form }: Posted<LinkForm>,
) -> Result<Response, Fault> {
    let task = find_task_link(&web.app, &reader.actor, link).await?.task_id;
    let saved = match form.task() {
        Ok(opposite) => {
            let to = TaskLinkChange { link, task, opposite, label: form.label };
            update_task_link(&web.app, &reader.actor, to).await
        }
        Err(fault) => Err(Error::Invalid(fault)),
    };
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
