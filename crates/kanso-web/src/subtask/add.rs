//! Adding subtasks, a title per line.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::subtask::create_subtasks;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{TaskId, UserId};
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::{hours, sheet};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct AddForm {
    titles: String,
    #[serde(default)]
    user: UserId,
    #[serde(default)]
    estimated: String,
}

/// `POST /task/{task}/subtask`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<AddForm>,
) -> Result<Response, Fault> {
    let titles = form.titles.lines().map(str::trim).filter(|title| !title.is_empty()).map(str::to_owned);
    let added = match hours::read(&form.estimated) {
        Some(estimated) => {
            create_subtasks(&web.app, &reader.actor, task, titles.collect(), form.user, estimated).await
        }
        None => Err(Error::Invalid(CoreFault::Unknown("time_estimated"))),
    };
    match added {
        Ok(_) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => {
            sheet::refuse(&web, &reader, task, error, |sheet| sheet.new_subtasks = form.titles).await
        }
    }
}
