//! Copying or moving a task to another project.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::category::list_categories;
use kanso_core::column::list_columns;
use kanso_core::project::{list_assignable_users, list_my_projects};
use kanso_core::swimlane::list_active_swimlanes;
use kanso_core::task::{Destination, duplicate_task, find_task, move_task_to_project};
use kanso_domain::{ProjectId, TaskId};
use serde::Deserialize;

use super::panel::{self, Body, Head};
use super::view::Choice;
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;

/// Where to, and what stands there for what the task has here.
#[derive(Default)]
pub(crate) struct ProjectView {
    pub(crate) projects: Vec<Choice>,
    /// The project that was chosen; 0 for none yet.
    pub(crate) to: i64,
    pub(crate) columns: Vec<Choice>,
    pub(crate) swimlanes: Vec<Choice>,
    pub(crate) categories: Vec<Choice>,
    pub(crate) assignable: Vec<Choice>,
    /// What the task has, by the names that the other project has too.
    pub(crate) column: i64,
    pub(crate) swimlane: i64,
    pub(crate) category: i64,
    pub(crate) assignee: i64,
    pub(crate) fault: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Chosen {
    to: Option<ProjectId>,
}

#[derive(Deserialize)]
pub(crate) struct ProjectForm {
    to: ProjectId,
    column: Option<i64>,
    swimlane: Option<i64>,
    category: Option<i64>,
    assignee: Option<i64>,
    act: String,
}

/// `GET /task/{task}/project`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Query(chosen): Query<Chosen>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond(&web, &reader, task, chosen.to, None).await
}

/// `POST /task/{task}/project`: `act` says `copy` or `move`. Leads to the task there.
pub(crate) async fn act(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<ProjectForm>,
) -> Result<Response, Fault> {
    let to = Destination {
        project: form.to,
        column: form.column.map(Into::into),
        swimlane: form.swimlane.map(Into::into),
        category: form.category,
        owner: form.assignee.map(Into::into),
    };
    let locale = reader.page.locale;
    let done = if form.act == "move" {
        move_task_to_project(&web.app, &reader.actor, task, to).await.map(|()| task)
    } else {
        duplicate_task(&web.app, &reader.actor, task, to).await
    };
    let reason = match done {
        Ok(there) => return Ok(Redirect::to(&format!("/task/{there}")).into_response()),
        Err(Error::Invalid(fault)) => fault_in_words(locale, &fault),
        Err(Error::Conflict(conflict)) => conflict_in_words(locale, &conflict),
        Err(error) => return Err(error.into()),
    };
    respond(&web, &reader, task, Some(form.to), Some(reason)).await
}

async fn respond(
    web: &Web,
    reader: &Reader,
    id: TaskId,
    to: Option<ProjectId>,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let task = find_task(app, actor, id).await?;
    let projects = list_my_projects(app, actor).await?;
    let mut view = ProjectView {
        projects: projects.iter().map(|project| Choice::new(project.id.get(), &project.name)).collect(),
        fault,
        ..ProjectView::default()
    };
    if let Some(to) = to {
        view.to = to.get();
        fill(&mut view, web, reader, to).await?;
        match_names(&mut view, web, reader, &task).await?;
    }
    let status = if view.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let head = Head::of(web, reader, &task, "project").await?;
    panel::respond(reader, status, head, Body::Project(Box::new(view)))
}

/// The choices of the other project.
async fn fill(view: &mut ProjectView, web: &Web, reader: &Reader, to: ProjectId) -> Result<(), Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let (columns, swimlanes, categories, people) = tokio::try_join!(
        list_columns(app, actor, to),
        list_active_swimlanes(app, actor, to),
        list_categories(app, actor, to),
        list_assignable_users(app, actor, to),
    )?;
    view.columns = columns.iter().map(|column| Choice::new(column.id.get(), &column.title)).collect();
    view.swimlanes = swimlanes.iter().map(|lane| Choice::new(lane.id.get(), &lane.name)).collect();
    view.categories = categories.iter().map(|one| Choice::new(one.id.get(), &one.name)).collect();
    view.assignable = Choice::people(&people);
    Ok(())
}

/// Chooses what has the names that the task's own have here.
async fn match_names(
    view: &mut ProjectView,
    web: &Web,
    reader: &Reader,
    task: &kanso_core::task::Task,
) -> Result<(), Fault> {
    let (app, actor, here) = (&web.app, &reader.actor, task.project_id);
    let (columns, swimlanes, categories) = tokio::try_join!(
        list_columns(app, actor, here),
        list_active_swimlanes(app, actor, here),
        list_categories(app, actor, here),
    )?;
    let column = columns.iter().find(|one| one.id == task.column_id).map(|one| one.title.as_str());
    let swimlane = swimlanes.iter().find(|one| one.id == task.swimlane_id).map(|one| one.name.as_str());
    let own = task.category_id.unwrap_or_default();
    let category = categories.iter().find(|one| one.id.get() == own).map(|one| one.name.as_str());
    let find = |choices: &[Choice], name: Option<&str>| {
        choices.iter().find(|choice| Some(choice.name.as_str()) == name).map_or(0, |choice| choice.id)
    };
    view.column = find(&view.columns, column);
    view.swimlane = find(&view.swimlanes, swimlane);
    view.category = find(&view.categories, category);
    view.assignee = task.owner_id.get();
    Ok(())
}
