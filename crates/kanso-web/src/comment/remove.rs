//! Removing a comment.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::Door;
use kanso_core::comment::{find_comment, remove_comment};
use kanso_domain::CommentId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /comment/{comment}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(comment): Path<CommentId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let task = find_comment(&web.app, &reader.actor, comment).await?.task_id;
    remove_comment(&web.app, &reader.actor, comment, Door::Pages).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
