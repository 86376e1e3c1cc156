//! What came of an automatic action, in words.

use kanso_core::action::{Entry, Outcome, Unmet};

use crate::page::Page;

/// What came of an action, and the badge's class.
pub(super) fn in_words(page: &Page, entry: &Entry) -> (String, &'static str) {
    match entry.outcome {
        Outcome::Done => (page.text("rule-done"), "good"),
        Outcome::Nothing => (page.text("rule-nothing"), ""),
        Outcome::Unmet => (entry.unmet.map(|unmet| reason(page, unmet)).unwrap_or_default(), ""),
        Outcome::Gone => (page.say("rule-names-gone", "what", thing(page, &entry.detail)), "bad"),
        Outcome::Invalid if entry.detail == "assignable" => (page.text("fault-not-assignable"), "bad"),
        Outcome::Invalid => (page.text("rule-invalid"), "bad"),
        Outcome::Refused => (page.text("rule-refused"), "bad"),
        Outcome::Cut => (page.text("rule-cut"), "warn"),
        Outcome::Idle => (page.count("rule-idle", entry.detail.parse::<i64>().unwrap_or_default()), ""),
    }
}

/// What is gone, as far as people have a word for it.
fn thing(page: &Page, kind: &str) -> String {
    match kind {
        "column" => page.text("column"),
        "swimlane" => page.text("swimlane"),
        "category" => page.text("category"),
        "user" => page.text("user"),
        "project" => page.text("project"),
        "task" => page.text("task"),
        _ => page.text("rule-gone-other"),
    }
}

/// What of its condition was not met.
pub(super) fn reason(page: &Page, unmet: Unmet) -> String {
    page.text(match unmet {
        Unmet::Column => "rule-unmet-column",
        Unmet::Swimlane => "rule-unmet-swimlane",
        Unmet::AlreadyThere => "rule-unmet-already-there",
        Unmet::Caller => "rule-unmet-caller",
        Unmet::Assigned => "rule-unmet-assigned",
        Unmet::Unassigned => "rule-unmet-unassigned",
        Unmet::Assignee => "rule-unmet-assignee",
        Unmet::Left => "rule-unmet-left",
        Unmet::Started => "rule-unmet-started",
        Unmet::Link => "rule-unmet-link",
        Unmet::Categorised => "rule-unmet-categorised",
        Unmet::Category => "rule-unmet-category",
        Unmet::Color => "rule-unmet-color",
        Unmet::Priority => "rule-unmet-priority",
        Unmet::Date => "rule-unmet-date",
        Unmet::Age => "rule-unmet-age",
        Unmet::Filter => "rule-unmet-filter",
    })
}
