//! Removing a link to something elsewhere.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::external_link::remove_external_link;
use kanso_domain::{ExternalLinkId, TaskId};

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /task/{task}/external/{link}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((task, link)): Path<(TaskId, ExternalLinkId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_external_link(&web.app, &reader.actor, task, link).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
