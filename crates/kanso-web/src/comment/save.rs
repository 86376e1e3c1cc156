//! Changing a comment.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::comment::{find_comment, update_comment};
use kanso_core::{Conflict, Door, Error};
use kanso_domain::CommentId;

use super::CommentForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::task::view::ClashView;
use crate::web::Web;

/// `POST /comment/{comment}`: when somebody else changed it meanwhile, both texts are shown.
pub(crate) async fn save(
    State(web): State<Web>,
    Path(comment): Path<CommentId>,
    Posted { reader, form }: Posted<CommentForm>,
) -> Result<Response, Fault> {
    let stored = find_comment(&web.app, &reader.actor, comment).await?;
    let (task, theirs, yours) = (stored.task_id, stored.comment.clone(), form.text());
    let seen = form.seen(stored.comment);
    match update_comment(&web.app, &reader.actor, comment, form.text(), seen, Door::Pages).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}#comment-{comment}")).into_response()),
        Err(Error::Conflict(Conflict::ChangedMeanwhile)) => {
            let mut sheet = sheet::load(&web, &reader, task).await?;
            let label = reader.page.text("comment");
            sheet.clash = Some(vec![ClashView { label, theirs, yours: yours.clone() }]);
            sheet.edited_comment = Some((comment.get(), yours));
            sheet::respond(&reader, StatusCode::CONFLICT, sheet)
        }
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
