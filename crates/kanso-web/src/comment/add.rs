//! Writing a comment.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::comment::{NewComment, create_comment};
use kanso_domain::{ApplicationRole, TaskId};

use super::CommentForm;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::sheet;
use crate::web::Web;

/// `POST /task/{task}/comment`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<CommentForm>,
) -> Result<Response, Fault> {
    let new = NewComment {
        task,
        author: reader.actor.user_id(),
        text: form.text(),
        reference: String::new(),
        visibility: form.visibility.parse().unwrap_or(ApplicationRole::User),
    };
    match create_comment(&web.app, &reader.actor, new).await {
        Ok(comment) => Ok(Redirect::to(&format!("/task/{task}#comment-{comment}")).into_response()),
        Err(error) => {
            sheet::refuse(&web, &reader, task, error, |sheet| sheet.new_comment = form.comment).await
        }
    }
}
