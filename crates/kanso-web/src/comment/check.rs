//! Ticking a box of a check list in a comment.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::comment::{find_comment, update_comment};
use kanso_core::{Conflict, Door, Error};
use kanso_domain::CommentId;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::check::{CheckForm, done};
use crate::web::Web;

/// `POST /comment/{comment}/check`
pub(crate) async fn check(
    State(web): State<Web>,
    Path(comment): Path<CommentId>,
    Posted { reader, form }: Posted<CheckForm>,
) -> Result<Response, Fault> {
    let stored = find_comment(&web.app, &reader.actor, comment).await?;
    let text = form.apply(&stored.comment).ok_or(Error::Conflict(Conflict::ChangedMeanwhile))?;
    update_comment(&web.app, &reader.actor, comment, text, Some(stored.comment), Door::Pages).await?;
    Ok(done(&reader, stored.task_id))
}
