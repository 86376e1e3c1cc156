//! The fields of a task between the database, the form and back.

mod labelled;
mod read;

use kanso_core::Fault as CoreFault;
use kanso_core::tag::Tag;
use kanso_core::task::{Task, TaskPatch};
use kanso_domain::UserId;
use serde::{Deserialize, Serialize};

use super::gather::Material;
use super::hours;
use super::view::TaskForm;
use crate::page::Page;

pub(super) use labelled::clashes;
use labelled::labelled;
pub(super) use read::{Unreadable, read_score, read_time};

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
    #[serde(default)]
    category: i64,
    date_due: i64,
    date_started: i64,
    priority: i64,
    score: i64,
    reference: String,
    #[serde(default)]
    estimated: f64,
    #[serde(default)]
    spent: f64,
    #[serde(default)]
    tags: Vec<String>,
}

impl Fields {
    pub(super) fn of(task: &Task, tags: &[Tag]) -> Self {
        Self {
            title: task.title.clone(),
            description: one_line_ends(task.description.as_deref().unwrap_or_default()),
            color: task.color_id.clone(),
            owner: task.owner_id.get(),
            category: task.category_id.unwrap_or_default(),
            date_due: task.date_due.unwrap_or_default(),
            date_started: task.date_started.unwrap_or_default(),
            priority: task.priority.unwrap_or_default(),
            score: task.score.unwrap_or_default(),
            reference: task.reference.clone().unwrap_or_default(),
            estimated: task.time_estimated.unwrap_or_default(),
            spent: task.time_spent.unwrap_or_default(),
            tags: tags.iter().map(|tag| tag.name.clone()).collect(),
        }
    }

    pub(super) fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As the form shows them.
    pub(super) fn form(&self, page: &Page) -> TaskForm {
        TaskForm {
            title: self.title.clone(),
            description: self.description.clone(),
            color: self.color.clone(),
            assignee: self.owner,
            category: self.category,
            date_due: field_time(page, self.date_due),
            date_started: field_time(page, self.date_started),
            priority: self.priority,
            score: if self.score == 0 { String::new() } else { self.score.to_string() },
            reference: self.reference.clone(),
            estimated: hours::shown(self.estimated),
            spent: hours::shown(self.spent),
            tags: self.tags.clone(),
        }
    }

    /// All of them as a patch: what the person saw.
    pub(super) fn patch(&self) -> TaskPatch {
        TaskPatch {
            title: Some(self.title.clone()),
            description: Some(self.description.clone()),
            color: Some(self.color.clone()),
            owner: Some(UserId::from(self.owner)),
            category: Some(self.category),
            date_due: Some(self.date_due),
            date_started: Some(self.date_started),
            priority: Some(self.priority),
            score: Some(self.score),
            reference: Some(self.reference.clone()),
            time_estimated: Some(self.estimated),
            time_spent: Some(self.spent),
            ..TaskPatch::default()
        }
    }

    /// Labels and values of what stands beside the text, for readers who may change nothing.
    pub(super) fn facts(&self, page: &Page, material: &Material) -> Vec<(String, String)> {
        let categories: Vec<(i64, &str)> =
            material.categories.iter().map(|one| (one.id.get(), one.name.as_str())).collect();
        let beside = labelled(page, &self.form(page), &material.members, &categories).into_iter().skip(2);
        beside.filter(|(_, value)| !value.is_empty()).collect()
    }
}

impl TaskForm {
    /// What this form changes about the one that the person was shown.
    pub(super) fn patch(&self, shown: &Self, page: &Page) -> Result<TaskPatch, Unreadable> {
        let title = one_line(&self.title);
        if title.is_empty() {
            return Err(Unreadable::Refused(CoreFault::Missing("title")));
        }
        let differs = |own: &String, other: &String| own != other;
        let score = differs(&self.score, &shown.score);
        Ok(TaskPatch {
            title: differs(&self.title, &shown.title).then_some(title),
            description: differs(&self.description, &shown.description).then(|| self.description.clone()),
            color: differs(&self.color, &shown.color).then(|| self.color.clone()),
            owner: (self.assignee != shown.assignee).then_some(UserId::from(self.assignee)),
            category: (self.category != shown.category).then_some(self.category),
            date_due: changed_time(&self.date_due, &shown.date_due, page, "due-date")?,
            date_started: changed_time(&self.date_started, &shown.date_started, page, "start-date")?,
            priority: (self.priority != shown.priority).then_some(self.priority),
            score: if score { Some(read_score(&self.score)?) } else { None },
            reference: differs(&self.reference, &shown.reference).then(|| self.reference.trim().to_owned()),
            time_estimated: changed_hours(&self.estimated, &shown.estimated, "time_estimated")?,
            time_spent: changed_hours(&self.spent, &shown.spent, "time_spent")?,
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
            category: pick_number(self.category, shown.category, now.category),
            date_due: pick(&self.date_due, &shown.date_due, &now.date_due),
            date_started: pick(&self.date_started, &shown.date_started, &now.date_started),
            priority: pick_number(self.priority, shown.priority, now.priority),
            score: pick(&self.score, &shown.score, &now.score),
            reference: pick(&self.reference, &shown.reference, &now.reference),
            estimated: pick(&self.estimated, &shown.estimated, &now.estimated),
            spent: pick(&self.spent, &shown.spent, &now.spent),
            tags: self.tags_over(shown, &now.tags).unwrap_or_else(|| now.tags.clone()),
        }
    }

    /// The tags that the task gets: those it has now, with what the person added and without what they took away;
    /// `None` when they changed nothing.
    pub(super) fn tags_over(&self, shown: &Self, now: &[String]) -> Option<Vec<String>> {
        let added = self.tags.iter().filter(|tag| !shown.tags.contains(tag));
        let is_taken = |tag: &&String| !shown.tags.contains(tag) || self.tags.contains(tag);
        let mut tags: Vec<String> = now.iter().filter(is_taken).cloned().collect();
        tags.extend(added.filter(|tag| !now.contains(tag)).cloned());
        (tags != now).then_some(tags)
    }
}

/// A title without line ends and repeated blanks.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A time as the fields of browsers write it; nothing for 0.
pub(super) fn field_time(page: &Page, at: i64) -> String {
    if at == 0 { String::new() } else { page.civil(at).strftime(FIELD_TIME).to_string() }
}

/// A time that was changed: Unix seconds, 0 for none.
fn changed_time(own: &str, shown: &str, page: &Page, label: &'static str) -> Result<Option<i64>, Unreadable> {
    if own == shown { Ok(None) } else { read_time(own, page, label).map(Some) }
}

fn changed_hours(own: &str, shown: &str, field: &'static str) -> Result<Option<f64>, Unreadable> {
    if own == shown {
        return Ok(None);
    }
    hours::read(own).map(Some).ok_or(Unreadable::Refused(CoreFault::Unknown(field)))
}

/// Browsers send line ends as CR LF; what is stored and compared has LF.
pub(super) fn one_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

#[cfg(test)]
mod tests;
