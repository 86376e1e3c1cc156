//! Reading the form.

use jiff::civil::{Date, DateTime};
use kanso_core::Fault as CoreFault;

use super::one_line_ends;
use crate::fault::fault_in_words;
use crate::page::Page;
use crate::task::view::TaskForm;

/// A field of the form that cannot be read.
pub(crate) enum Unreadable {
    /// The field with this label is no date.
    Date(&'static str),
    /// As the core would refuse it.
    Refused(CoreFault),
}

impl Unreadable {
    pub(crate) fn in_words(&self, page: &Page) -> String {
        match self {
            Self::Date(label) => page.say("fault-unreadable", "field", page.text(label)),
            Self::Refused(fault) => fault_in_words(page.locale, fault),
        }
    }
}

impl TaskForm {
    /// The form as it was sent, over what it was shown with: what is left out is as it was. Tags count as sent when
    /// the field `tags` says so, since none of them may be.
    pub(crate) fn read(self, pairs: &[(String, String)]) -> Self {
        let mut form = self;
        if pairs.iter().any(|(name, _)| name == "tags") {
            form.tags = Vec::new();
        }
        for (name, value) in pairs {
            let text = || value.clone();
            let number = |shown: i64| value.parse().unwrap_or(shown);
            match name.as_str() {
                "title" => form.title = text(),
                "description" => form.description = one_line_ends(value),
                "color" => form.color = text(),
                "assignee" => form.assignee = number(form.assignee),
                "category" => form.category = number(form.category),
                "date_due" => form.date_due = text(),
                "date_started" => form.date_started = text(),
                "priority" => form.priority = number(form.priority),
                "score" => form.score = text(),
                "reference" => form.reference = text(),
                "estimated" => form.estimated = text(),
                "spent" => form.spent = text(),
                "tag" => add(&mut form.tags, value),
                "new_tags" => value.split(',').for_each(|tag| add(&mut form.tags, tag)),
                _ => {}
            }
        }
        form
    }
}

fn add(tags: &mut Vec<String>, tag: &str) {
    let tag = tag.trim();
    if !tag.is_empty() && tags.iter().all(|known| !known.eq_ignore_ascii_case(tag)) {
        tags.push(tag.to_owned());
    }
}

/// Unix seconds of what a date field holds, 0 for nothing; a day alone begins at midnight.
pub(crate) fn read_time(text: &str, page: &Page, label: &'static str) -> Result<i64, Unreadable> {
    if text.is_empty() {
        return Ok(0);
    }
    let time = text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|day| day.at(0, 0, 0, 0)));
    let at = time.ok().and_then(|time| time.to_zoned(page.zone.clone()).ok());
    let seconds = at.map(|at| at.timestamp().as_second()).filter(|seconds| *seconds > 0);
    seconds.ok_or(Unreadable::Date(label))
}

/// The complexity; nothing is 0.
pub(crate) fn read_score(text: &str) -> Result<i64, Unreadable> {
    match text.trim() {
        "" => Ok(0),
        text => text.parse().map_err(|_| Unreadable::Refused(CoreFault::Unknown("score"))),
    }
}
