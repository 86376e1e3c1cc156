//! What happened to a task, in sentences.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::column::{Column, list_columns};
use kanso_core::event::{Logged, list_task_events};
use kanso_core::project::list_members;
use kanso_core::task::find_task;
use kanso_domain::{ColumnId, Event, Field, FieldChange, Slot, TaskId, UserId};

use super::panel::{self, Body, Head};
use super::sheet::name_of;
use super::view::ActivityView;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// How many lines are shown.
const MOST: i64 = 500;

/// The names behind the ids of a history.
struct Material {
    columns: Vec<Column>,
    members: Vec<(UserId, String)>,
}

/// `GET /task/{task}/activity`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let task = find_task(app, actor, id).await?;
    let (columns, members, events) = tokio::try_join!(
        list_columns(app, actor, task.project_id),
        list_members(app, actor, task.project_id),
        list_task_events(app, actor, id, MOST),
    )?;
    let material = Material { columns, members };
    let lines = events.iter().map(|logged| line(&reader.page, &material, logged)).collect();
    let head = Head::of(&web, &reader, &task, "activity").await?;
    panel::respond(&reader, StatusCode::OK, head, Body::Activity(lines))
}

fn line(page: &Page, material: &Material, logged: &Logged) -> ActivityView {
    let who = who(page, material, logged);
    let words = match &logged.event {
        Event::TaskCreated { .. } => page.say("did-create", "who", who),
        Event::TaskUpdated { changes, .. } => {
            page.locale.with("did-update", &[("who", &who), ("fields", &names_of(page, changes))])
        }
        Event::TaskAssigned { to, .. } => assigned(page, material, &who, *to),
        Event::TaskMoved { from, to, .. } => moved(page, material, &who, *from, *to),
        Event::TaskClosed { .. } => page.say("did-close", "who", who),
        Event::TaskOpened { .. } => page.say("did-open", "who", who),
        Event::TaskRemoved { .. } => page.say("did-remove", "who", who),
        Event::CommentCreated { .. } => page.say("did-comment", "who", who),
        Event::CommentUpdated { .. } => page.say("did-comment-update", "who", who),
        Event::CommentRemoved { .. } => page.say("did-comment-remove", "who", who),
        Event::TaskMovedToProject { .. } => page.say("did-move-project", "who", who),
        Event::SubtaskCreated { .. } => about_subtask(page, "did-subtask", &who, logged),
        Event::SubtaskUpdated { .. } => about_subtask(page, "did-subtask-update", &who, logged),
        Event::SubtaskRemoved { .. } => about_subtask(page, "did-subtask-remove", &who, logged),
        Event::LinkSaved { .. } => about_link(page, "did-link", &who, logged),
        Event::LinkRemoved { .. } => about_link(page, "did-link-remove", &who, logged),
        Event::FileAdded { .. } => about_file(page, "did-file", &who, logged),
        Event::FileRemoved { .. } => about_file(page, "did-file-remove", &who, logged),
        // The history of a task holds none of these.
        Event::Managed { .. } => who,
    };
    ActivityView { words, iso: page.iso(logged.at), when: page.moment(logged.at) }
}

fn who(page: &Page, material: &Material, logged: &Logged) -> String {
    let name = name_of(&material.members, logged.actor_id.get()).or(logged.actor.as_deref());
    name.map_or_else(|| page.text("somebody-by-api"), str::to_owned)
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

fn assigned(page: &Page, material: &Material, who: &str, to: UserId) -> String {
    if to.is_none() {
        return page.say("did-unassign", "who", who);
    }
    let assignee = name_of(&material.members, to.get()).map_or_else(|| page.text("somebody"), str::to_owned);
    page.locale.with("did-assign", &[("who", &who), ("assignee", &assignee)])
}

fn moved(page: &Page, material: &Material, who: &str, from: Slot, to: Slot) -> String {
    if from.lane.column != to.lane.column {
        let (from, to) = (title(material, from.lane.column), title(material, to.lane.column));
        return page.locale.with("did-move-column", &[("who", &who), ("from", &from), ("to", &to)]);
    }
    if from.lane.swimlane != to.lane.swimlane {
        page.say("did-move-swimlane", "who", who)
    } else {
        page.say("did-move-position", "who", who)
    }
}

/// The title of a column; a removed one has lost it.
fn title(material: &Material, id: ColumnId) -> &str {
    material.columns.iter().find(|column| column.id == id).map_or("?", |column| column.title.as_str())
}

fn names_of(page: &Page, changes: &[FieldChange]) -> String {
    let mut names: Vec<String> = changes.iter().map(|change| name(page, change.field)).collect();
    names.dedup();
    names.join(", ")
}

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
