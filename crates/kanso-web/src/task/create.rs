//! The form of a new task, with everything a task can begin with.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::file::{NewFile, add_task_file};
use kanso_core::project::{find_project, list_my_projects};
use kanso_core::task::{Destination, NewTask, create_task, duplicate_task};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{Permission, ProjectId, TaskId, UserId};
use serde::Deserialize;

use super::choices::{Choices, description, number};
use super::fields::{Unreadable, one_line, read_score, read_time};
use super::hours;
use super::panel::{self, Body, Head};
use super::view::{Choice, TaskForm};
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::page::Page;
use crate::reader::Reader;
use crate::uploaded::Uploaded;
use crate::web::Web;

/// The form, and what there is to choose.
#[derive(Default)]
pub(crate) struct CreateView {
    pub(crate) form: TaskForm,
    pub(crate) column: i64,
    pub(crate) swimlane: i64,
    pub(crate) another: bool,
    pub(crate) choices: Choices,
    /// The reader's other projects, for copies of the task.
    pub(crate) projects: Vec<Choice>,
    pub(crate) copies: Vec<i64>,
    /// The task that was made just before.
    pub(crate) made: Option<i64>,
    pub(crate) fault: Option<String>,
}

/// Where the form begins.
#[derive(Default, Deserialize)]
pub(crate) struct Begun {
    column: Option<i64>,
    swimlane: Option<i64>,
    made: Option<i64>,
}

/// `GET /board/{project}/new`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(begun): Query<Begun>,
    reader: Reader,
) -> Result<Response, Fault> {
    let view = CreateView {
        column: begun.column.unwrap_or_default(),
        swimlane: begun.swimlane.unwrap_or_default(),
        another: begun.made.is_some(),
        made: begun.made,
        ..CreateView::default()
    };
    respond(&web, &reader, project, view).await
}

/// `POST /board/{project}/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Uploaded { reader, fields, files }: Uploaded,
) -> Result<Response, Fault> {
    let mut view = CreateView::read(&fields);
    view.form.description = description(&web, &reader, project, &fields, &view.form.description).await?;
    let refused = match view.wanted(&reader.page, project) {
        Ok(new) => match create_task(&web.app, &reader.actor, new).await {
            Ok(task) => return finish(&web, &reader, project, task, &view, files).await,
            Err(Error::Invalid(fault)) => fault_in_words(reader.page.locale, &fault),
            Err(Error::Conflict(conflict)) => conflict_in_words(reader.page.locale, &conflict),
            Err(error) => return Err(error.into()),
        },
        Err(unreadable) => unreadable.in_words(&reader.page),
    };
    respond(&web, &reader, project, CreateView { fault: Some(refused), ..view }).await
}

/// Attaches the files and makes the copies, then leads on: to the next task, or back to the board.
async fn finish(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    task: TaskId,
    view: &CreateView,
    files: Vec<NewFile>,
) -> Result<Response, Fault> {
    for file in files {
        add_task_file(&web.app, &reader.actor, project, task, file).await?;
    }
    for copy in &view.copies {
        let to = Destination { project: ProjectId::from(*copy), ..Destination::default() };
        duplicate_task(&web.app, &reader.actor, task, to).await?;
    }
    Ok(Redirect::to(&match view.another {
        true => format!("/board/{project}/new?column={}&swimlane={}&made={task}", view.column, view.swimlane),
        false => format!("/board/{project}"),
    })
    .into_response())
}

async fn respond(web: &Web, reader: &Reader, id: ProjectId, view: CreateView) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    app.require(actor, id, Permission::WorkInProject).await?;
    let project = find_project(app, actor, id).await?;
    let form = match view.form == TaskForm::default() {
        true => TaskForm::starting(web, &project),
        false => view.form,
    };
    let mut projects = list_my_projects(app, actor).await?;
    projects.retain(|other| other.id != id);
    let view = CreateView {
        choices: Choices::load(web, reader, &project, &form).await?,
        projects: projects.iter().map(|other| Choice::new(other.id.get(), &other.name)).collect(),
        form,
        ..view
    };
    let status = if view.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = reader.page.text("new-task");
    let head = Head { project: id.get(), project_name: project.name, title, ..Head::default() };
    panel::respond(reader, status, head, Body::Create(Box::new(view)))
}

impl CreateView {
    fn read(fields: &[(String, String)]) -> Self {
        let copies =
            fields.iter().filter(|(name, _)| name == "copy").filter_map(|(_, value)| value.parse().ok());
        Self {
            form: TaskForm::default().read(fields),
            column: number(fields, "column"),
            swimlane: number(fields, "swimlane"),
            another: fields.iter().any(|(name, _)| name == "another"),
            copies: copies.collect(),
            ..Self::default()
        }
    }

    /// The task that the form describes.
    fn wanted(&self, page: &Page, project: ProjectId) -> Result<NewTask, Unreadable> {
        let form = &self.form;
        let some = |id: i64| (id > 0).then_some(id);
        let hours = |text: &str, field| {
            hours::read(text).ok_or(Unreadable::Refused(CoreFault::Unknown(field))).map(Some)
        };
        Ok(NewTask {
            project,
            title: one_line(&form.title),
            description: Some(form.description.clone()),
            color: Some(form.color.clone()),
            column: some(self.column).map(Into::into),
            swimlane: some(self.swimlane).map(Into::into),
            owner: UserId::from(form.assignee),
            date_due: Some(read_time(&form.date_due, page, "due-date")?),
            date_started: Some(read_time(&form.date_started, page, "start-date")?),
            category: Some(form.category),
            score: Some(read_score(&form.score)?),
            priority: Some(form.priority),
            reference: Some(form.reference.trim().to_owned()),
            time_spent: hours(&form.spent, "time_spent")?,
            time_estimated: hours(&form.estimated, "time_estimated")?,
            tags: form.tags.clone(),
            ..NewTask::default()
        })
    }
}
