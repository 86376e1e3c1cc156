//! Comments, links and files in the standard body.

use kanso_core::comment::CommentDetails;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use schemars::JsonSchema;
use serde::Serialize;

use super::part::{Ends, Time, User};
use super::task::{text, url};

/// A comment on the task.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Comment<'a> {
    id: i64,
    /// Markdown.
    text: &'a str,
    author: Option<User<'a>>,
    /// The lowest application role that may read it: `app-user`, `app-manager` or `app-admin`.
    visibility: &'a str,
    /// Its name in another system.
    reference: Option<&'a str>,
    created_at: Option<Time>,
    modified_at: Option<Time>,
}

/// What changed of a comment.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct CommentChanges<'a> {
    text: Ends<&'a str>,
}

/// A link from the task to another one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Link<'a> {
    id: i64,
    /// How the task is related to the other one, such as `blocks`.
    label: &'a str,
    /// The task at the other end.
    other_task: OtherTask,
}

/// A task by its id. Its title is not told: not everybody who may see the one task may see the other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct OtherTask {
    id: i64,
    /// Where people see it.
    url: String,
}

/// A file of the task.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct File<'a> {
    id: i64,
    name: &'a str,
    /// Bytes.
    size: i64,
    is_image: bool,
    /// The id of the account that attached it; null for the application.
    uploader_id: Option<i64>,
    created_at: Option<Time>,
}

impl<'a> From<&'a CommentDetails> for Comment<'a> {
    fn from(comment: &'a CommentDetails) -> Self {
        Self {
            id: comment.id.get(),
            text: &comment.comment,
            author: User::new(comment.user_id.get(), comment.username.as_deref(), comment.name.as_deref()),
            visibility: &comment.visibility,
            reference: text(Some(&comment.reference)),
            created_at: Time::stored(Some(comment.date_creation)),
            modified_at: Time::stored(Some(comment.date_modification)),
        }
    }
}

impl<'a> CommentChanges<'a> {
    pub(super) fn new(before: &'a str, comment: &'a CommentDetails) -> Self {
        Self { text: Ends { from: before, to: &comment.comment } }
    }
}

impl<'a> Link<'a> {
    pub(super) fn new(link: &'a TaskLinkDetails, base: &str) -> Self {
        let other = link.opposite_task_id.get();
        let other_task = OtherTask { id: other, url: url(base, other) };
        Self { id: link.id.get(), label: &link.label, other_task }
    }
}

impl<'a> From<&'a FileDetails> for File<'a> {
    fn from(file: &'a FileDetails) -> Self {
        Self {
            id: file.id.get(),
            name: &file.name,
            size: file.size,
            is_image: file.is_image == 1,
            uploader_id: Some(file.user_id.get()).filter(|id| *id != 0),
            created_at: Time::stored(Some(file.date)),
        }
    }
}
