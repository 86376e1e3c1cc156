//! An event of a task in a sentence, with the names that things had then.

use kanso_core::event::Logged;
use kanso_domain::{Event, Field, FieldChange, Slot, UserId};

use crate::page::Page;

/// Who did what.
pub(crate) fn sentence(page: &Page, who: &str, logged: &Logged) -> String {
    match &logged.event {
        Event::TaskCreated { .. } => page.say("did-create", "who", who),
        Event::TaskUpdated { changes, .. } => {
            page.locale.with("did-update", &[("who", &who), ("fields", &names_of(page, changes))])
        }
        Event::TaskAssigned { to, .. } => assigned(page, who, logged, *to),
        Event::TaskTagged { before, .. } => tagged(page, who, before, &logged.snapshot.tags),
        Event::TaskMoved { from, to, .. } => moved(page, who, logged, *from, *to),
        Event::TaskClosed { .. } => page.say("did-close", "who", who),
        Event::TaskOpened { .. } => page.say("did-open", "who", who),
        Event::TaskRemoved { .. } => page.say("did-remove", "who", who),
        Event::TaskRestored { .. } => page.say("did-restore", "who", who),
        Event::CommentCreated { .. } => page.say("did-comment", "who", who),
        Event::CommentUpdated { .. } => page.say("did-comment-update", "who", who),
        Event::CommentRemoved { .. } => page.say("did-comment-remove", "who", who),
        Event::TaskMovedToProject { .. } => page.say("did-move-project", "who", who),
        Event::SubtaskCreated { .. } => about_subtask(page, "did-subtask", who, logged),
        Event::SubtaskUpdated { .. } => about_subtask(page, "did-subtask-update", who, logged),
        Event::SubtaskRemoved { .. } => about_subtask(page, "did-subtask-remove", who, logged),
        Event::LinkSaved { .. } => about_link(page, "did-link", who, logged),
        Event::LinkRemoved { .. } => about_link(page, "did-link-remove", who, logged),
        Event::FileAdded { .. } => about_file(page, "did-file", who, logged),
        Event::FileRemoved { .. } => about_file(page, "did-file-remove", who, logged),
        // The histories of tasks hold none of these.
        Event::Managed { .. } => who.to_owned(),
    }
}

fn about_subtask(page: &Page, sentence: &str, who: &str, logged: &Logged) -> String {
    let title = logged.snapshot.subtask.as_ref().map_or("?", |subtask| subtask.title.as_str());
    page.locale.with(sentence, &[("who", &who), ("title", &title)])
}

fn about_link(page: &Page, sentence: &str, who: &str, logged: &Logged) -> String {
    let link = logged.snapshot.task_link.as_deref();
    let label = link.map_or("?", |link| link.label.as_str());
    let task = link.map_or_else(|| "?".to_owned(), |link| format!("#{}", link.opposite_task_id));
    page.locale.with(sentence, &[("who", &who), ("label", &label), ("task", &task)])
}

fn about_file(page: &Page, sentence: &str, who: &str, logged: &Logged) -> String {
    let name = logged.snapshot.file.as_ref().map_or("?", |file| file.name.as_str());
    page.locale.with(sentence, &[("who", &who), ("name", &name)])
}

fn assigned(page: &Page, who: &str, logged: &Logged, to: UserId) -> String {
    if to.is_none() {
        return page.say("did-unassign", "who", who);
    }
    let task = logged.snapshot.task.as_deref().filter(|task| task.owner_id == to.get());
    let name = task.and_then(|task| {
        let full = task.assignee_name.as_deref().filter(|name| !name.is_empty());
        full.or(task.assignee_username.as_deref())
    });
    let assignee = name.map_or_else(|| page.text("somebody"), str::to_owned);
    page.locale.with("did-assign", &[("who", &who), ("assignee", &assignee)])
}

/// Which tags a task got and lost.
fn tagged(page: &Page, who: &str, before: &[String], now: &[String]) -> String {
    let but = |all: &[String], others: &[String]| {
        all.iter().filter(|tag| !others.contains(tag)).cloned().collect::<Vec<_>>().join(", ")
    };
    let (got, lost) = (but(now, before), but(before, now));
    match (got.is_empty(), lost.is_empty()) {
        (false, true) => page.locale.with("did-tag", &[("who", &who), ("tags", &got)]),
        (true, _) => page.locale.with("did-untag", &[("who", &who), ("tags", &lost)]),
        (false, false) => page.locale.with("did-retag", &[("who", &who), ("tags", &got), ("lost", &lost)]),
    }
}

fn moved(page: &Page, who: &str, logged: &Logged, from: Slot, to: Slot) -> String {
    if from.lane.column != to.lane.column {
        let left = logged.snapshot.past.as_deref().and_then(|past| past.column.as_deref()).unwrap_or("?");
        let reached = logged.snapshot.task.as_deref().map_or("?", |task| task.column_title.as_str());
        return page.locale.with("did-move-column", &[("who", &who), ("from", &left), ("to", &reached)]);
    }
    if from.lane.swimlane != to.lane.swimlane {
        page.say("did-move-swimlane", "who", who)
    } else {
        page.say("did-move-position", "who", who)
    }
}

fn names_of(page: &Page, changes: &[FieldChange]) -> String {
    let mut names: Vec<String> = changes.iter().map(|change| name(page, change.field)).collect();
    names.dedup();
    names.join(", ")
}

/// What people call a field.
fn name(page: &Page, field: Field) -> String {
    match field {
        Field::Title => page.text("title"),
        Field::ColorId => page.text("color"),
        Field::OwnerId => page.text("assignee"),
        Field::DateDue => page.text("due-date"),
        Field::Description => page.text("description"),
        Field::CategoryId => page.text("category"),
        Field::Score => page.text("complexity"),
        Field::Priority => page.text("priority"),
        Field::Reference => page.text("reference"),
        Field::DateStarted => page.text("start-date"),
        Field::TimeSpent => page.text("time-spent"),
        Field::TimeEstimated => page.text("time-estimated"),
        Field::RecurrenceStatus
        | Field::RecurrenceTrigger
        | Field::RecurrenceFactor
        | Field::RecurrenceTimeframe
        | Field::RecurrenceBasedate => page.text("recurrence"),
    }
}
