//! Gathering all that the sheet of a task shows.

use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::column::Column;
use kanso_core::comment::{self, CommentDetails};
use kanso_core::event::{Logged, list_task_events};
use kanso_core::project::{self, Project};
use kanso_core::role::find_rights;
use kanso_core::swimlane::{self, Swimlane};
use kanso_core::task::{self, Task};
use kanso_core::{Actor, column};
use kanso_domain::{Permission, TaskAct, TaskId, UserId, color};

use super::activity;
use super::fields::Fields;
use super::view::{Choice, CommentView, Sheet, TaskPage, TaskSheet, TaskSheetFragment};
use crate::fault::Fault;
use crate::markdown;
use crate::page::Page;
use crate::person::Person;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::web::Web;

/// How many lines of activity are shown.
const ACTIVITY: i64 = 30;

/// What is read for a sheet.
pub(super) struct Material {
    pub(super) task: Task,
    pub(super) project: Project,
    pub(super) columns: Vec<Column>,
    pub(super) swimlanes: Vec<Swimlane>,
    pub(super) members: Vec<(UserId, String)>,
    pub(super) assignable: Vec<(UserId, String)>,
    pub(super) comments: Vec<CommentDetails>,
    pub(super) events: Vec<Logged>,
    pub(super) may_work: bool,
    pub(super) may_remove: bool,
}

/// The sheet of a task as it is now.
pub(crate) async fn load(web: &Web, reader: &Reader, id: TaskId) -> Result<Sheet, Fault> {
    // Eight reads at once make a large future, which must not be carried about by every handler.
    let material = Box::pin(gather(web, &reader.actor, id)).await?;
    Ok(build(&reader.page, &reader.actor, &material))
}

/// The sheet in the form that was asked for.
pub(crate) fn respond(reader: &Reader, status: StatusCode, sheet: Sheet) -> Result<Response, Fault> {
    let page = &reader.page;
    match reader.wants {
        Wants::Page | Wants::Data => respond::page_with(status, &TaskPage { page, section: "", sheet }),
        Wants::Fragment => respond::page_with(status, &TaskSheetFragment { page, sheet }),
    }
}

async fn gather(web: &Web, actor: &Actor, id: TaskId) -> Result<Material, Fault> {
    let app = &web.app;
    let task = task::find_task(app, actor, id).await?;
    let in_project = task.project_id;
    let (project, columns, swimlanes, members, assignable, comments, events, rights) = tokio::try_join!(
        project::find_project(app, actor, in_project),
        column::list_columns(app, actor, in_project),
        swimlane::list_active_swimlanes(app, actor, in_project),
        project::list_members(app, actor, in_project),
        project::list_assignable_users(app, actor, in_project),
        comment::list_comments(app, actor, id),
        list_task_events(app, actor, id, ACTIVITY),
        find_rights(app, actor, in_project),
    )?;
    let (role, restrictions) = rights;
    let may_work = Permission::WorkInProject.is_given_to(actor.application_role(), Some(role));
    let is_own = task.owner_id == actor.user_id();
    let may_remove = may_work && restrictions.allow(TaskAct::Remove, is_own);
    Ok(Material {
        task,
        project,
        columns,
        swimlanes,
        members,
        assignable,
        comments,
        events,
        may_work,
        may_remove,
    })
}

fn build(page: &Page, actor: &Actor, material: &Material) -> Sheet {
    let fields = Fields::of(&material.task);
    let form = fields.form(page);
    let task = &material.task;
    let comments = material.comments.iter().map(|comment| CommentView::new(page, actor, comment)).collect();
    Sheet {
        facts: fields.facts(page, &material.members),
        created: created(page, task, &material.members),
        activity: activity::lines(page, material),
        priorities: priorities(&material.project, form.priority),
        colors: color::ALL.iter().map(|color| (color.id, color_name(page, color.id))).collect(),
        columns: material.columns.iter().map(|column| Choice::new(column.id.get(), &column.title)).collect(),
        swimlanes: material.swimlanes.iter().map(|lane| Choice::new(lane.id.get(), &lane.name)).collect(),
        assignable: assignable(material, form.assignee),
        task: head(material, &fields),
        form,
        comments,
        faults: Vec::new(),
        clash: None,
        new_comment: String::new(),
        may_work: material.may_work,
        may_remove: material.may_remove,
    }
}

fn head(material: &Material, fields: &Fields) -> TaskSheet {
    let task = &material.task;
    let column = material.columns.iter().find(|column| column.id == task.column_id);
    TaskSheet {
        id: task.id.get(),
        title: task.title.clone(),
        project: task.project_id.get(),
        project_name: material.project.name.clone(),
        column: task.column_id.get(),
        column_title: column.map(|column| column.title.clone()).unwrap_or_default(),
        swimlane: task.swimlane_id.get(),
        position: task.position,
        is_open: task.is_open(),
        description_html: markdown::render(task.description.as_deref().unwrap_or_default()),
        seen: fields.to_json(),
    }
}

/// Those who can be given the task; who has it already stays a choice.
fn assignable(material: &Material, assignee: i64) -> Vec<Choice> {
    let mut choices: Vec<Choice> =
        material.assignable.iter().map(|(id, name)| Choice::new(id.get(), name)).collect();
    if assignee != 0 && choices.iter().all(|choice| choice.id != assignee) {
        let name = name_of(&material.members, assignee).unwrap_or("?");
        choices.push(Choice::new(assignee, name));
    }
    choices
}

fn created(page: &Page, task: &Task, members: &[(UserId, String)]) -> String {
    let when = page.date(task.date_creation);
    match name_of(members, task.creator_id.get()) {
        Some(name) => page.locale.with("created-by", &[("when", &when), ("name", &name)]),
        None => page.say("created-on", "when", when),
    }
}

/// The priorities of the project, and the one that the task has.
fn priorities(project: &Project, own: i64) -> Vec<i64> {
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

impl Choice {
    fn new(id: i64, name: &str) -> Self {
        Self { id, name: name.to_owned() }
    }
}

impl CommentView {
    fn new(page: &Page, actor: &Actor, comment: &CommentDetails) -> Self {
        let author = Person::named(comment.name.as_deref(), comment.username.as_deref());
        Self {
            id: comment.id.get(),
            author: author.unwrap_or_else(|| Person::new(&page.text("somebody"))),
            iso: page.iso(comment.date_creation),
            when: page.moment(comment.date_creation),
            is_edited: comment.date_modification > comment.date_creation,
            is_mine: comment.user_id == actor.user_id() && !comment.user_id.is_none(),
            html: markdown::render(&comment.comment),
            text: comment.comment.clone(),
        }
    }
}
