//! Comments in bodies of Kanboard before 2016.

use kanso_core::comment::CommentDetails;
use kanso_domain::{CommentId, TaskId, UserId};
use serde::Serialize;

use crate::body::value::text;

/// What was given to the insertion, and the number it answered.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
pub(super) struct CommentCreated {
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
    date_creation: i64,
}

/// What the form held.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
pub(super) struct CommentUpdated {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
}

/// The row that was read before it was deleted.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
pub(super) struct CommentRemoved {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
    #[serde(serialize_with = "text")]
    date_creation: i64,
}
