//! Removing a link between tasks.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::link::{find_task_link, remove_task_link};
use kanso_domain::TaskLinkId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /link/{link}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(link): Path<TaskLinkId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let task = find_task_link(&web.app, &reader.actor, link).await?.task_id;
    remove_task_link(&web.app, &reader.actor, link).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
