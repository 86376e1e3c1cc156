//! Changing a link to something elsewhere.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::external_link::{ExternalLinkPatch, update_external_link};
use kanso_domain::{ExternalLinkId, TaskId};

use super::ExternalLinkForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// `POST /task/{task}/external/{link}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((task, link)): Path<(TaskId, ExternalLinkId)>,
    Posted { reader, form }: Posted<ExternalLinkForm>,
) -> Result<Response, Fault> {
    let text = |text: &str| Some(text.trim().to_owned());
    let patch =
        ExternalLinkPatch { title: text(&form.title), url: text(&form.url), ..ExternalLinkPatch::default() };
    match update_external_link(&web.app, &reader.actor, task, link, patch).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
