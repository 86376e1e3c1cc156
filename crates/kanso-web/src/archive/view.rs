//! The page that puts a project in.

use askama::Template;
use kanso_core::archive::Preview;

use super::words::left_in_words;
use crate::page::Page;
use crate::refusal::Told;

#[derive(Template)]
#[template(path = "archive/put.html")]
pub(super) struct PutPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) told: Told,
    /// How large a file may be.
    pub(super) limit: String,
    pub(super) found: Option<FoundView>,
}

/// What is in an archive that was sent.
pub(super) struct FoundView {
    /// The name under which it waits.
    pub(super) waiting: String,
    pub(super) name: String,
    pub(super) when: String,
    pub(super) counts: Vec<(String, i64)>,
    pub(super) people: Vec<(String, String)>,
    pub(super) left: Vec<String>,
}

/// The tables that people know, and what they call them.
const SHOWN: [(&str, &str); 8] = [
    ("tasks", "archive-tasks"),
    ("subtasks", "subtasks"),
    ("comments", "comments"),
    ("task_has_files", "files"),
    ("columns", "columns"),
    ("swimlanes", "swimlanes"),
    ("actions", "part-actions"),
    ("events", "archive-events"),
];

impl FoundView {
    pub(super) fn new(page: &Page, waiting: String, preview: Preview) -> Self {
        let count = |(table, name): &(&str, &str)| {
            let count = preview.counts.get(table).copied().unwrap_or_default();
            (page.text(name), count)
        };
        Self {
            waiting,
            when: page.say("archive-of", "date", page.moment(preview.exported_at)),
            counts: SHOWN.iter().map(count).collect(),
            left: preview.left.iter().map(|left| left_in_words(page.locale, left)).collect(),
            name: preview.name,
            people: preview.people,
        }
    }
}
