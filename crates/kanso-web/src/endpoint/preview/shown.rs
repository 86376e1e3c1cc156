//! The preview as its page shows it.

use kanso_core::delivery::Matched;

use crate::endpoint::names;
use crate::endpoint::wrong::Wrong;
use crate::page::Page;

/// What would be sent, and what would be refused.
pub(crate) struct PreviewView {
    /// What storing it would refuse.
    pub(crate) wrong: Option<Wrong>,
    /// The events that were looked at, newest first.
    pub(crate) events: Vec<MatchedView>,
    /// How many of them it would have got.
    pub(crate) matching: i64,
    /// What people would read, line by line, in formats for people.
    pub(crate) said: Vec<String>,
    /// The body, as it would be sent.
    pub(crate) body: String,
    pub(crate) content_type: &'static str,
    /// Why there is no body, in words.
    pub(crate) no_body: Option<String>,
    /// Whether the body is of a made-up event.
    pub(crate) is_sample: bool,
}

/// One of the last events, and whether it would have been sent.
pub(crate) struct MatchedView {
    /// What the form sends back to preview this one.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) when: String,
    pub(crate) matches: bool,
    pub(crate) is_shown: bool,
}

impl PreviewView {
    pub(super) fn empty(wrong: Option<Wrong>) -> Self {
        Self {
            wrong,
            events: Vec::new(),
            matching: 0,
            said: Vec::new(),
            body: String::new(),
            content_type: "",
            no_body: None,
            is_sample: false,
        }
    }

    /// How many of the events that were looked at would have been sent.
    pub(crate) fn matching_words(&self, page: &Page) -> String {
        page.locale.with("preview-matching", &[("matching", &self.matching), ("total", &self.events.len())])
    }
}

impl MatchedView {
    pub(super) fn new(page: &Page, matched: &Matched, shown: Option<&Matched>) -> Self {
        let task = matched.event.snapshot.task.as_ref();
        Self {
            key: key(matched),
            name: names::title(page, matched.name),
            about: task.map(|task| task.title.clone()).unwrap_or_default(),
            when: page.moment(matched.event.at),
            matches: matched.matches,
            is_shown: shown.is_some_and(|shown| key(shown) == key(matched)),
        }
    }
}

pub(super) fn key(matched: &Matched) -> String {
    format!("{}:{}", matched.event.id, matched.name.as_str())
}

pub(super) fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// JSON with a line for each member; anything else as it is.
pub(crate) fn indented(body: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(body);
    value.ok().and_then(|value| serde_json::to_string_pretty(&value).ok()).unwrap_or_else(|| body.to_owned())
}
