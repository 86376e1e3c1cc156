//! Linking a task to something elsewhere.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::external_link::{NewExternalLink, create_external_link};
use kanso_domain::external_link::Provider;
use kanso_domain::{Permission, TaskId};

use super::{ExternalLinkForm, RELATED};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// `POST /task/{task}/external`: a page without a title is asked for its own.
pub(crate) async fn add(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<ExternalLinkForm>,
) -> Result<Response, Fault> {
    // Before anything is fetched: the server goes nowhere for who may not link.
    web.app.require(&reader.actor, task, Permission::WorkInProject).await?;
    let url = form.url.trim().to_owned();
    let provider = Provider::of(&url);
    let mut title = form.title.trim().to_owned();
    if title.is_empty() && provider == Some(Provider::Weblink) {
        title = web.outgoing.page_title(&url).await.unwrap_or_default();
    }
    let new = NewExternalLink { task, provider, url, dependency: RELATED.to_owned(), title };
    match create_external_link(&web.app, &reader.actor, new).await {
        Ok(_) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |sheet| sheet.new_url = form.url).await,
    }
}
