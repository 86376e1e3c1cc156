//! The fields of the small form between the database and the page.

use askama::Template;
use jiff::civil::{Date, DateTime, Time};
use kanso_core::Fault as CoreFault;
use kanso_core::task::{Task, TaskPatch};
use kanso_domain::UserId;
use serde::{Deserialize, Serialize};

use crate::board::bulk::tags;
use crate::fault::Fault;
use crate::page::Page;

/// The fields as they are stored. The form carries those it was made from, so that what others changed meanwhile is
/// noticed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Seen {
    title: String,
    owner: i64,
    due: i64,
    category: i64,
    color: String,
    tags: Vec<String>,
}

/// The form as it was sent.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct EditForm {
    pub(super) title: String,
    pub(super) assignee: i64,
    /// A day, such as `2026-09-21`.
    pub(super) date_due: String,
    pub(super) category: i64,
    pub(super) color: String,
    /// Names set apart by commas.
    pub(super) tags: String,
    pub(super) seen: String,
}

/// What the form shows.
pub(super) struct EditView {
    pub(super) form: EditForm,
    /// What is wrong, or what others changed.
    pub(super) notes: Vec<String>,
    pub(super) seen: String,
}

#[derive(Template)]
#[template(path = "board/edit.html")]
pub(super) struct EditFragment<'a> {
    pub(super) page: &'a Page,
    pub(super) project: i64,
    pub(super) task: i64,
    pub(super) edit: EditView,
    pub(super) may_assign: bool,
    pub(super) assignable: Vec<(i64, String)>,
    pub(super) categories: Vec<(i64, String)>,
    pub(super) tags: Vec<String>,
    pub(super) colors: Vec<(&'static str, String)>,
}

impl Seen {
    pub(super) fn of(task: &Task, tags: Vec<String>) -> Self {
        Self {
            title: task.title.clone(),
            owner: task.owner_id.get(),
            due: task.date_due.unwrap_or_default(),
            category: task.category_id.unwrap_or_default(),
            color: task.color_id.clone(),
            tags,
        }
    }

    /// As the form shows them.
    pub(super) fn form(&self, page: &Page) -> EditForm {
        let date = |at: i64| page.civil(at).date().to_string();
        EditForm {
            title: self.title.clone(),
            assignee: self.owner,
            date_due: if self.due == 0 { String::new() } else { date(self.due) },
            category: self.category,
            color: self.color.clone(),
            tags: self.tags.join(", "),
            seen: serde_json::to_string(self).unwrap_or_default(),
        }
    }

    /// All of them as a patch: what the person saw.
    pub(super) fn patch(&self) -> TaskPatch {
        TaskPatch {
            title: Some(self.title.clone()),
            owner: Some(UserId::from(self.owner)),
            date_due: Some(self.due),
            category: Some(self.category),
            color: Some(self.color.clone()),
            ..TaskPatch::default()
        }
    }
}

impl EditForm {
    pub(super) fn seen(&self) -> Result<Seen, Fault> {
        serde_json::from_str(&self.seen).map_err(|error| Fault::Unreadable(error.to_string()))
    }

    /// What the form changes about what it was made from.
    pub(super) fn patch(&self, seen: &Seen, page: &Page) -> Result<TaskPatch, CoreFault> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            return Err(CoreFault::Missing("title"));
        }
        let shown = seen.form(page);
        let due = match self.date_due == shown.date_due {
            true => None,
            false => Some(day(page, &self.date_due, seen.due).ok_or(CoreFault::Unknown("date_due"))?),
        };
        let names = tags(&self.tags);
        Ok(TaskPatch {
            title: (title != seen.title).then_some(title),
            owner: (self.assignee != seen.owner).then_some(UserId::from(self.assignee)),
            date_due: due,
            category: (self.category != seen.category).then_some(self.category),
            color: (self.color != seen.color).then(|| self.color.clone()),
            tags: (names != seen.tags).then_some(names),
            ..TaskPatch::default()
        })
    }

    /// This form on top of what is stored now: the person's changes, and everybody else's.
    pub(super) fn over(self, seen: &Seen, now: &Seen, page: &Page) -> Self {
        fn pick<T: PartialEq>(own: T, shown: &T, now: T) -> T {
            if own == *shown { now } else { own }
        }
        let (shown, now) = (seen.form(page), now.form(page));
        Self {
            title: pick(self.title, &shown.title, now.title),
            assignee: pick(self.assignee, &shown.assignee, now.assignee),
            date_due: pick(self.date_due, &shown.date_due, now.date_due),
            category: pick(self.category, &shown.category, now.category),
            color: pick(self.color, &shown.color, now.color),
            tags: pick(self.tags, &shown.tags, now.tags),
            seen: now.seen,
        }
    }
}

impl EditView {
    pub(super) fn new(form: EditForm, seen: &Seen) -> Self {
        let seen = serde_json::to_string(seen).unwrap_or_default();
        Self { form, notes: Vec::new(), seen }
    }

    /// The form with the person's own values, and beside it those that somebody else stored meanwhile.
    pub(super) fn clash(page: &Page, form: EditForm, now: &Seen) -> Self {
        let theirs = now.form(page);
        let mut notes = vec![page.text("edit-clash")];
        let fields = [
            ("title", &form.title, &theirs.title),
            ("due-date", &form.date_due, &theirs.date_due),
            ("color", &form.color, &theirs.color),
            ("card-tags", &form.tags, &theirs.tags),
        ];
        let differing = fields.into_iter().filter(|(_, own, theirs)| own != theirs);
        notes.extend(differing.map(|(label, _, theirs)| format!("{}: {theirs}", page.text(label))));
        Self { notes, ..Self::new(form, now) }
    }
}

/// The moment of a day as a date field writes it, in Unix seconds: at the time of day that `before` has, else at
/// midnight. 0 for an empty text; `None` for what is no day.
pub(crate) fn day(page: &Page, text: &str, before: i64) -> Option<i64> {
    if text.is_empty() {
        return Some(0);
    }
    let date: Date = text.parse().ok()?;
    let time = if before == 0 { Time::midnight() } else { page.civil(before).time() };
    let at = DateTime::from_parts(date, time).to_zoned(page.zone.clone()).ok()?;
    Some(at.timestamp().as_second()).filter(|at| *at > 0)
}

impl EditFragment<'_> {
    /// Whether the one who has the task is among those who can be given it.
    fn knows_assignee(&self) -> bool {
        let own = self.edit.form.assignee;
        own == 0 || self.assignable.iter().any(|(id, _)| *id == own)
    }
}
