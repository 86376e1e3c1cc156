//! Comments on tasks.

use std::sync::Arc;

use kanso_core::Door;
use kanso_core::comment::{self, CommentDetails, NewComment};
use kanso_domain::{ApplicationRole, CommentId, TaskId, UserId};
use kanso_rpc::lenient::{Given, Id};
use serde::{Deserialize, Serialize};

use crate::error::{Failure, Outcome};
use crate::procedure::Caller;
use crate::task::OneTask;

/// A comment as lists show it: without its reference, as in Kanboard.
#[derive(Serialize)]
pub(crate) struct ListedComment {
    id: CommentId,
    date_creation: i64,
    date_modification: i64,
    task_id: TaskId,
    user_id: UserId,
    comment: String,
    visibility: String,
    username: Option<String>,
    name: Option<String>,
    email: Option<String>,
    avatar_path: Option<String>,
}

impl From<CommentDetails> for ListedComment {
    fn from(comment: CommentDetails) -> Self {
        Self {
            id: comment.id,
            date_creation: comment.date_creation,
            date_modification: comment.date_modification,
            task_id: comment.task_id,
            user_id: comment.user_id,
            comment: comment.comment,
            visibility: comment.visibility,
            username: comment.username,
            name: comment.name,
            email: comment.email,
            avatar_path: comment.avatar_path,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneComment {
    comment_id: Id<CommentId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateComment {
    task_id: Id<TaskId>,
    user_id: Given<i64>,
    content: Given<String>,
    reference: Given<String>,
    visibility: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateComment {
    id: Id<CommentId>,
    content: Given<String>,
}

pub(crate) async fn create_comment(by: Arc<Caller>, params: CreateComment) -> Outcome<CommentId> {
    let visibility = match params.visibility.optional()? {
        Some(role) => role.parse().map_err(|_| Failure::Refused)?,
        None => ApplicationRole::User,
    };
    let new = NewComment {
        task: params.task_id.0,
        author: params.user_id.required()?.into(),
        text: params.content.required()?,
        reference: params.reference.or_empty()?,
        visibility,
    };
    Ok(comment::create_comment(&by.app, &by.actor, new).await?)
}

pub(crate) async fn get_comment(by: Arc<Caller>, params: OneComment) -> Outcome<CommentDetails> {
    Ok(comment::find_comment(&by.app, &by.actor, params.comment_id.0).await?)
}

pub(crate) async fn get_all_comments(by: Arc<Caller>, params: OneTask) -> Outcome<Vec<ListedComment>> {
    let comments = comment::list_comments(&by.app, &by.actor, params.task_id.0).await?;
    Ok(comments.into_iter().map(ListedComment::from).collect())
}

pub(crate) async fn update_comment(by: Arc<Caller>, params: UpdateComment) -> Outcome<bool> {
    let content = params.content.required()?;
    comment::update_comment(&by.app, &by.actor, params.id.0, content, None, Door::Api).await?;
    Ok(true)
}

pub(crate) async fn remove_comment(by: Arc<Caller>, params: OneComment) -> Outcome<bool> {
    comment::remove_comment(&by.app, &by.actor, params.comment_id.0, Door::Api).await?;
    Ok(true)
}
