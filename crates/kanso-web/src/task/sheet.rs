//! The sheet of a task: all that it is made of.

use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::Error;
use kanso_core::project::Project;
use kanso_core::task::Task;
use kanso_domain::{TaskAct, TaskId, UserId, color};

use super::fields::Fields;
use super::gather::{Material, gather};
use super::panel::{self, Body, Head};
use super::view::{Choice, Sheet, TagChoice};
use crate::comment::view::{CommentView, audiences};
use crate::external_link::view::ExternalLinkView;
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::file::view::FileView;
use crate::link::view::{LinkGroup, label_choices};
use crate::markdown;
use crate::page::Page;
use crate::reader::{Reader, Wants};
use crate::subtask::view::SubtasksView;
use crate::web::Web;

/// The sheet of a task as it is now.
pub(crate) async fn load(web: &Web, reader: &Reader, id: TaskId) -> Result<Sheet, Fault> {
    // So many reads at once make a large future, which must not be carried about by every handler.
    let material = Box::pin(gather(web, &reader.actor, id)).await?;
    Ok(build(web, reader, &material))
}

/// The sheet in the form that was asked for.
pub(crate) fn respond(reader: &Reader, status: StatusCode, sheet: Sheet) -> Result<Response, Fault> {
    panel::respond(reader, status, sheet.head.clone(), Body::Sheet(Box::new(sheet)))
}

/// The sheet again, with what stood in the way and what was typed; scripts that want no page get the reason alone.
pub(crate) async fn refuse(
    web: &Web,
    reader: &Reader,
    task: TaskId,
    error: Error,
    keep: impl FnOnce(&mut Sheet),
) -> Result<Response, Fault> {
    let locale = reader.page.locale;
    let (status, words) = match &error {
        _ if reader.wants == Wants::Data => return Err(error.into()),
        Error::Conflict(conflict) => (StatusCode::CONFLICT, conflict_in_words(locale, conflict)),
        Error::Invalid(fault) => (StatusCode::UNPROCESSABLE_ENTITY, fault_in_words(locale, fault)),
        Error::NotFound(_)
        | Error::Forbidden(_)
        | Error::Overloaded
        | Error::Database(_)
        | Error::Stored(_) => return Err(error.into()),
    };
    let mut sheet = load(web, reader, task).await?;
    sheet.faults = vec![words];
    keep(&mut sheet);
    respond(reader, status, sheet)
}

fn build(web: &Web, reader: &Reader, material: &Material) -> Sheet {
    let (page, actor, task, rights) = (&reader.page, &reader.actor, &material.task, &material.rights);
    let reached = material.columns.iter().filter(|to| rights.may_move(task.column_id, to.id, task.owner_id));
    let fields = Fields::of(task, &material.tags);
    let form = fields.form(page);
    let times = web.app.settings().get("subtask_time_tracking") == "1";
    let mut comments: Vec<CommentView> =
        material.comments.iter().map(|comment| CommentView::new(page, actor, comment)).collect();
    let newest_first = reader.profile.newest_comments_first == 1;
    if newest_first {
        comments.reverse();
    }
    Sheet {
        facts: fields.facts(page, material),
        dates: dates(page, task, &material.members),
        priorities: priorities(&material.project, form.priority),
        colors: color::ALL.iter().map(|color| (color.id, color_name(page, color.id))).collect(),
        columns: reached.map(|column| Choice::new(column.id.get(), &column.title)).collect(),
        swimlanes: material.swimlanes.iter().map(|lane| Choice::new(lane.id.get(), &lane.name)).collect(),
        categories: material.categories.iter().map(|one| Choice::new(one.id.get(), &one.name)).collect(),
        tags: TagChoice::all(&material.offered_tags, &material.tags, &form.tags),
        assignable: assignable(material, form.assignee),
        subtasks: SubtasksView::new(page, actor, times, &material.subtasks),
        links: LinkGroup::all(page, task.project_id.get(), &material.labels, &material.links),
        labels: label_choices(page, &material.labels),
        external_links: material.external.iter().map(|link| ExternalLinkView::new(page, link)).collect(),
        files: material.files.iter().map(|file| FileView::new(page, file)).collect(),
        comments,
        newest_first,
        audiences: audiences(page, actor),
        me: actor.user_id().get(),
        is_started: task.date_started.is_some_and(|at| at > 0),
        recurs: task.recurrence_status == 1 || material.has_series,
        recurrence_parent: task.recurrence_parent.unwrap_or_default(),
        recurrence_child: task.recurrence_child.unwrap_or_default(),
        description_html: markdown::render(task.description.as_deref().unwrap_or_default()),
        seen: fields.to_json(),
        last_event: material.last_event.into(),
        head: head(material),
        form,
        may_work: rights.may_work(),
        may_update: rights.may(TaskAct::Update, task.owner_id),
        may_assign: rights.may(TaskAct::Assign, task.owner_id),
        may_turn: rights.may(TaskAct::OpenOrClose(task.column_id), task.owner_id),
        may_remove: rights.may_remove(task),
        ..Sheet::default()
    }
}

fn head(material: &Material) -> Head {
    let task = &material.task;
    let column = material.columns.iter().find(|column| column.id == task.column_id);
    let title = column.map(|column| column.title.clone()).unwrap_or_default();
    Head::new(task, &material.project.name, title, "")
}

/// Those who can be given the task; who has it already stays a choice.
fn assignable(material: &Material, assignee: i64) -> Vec<Choice> {
    let mut choices = Choice::people(&material.assignable);
    if assignee != 0 && choices.iter().all(|choice| choice.id != assignee) {
        let name = name_of(&material.members, assignee).unwrap_or("?");
        choices.push(Choice::new(assignee, name));
    }
    choices
}

/// When what happened to the task, in words.
fn dates(page: &Page, task: &Task, members: &[(UserId, String)]) -> Vec<String> {
    let when = page.date(task.date_creation);
    let created = match name_of(members, task.creator_id.get()) {
        Some(name) => page.locale.with("created-by", &[("when", &when), ("name", &name)]),
        None => page.say("created-on", "when", when),
    };
    let mut dates = vec![created, page.say("modified-on", "when", page.date(task.date_modification))];
    if task.date_moved > task.date_creation {
        dates.push(page.say("moved-on", "when", page.date(task.date_moved)));
    }
    if let Some(at) = task.date_completed.filter(|at| *at > 0) {
        dates.push(page.say("completed-on", "when", page.date(at)));
    }
    dates
}

/// The priorities of the project, and the one that the task has.
pub(super) fn priorities(project: &Project, own: i64) -> Vec<i64> {
    let mut priorities: Vec<i64> = (project.priority_start..=project.priority_end).take(100).collect();
    if !priorities.contains(&own) {
        priorities.push(own);
        priorities.sort_unstable();
    }
    priorities
}

pub(super) fn color_name(page: &Page, id: &str) -> String {
    match color::find(id) {
        Some(color) => page.text(&format!("color-{}", color.id)),
        None => id.to_owned(),
    }
}

pub(super) fn name_of(people: &[(UserId, String)], id: i64) -> Option<&str> {
    people.iter().find(|(user, _)| user.get() == id).map(|(_, name)| name.as_str())
}
