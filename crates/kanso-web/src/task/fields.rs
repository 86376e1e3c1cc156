//! The fields of a task between the database, the form and back.

use jiff::civil::DateTime;
use kanso_core::Fault as CoreFault;
use kanso_core::task::{Task, TaskPatch};
use kanso_domain::UserId;
use serde::{Deserialize, Serialize};

use super::sheet::{color_name, name_of};
use super::view::{ClashView, TaskForm};
use crate::page::Page;

/// How the date fields of browsers write a time.
const FIELD_TIME: &str = "%Y-%m-%dT%H:%M";

/// The fields that the form can change, as they are stored. A form carries those it was made from, so that
/// what others changed meanwhile is noticed, field by field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Fields {
    title: String,
    description: String,
    color: String,
    owner: i64,
    date_due: i64,
    date_started: i64,
    priority: i64,
    score: i64,
    reference: String,
}

/// A field of the form that cannot be read.
pub(super) enum Unreadable {
    /// The field with this label is no date.
    Date(&'static str),
    /// As the core would refuse it.
    Refused(CoreFault),
}

impl Fields {
    pub(super) fn of(task: &Task) -> Self {
        Self {
            title: task.title.clone(),
            description: one_line_ends(task.description.as_deref().unwrap_or_default()),
            color: task.color_id.clone(),
            owner: task.owner_id.get(),
            date_due: task.date_due.unwrap_or_default(),
            date_started: task.date_started.unwrap_or_default(),
            priority: task.priority.unwrap_or_default(),
            score: task.score.unwrap_or_default(),
            reference: task.reference.clone().unwrap_or_default(),
        }
    }

    pub(super) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As the form shows them.
    pub(super) fn form(&self, page: &Page) -> TaskForm {
        let time =
            |at: i64| if at == 0 { String::new() } else { page.civil(at).strftime(FIELD_TIME).to_string() };
        TaskForm {
            title: self.title.clone(),
            description: self.description.clone(),
            color: self.color.clone(),
            assignee: self.owner,
            date_due: time(self.date_due),
            date_started: time(self.date_started),
            priority: self.priority,
            score: if self.score == 0 { String::new() } else { self.score.to_string() },
            reference: self.reference.clone(),
        }
    }

    /// All of them as a patch: what the person saw.
    pub(super) fn patch(&self) -> TaskPatch {
        TaskPatch {
            title: Some(self.title.clone()),
            description: Some(self.description.clone()),
            color: Some(self.color.clone()),
            owner: Some(UserId::from(self.owner)),
            date_due: Some(self.date_due),
            date_started: Some(self.date_started),
            priority: Some(self.priority),
            score: Some(self.score),
            reference: Some(self.reference.clone()),
            ..TaskPatch::default()
        }
    }

    /// Labels and values of what stands beside the text, for readers who may change nothing.
    pub(super) fn facts(&self, page: &Page, members: &[(UserId, String)]) -> Vec<(String, String)> {
        let beside = labelled(page, &self.form(page), members).into_iter().skip(2);
        beside.filter(|(_, value)| !value.is_empty()).collect()
    }
}

impl TaskForm {
    /// What this form changes about the one that the person was shown.
    pub(super) fn patch(&self, shown: &Self, page: &Page) -> Result<TaskPatch, Unreadable> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            return Err(Unreadable::Refused(CoreFault::Missing("title")));
        }
        let differs = |own: &String, other: &String| own != other;
        Ok(TaskPatch {
            title: differs(&self.title, &shown.title).then_some(title),
            description: differs(&self.description, &shown.description).then(|| self.description.clone()),
            color: differs(&self.color, &shown.color).then(|| self.color.clone()),
            owner: (self.assignee != shown.assignee).then_some(UserId::from(self.assignee)),
            date_due: changed_time(&self.date_due, &shown.date_due, page, "due-date")?,
            date_started: changed_time(&self.date_started, &shown.date_started, page, "start-date")?,
            priority: (self.priority != shown.priority).then_some(self.priority),
            score: changed_score(&self.score, &shown.score)?,
            reference: differs(&self.reference, &shown.reference).then(|| self.reference.trim().to_owned()),
            ..TaskPatch::default()
        })
    }

    /// This form on top of what is stored now: the person's changes, and everybody else's.
    pub(super) fn over(&self, shown: &Self, now: &Self) -> Self {
        let pick =
            |own: &String, shown: &String, now: &String| if own == shown { now.clone() } else { own.clone() };
        let pick_number = |own, shown, now| if own == shown { now } else { own };
        Self {
            title: pick(&self.title, &shown.title, &now.title),
            description: pick(&self.description, &shown.description, &now.description),
            color: pick(&self.color, &shown.color, &now.color),
            assignee: pick_number(self.assignee, shown.assignee, now.assignee),
            date_due: pick(&self.date_due, &shown.date_due, &now.date_due),
            date_started: pick(&self.date_started, &shown.date_started, &now.date_started),
            priority: pick_number(self.priority, shown.priority, now.priority),
            score: pick(&self.score, &shown.score, &now.score),
            reference: pick(&self.reference, &shown.reference, &now.reference),
        }
    }
}

/// The fields in which two forms differ, with both values.
pub(super) fn clashes(
    page: &Page,
    theirs: &TaskForm,
    yours: &TaskForm,
    people: &[(UserId, String)],
) -> Vec<ClashView> {
    let pairs = labelled(page, theirs, people).into_iter().zip(labelled(page, yours, people));
    let differing = pairs.filter(|((_, theirs), (_, yours))| theirs != yours);
    differing.map(|((label, theirs), (_, yours))| ClashView { label, theirs, yours }).collect()
}

/// The fields in words, in the order of the page.
fn labelled(page: &Page, form: &TaskForm, people: &[(UserId, String)]) -> Vec<(String, String)> {
    let assignee = name_of(people, form.assignee).map_or_else(|| page.text("nobody"), str::to_owned);
    let time = |text: &str| text.replace('T', " ");
    vec![
        (page.text("title"), form.title.clone()),
        (page.text("description"), form.description.clone()),
        (page.text("assignee"), assignee),
        (page.text("color"), color_name(page, &form.color)),
        (page.text("due-date"), time(&form.date_due)),
        (page.text("start-date"), time(&form.date_started)),
        (page.text("priority"), form.priority.to_string()),
        (page.text("complexity"), form.score.clone()),
        (page.text("reference"), form.reference.clone()),
    ]
}

/// A time that was changed: Unix seconds, 0 for none.
fn changed_time(own: &str, shown: &str, page: &Page, label: &'static str) -> Result<Option<i64>, Unreadable> {
    if own == shown {
        return Ok(None);
    }
    if own.is_empty() {
        return Ok(Some(0));
    }
    let at = own.parse::<DateTime>().ok().and_then(|time| time.to_zoned(page.zone.clone()).ok());
    let seconds = at.map(|at| at.timestamp().as_second()).filter(|seconds| *seconds > 0);
    seconds.map(Some).ok_or(Unreadable::Date(label))
}

fn changed_score(own: &str, shown: &str) -> Result<Option<i64>, Unreadable> {
    match own.trim() {
        _ if own == shown => Ok(None),
        "" => Ok(Some(0)),
        text => text.parse().map(Some).map_err(|_| Unreadable::Refused(CoreFault::Unknown("score"))),
    }
}

/// Browsers send line ends as CR LF; what is stored and compared has LF.
pub(super) fn one_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests;
