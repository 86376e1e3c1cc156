//! "Add a task" at the end of a lane.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::find_project;
use kanso_core::task::{NewTask, create_task};
use kanso_domain::{ColumnId, ProjectId, SwimlaneId};
use serde::Deserialize;

use super::task::created;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Wants;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct AddForm {
    title: String,
    column: Option<ColumnId>,
    swimlane: Option<SwimlaneId>,
}

/// `POST /board/{project}/task`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<AddForm>,
) -> Result<Response, Fault> {
    let priority = find_project(&web.app, &reader.actor, project).await?.priority_default;
    let new = NewTask {
        project,
        title: form.title.trim().to_owned(),
        column: form.column,
        swimlane: form.swimlane,
        priority: Some(priority),
        ..NewTask::default()
    };
    let task = create_task(&web.app, &reader.actor, new).await?;
    match reader.wants {
        Wants::Page => Ok(Redirect::to(&format!("/board/{project}")).into_response()),
        Wants::Fragment => created(&web, &reader, project, task).await,
        Wants::Data => {
            Ok((StatusCode::CREATED, [(header::LOCATION, format!("/task/{task}"))]).into_response())
        }
    }
}
