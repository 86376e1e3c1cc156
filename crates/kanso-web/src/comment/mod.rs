//! Comments on a task.

pub(crate) mod add;
pub(crate) mod remove;
pub(crate) mod save;

use serde::Deserialize;

/// A comment as it is written.
#[derive(Deserialize)]
pub(crate) struct CommentForm {
    comment: String,
}

impl CommentForm {
    /// The text without the carriage returns of browsers and the blanks around it.
    fn text(&self) -> String {
        self.comment.replace("\r\n", "\n").trim().to_owned()
    }
}
