//! When a task is due, and how near that is.

use crate::page::Page;

/// When a task is due, in words.
pub(crate) struct DueView {
    pub(crate) words: String,
    pub(crate) near: Near,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Near {
    Late,
    Today,
    Later,
}

impl DueView {
    /// When a task with this date is due; none for 0.
    pub(crate) fn new(page: &Page, at: i64) -> Option<Self> {
        if at == 0 {
            return None;
        }
        let is_today = page.civil(at).date() == page.civil(page.now).date();
        let date = page.date(at);
        Some(match is_today {
            true => Self { words: page.text("due-today"), near: Near::Today },
            false if at < page.now => Self { words: page.say("due-late", "date", date), near: Near::Late },
            false => Self { words: page.say("due-on", "date", date), near: Near::Later },
        })
    }

    /// Whether that has passed.
    pub(crate) fn is_late(&self) -> bool {
        self.near == Near::Late
    }

    pub(crate) fn icon(&self) -> &'static str {
        match self.near {
            Near::Late => "late icon-alert",
            Near::Today => "today icon-clock",
            Near::Later => "icon-clock",
        }
    }
}
