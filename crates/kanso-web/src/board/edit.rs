//! Editing a task where it stands on the board: what people change most, without opening it.

mod form;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{Task, TaskPatch, find_task, update_task};
use kanso_core::{Conflict, Error, Kind, category, project, tag};
use kanso_domain::{ProjectId, TaskAct, TaskId, color};

use super::task;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::rights::Rights;
use crate::web::Web;
use form::{EditFragment, EditView, Seen};

pub(crate) use form::{EditForm, day};

/// `GET /board/{project}/task/{task}/edit`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, id)): Path<(ProjectId, TaskId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    if reader.wants == Wants::Page {
        return Ok(Redirect::to(&format!("/task/{id}")).into_response());
    }
    let (seen, task) = seen(&web, &reader, project, id).await?;
    let rights = Rights::load(&web, &reader, project).await?;
    if !rights.may(TaskAct::Update, task.owner_id) {
        return Err(Error::Forbidden(TaskAct::Update.permission()).into());
    }
    let form = seen.form(&reader.page);
    answer(&web, &reader, (project, id), StatusCode::OK, EditView::new(form, &seen)).await
}

/// `POST /board/{project}/task/{task}/edit`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, id)): Path<(ProjectId, TaskId)>,
    Posted { reader, form }: Posted<EditForm>,
) -> Result<Response, Fault> {
    let shown = form.seen()?;
    let patch = match form.patch(&shown, &reader.page) {
        Ok(patch) => TaskPatch { seen: Some(Box::new(shown.patch())), ..patch },
        Err(fault) => return refuse(&web, &reader, (project, id), form, fault).await,
    };
    let (now, _) = seen(&web, &reader, project, id).await?;
    match update_task(&web.app, &reader.actor, id, patch).await {
        Ok(()) if reader.wants == Wants::Page => {
            Ok(Redirect::to(&format!("/board/{project}")).into_response())
        }
        Ok(()) => task::changed(&web, &reader, project, id).await,
        Err(Error::Conflict(Conflict::ChangedMeanwhile)) => {
            let view = EditView::clash(&reader.page, form.over(&shown, &now, &reader.page), &now);
            answer(&web, &reader, (project, id), StatusCode::CONFLICT, view).await
        }
        Err(Error::Invalid(fault)) => refuse(&web, &reader, (project, id), form, fault).await,
        Err(error) => Err(error.into()),
    }
}

/// The form again, with what was typed and what is wrong with it.
async fn refuse(
    web: &Web,
    reader: &Reader,
    ids: (ProjectId, TaskId),
    form: EditForm,
    fault: kanso_core::Fault,
) -> Result<Response, Fault> {
    let words = fault_in_words(reader.page.locale, &fault);
    let view = EditView { notes: vec![words], seen: form.seen.clone(), form };
    answer(web, reader, ids, StatusCode::UNPROCESSABLE_ENTITY, view).await
}

/// The fields as they are now.
async fn seen(web: &Web, reader: &Reader, project: ProjectId, id: TaskId) -> Result<(Seen, Task), Fault> {
    let task = find_task(&web.app, &reader.actor, id).await?;
    if task.project_id != project {
        return Err(Error::NotFound(Kind::Task).into());
    }
    let tags = tag::list_task_tags(&web.app, &reader.actor, id).await?;
    Ok((Seen::of(&task, tags.into_iter().map(|tag| tag.name).collect()), task))
}

async fn answer(
    web: &Web,
    reader: &Reader,
    (project, task): (ProjectId, TaskId),
    status: StatusCode,
    edit: EditView,
) -> Result<Response, Fault> {
    let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
    let (assignable, categories, tags) = tokio::try_join!(
        project::list_assignable_users(app, actor, project),
        category::list_categories(app, actor, project),
        tag::list_project_tags(app, actor, project),
    )?;
    let fragment = EditFragment {
        may_assign: Rights::load(web, reader, project).await?.may_ever(TaskAct::Assign),
        page,
        project: project.get(),
        task: task.get(),
        assignable: assignable.into_iter().map(|(id, name)| (id.get(), name)).collect(),
        categories: categories.into_iter().map(|category| (category.id.get(), category.name)).collect(),
        tags: tags.into_iter().map(|tag| tag.name).collect(),
        colors: color::ALL
            .iter()
            .map(|color| (color.id, page.text(&format!("color-{}", color.id))))
            .collect(),
        edit,
    };
    respond::page_with(status, &fragment)
}
