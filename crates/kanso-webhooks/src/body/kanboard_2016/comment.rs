//! The comment in bodies of Kanboard of 2016, in the order of its keys.

use kanso_core::comment::CommentDetails;
use kanso_domain::{CommentId, TaskId, UserId};
use serde::Serialize;

use crate::body::value::{or_null, text};

#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
pub(super) struct Comment {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    #[serde(serialize_with = "text")]
    date_creation: i64,
    comment: String,
    #[serde(serialize_with = "or_null")]
    reference: String,
    username: Option<String>,
    name: Option<String>,
    email: Option<String>,
    avatar_path: Option<String>,
}
