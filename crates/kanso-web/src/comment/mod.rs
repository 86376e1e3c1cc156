//! Comments on a task.

pub(crate) mod add;
pub(crate) mod check;
pub(crate) mod order;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod view;

use serde::Deserialize;

/// A comment as it is written.
#[derive(Deserialize)]
pub(crate) struct CommentForm {
    comment: String,
    /// The text as the person saw it, when one is changed.
    #[serde(default)]
    seen: Option<String>,
    /// The lowest application role that may read it, when one is written.
    #[serde(default)]
    visibility: String,
}

impl CommentForm {
    /// The text without the carriage returns of browsers and the blanks around it.
    fn text(&self) -> String {
        tidy(&self.comment)
    }

    /// What the person saw: the stored text, if it is that but for what a form does to texts.
    fn seen(&self, stored: String) -> Option<String> {
        let seen = self.seen.as_ref()?;
        Some(if tidy(seen) == tidy(&stored) { stored } else { seen.clone() })
    }
}

fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}
