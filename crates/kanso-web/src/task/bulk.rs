//! Several new tasks at once, a title per line.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::find_project;
use kanso_core::task::{NewTask, create_tasks};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{Permission, ProjectId, UserId};
use serde::Deserialize;

use super::choices::{Choices, description, number};
use super::fields::{Unreadable, one_line, one_line_ends, read_score, read_time};
use super::hours;
use super::panel::{self, Body, Head};
use super::view::TaskForm;
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;

/// How many tasks at a time.
const MOST: usize = 500;

/// The form, and what there is to choose.
#[derive(Default)]
pub(crate) struct BulkView {
    /// What all of them get; the titles are in `titles`.
    pub(crate) form: TaskForm,
    pub(crate) titles: String,
    pub(crate) column: i64,
    pub(crate) swimlane: i64,
    pub(crate) choices: Choices,
    pub(crate) fault: Option<String>,
}

/// Where the form begins.
#[derive(Deserialize)]
pub(crate) struct Begun {
    column: Option<i64>,
    swimlane: Option<i64>,
}

/// `GET /board/{project}/bulk`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(begun): Query<Begun>,
    reader: Reader,
) -> Result<Response, Fault> {
    let view = BulkView {
        column: begun.column.unwrap_or_default(),
        swimlane: begun.swimlane.unwrap_or_default(),
        ..BulkView::default()
    };
    respond(&web, &reader, project, view).await
}

/// `POST /board/{project}/bulk`
pub(crate) async fn create(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form: fields }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let mut view = BulkView::read(&fields);
    view.form.description = description(&web, &reader, project, &fields, &view.form.description).await?;
    let refused = match view.wanted(&reader.page, project) {
        Ok(new) => match create_tasks(&web.app, &reader.actor, project, new).await {
            Ok(_) => return Ok(Redirect::to(&format!("/board/{project}")).into_response()),
            Err(Error::Invalid(fault)) => fault_in_words(reader.page.locale, &fault),
            Err(Error::Conflict(conflict)) => conflict_in_words(reader.page.locale, &conflict),
            Err(error) => return Err(error.into()),
        },
        Err(unreadable) => unreadable.in_words(&reader.page),
    };
    respond(&web, &reader, project, BulkView { fault: Some(refused), ..view }).await
}

async fn respond(web: &Web, reader: &Reader, id: ProjectId, view: BulkView) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    app.require(actor, id, Permission::WorkInProject).await?;
    let project = find_project(app, actor, id).await?;
    let form = match view.form == TaskForm::default() {
        true => TaskForm::starting(web, &project),
        false => view.form,
    };
    let choices = Choices::load(web, reader, &project, &form).await?;
    let view = BulkView { choices, form, ..view };
    let status = if view.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let title = reader.page.text("new-tasks");
    let head = Head { project: id.get(), project_name: project.name, title, ..Head::default() };
    panel::respond(reader, status, head, Body::Bulk(Box::new(view)))
}

impl BulkView {
    fn read(fields: &[(String, String)]) -> Self {
        let titles = fields.iter().find(|(name, _)| name == "titles").map_or("", |(_, value)| value);
        Self {
            form: TaskForm::default().read(fields),
            titles: one_line_ends(titles),
            column: number(fields, "column"),
            swimlane: number(fields, "swimlane"),
            ..Self::default()
        }
    }

    /// The tasks that the form describes.
    fn wanted(&self, page: &Page, project: ProjectId) -> Result<Vec<NewTask>, Unreadable> {
        let form = &self.form;
        let estimated = hours::read(&form.estimated);
        let like = NewTask {
            project,
            description: Some(form.description.clone()),
            color: Some(form.color.clone()),
            column: (self.column > 0).then_some(self.column.into()),
            swimlane: (self.swimlane > 0).then_some(self.swimlane.into()),
            owner: UserId::from(form.assignee),
            date_due: Some(read_time(&form.date_due, page, "due-date")?),
            category: Some(form.category),
            score: Some(read_score(&form.score)?),
            priority: Some(form.priority),
            time_estimated: Some(estimated.ok_or(Unreadable::Refused(CoreFault::Unknown("time_estimated")))?),
            tags: form.tags.clone(),
            ..NewTask::default()
        };
        let titles = self.titles.lines().map(one_line).filter(|title| !title.is_empty());
        let tasks: Vec<NewTask> = titles.map(|title| NewTask { title, ..like.clone() }).collect();
        if tasks.len() > MOST {
            return Err(Unreadable::Refused(CoreFault::TooMany("title", MOST)));
        }
        Ok(tasks)
    }
}
