//! Attaching files to a task.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::file::add_task_file;
use kanso_core::task::find_task;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{FileId, TaskId};
use serde_json::{Value, json};

use super::download::picture;
use crate::fault::Fault;
use crate::reader::Wants;
use crate::task::sheet;
use crate::uploaded::Uploaded;
use crate::web::Web;

/// `POST /task/{task}/file`: scripts that put a picture into a text get where each file is.
pub(crate) async fn add(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Uploaded { reader, files, .. }: Uploaded,
) -> Result<Response, Fault> {
    let project = find_task(&web.app, &reader.actor, task).await?.project_id;
    if files.is_empty() {
        let missing = Error::Invalid(CoreFault::Missing("file"));
        return sheet::refuse(&web, &reader, task, missing, |_| ()).await;
    }
    let mut added: Vec<Value> = Vec::new();
    for new in files {
        let name = new.name.clone();
        match add_task_file(&web.app, &reader.actor, project, task, new).await {
            Ok(file) => added.push(about(task, file, &name)),
            Err(error) => return sheet::refuse(&web, &reader, task, error, |_| ()).await,
        }
    }
    Ok(match reader.wants {
        Wants::Data => (StatusCode::CREATED, Json(Value::Array(added))).into_response(),
        Wants::Page | Wants::Fragment => Redirect::to(&format!("/task/{task}")).into_response(),
    })
}

fn about(task: TaskId, file: FileId, name: &str) -> Value {
    let is_picture = picture(name).is_some();
    let url = format!("/task/{task}/file/{file}{}", if is_picture { "?inline" } else { "" });
    json!({ "name": name, "url": url, "is_picture": is_picture })
}
