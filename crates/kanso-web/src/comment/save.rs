//! Changing one's own comment.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::comment::{find_comment, update_comment};
use kanso_domain::CommentId;

use super::CommentForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::web::Web;

/// `POST /comment/{comment}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(comment): Path<CommentId>,
    Posted { reader, form }: Posted<CommentForm>,
) -> Result<Redirect, Fault> {
    let stored = find_comment(&web.app, &reader.actor, comment).await?;
    update_comment(&web.app, &reader.actor, comment, form.text(), form.seen(stored.comment)).await?;
    Ok(Redirect::to(&format!("/task/{}#comment-{comment}", stored.task_id)))
}
