//! Changing a subtask.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::subtask::{SubtaskPatch, find_subtask, update_subtask};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{SubtaskId, UserId};
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::task::{hours, sheet};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct SaveForm {
    title: String,
    user: UserId,
    estimated: String,
    spent: String,
}

/// `POST /subtask/{subtask}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, form }: Posted<SaveForm>,
) -> Result<Response, Fault> {
    let task = find_subtask(&web.app, &reader.actor, subtask).await?.task_id;
    let saved = match form.patch() {
        Ok(patch) => update_subtask(&web.app, &reader.actor, task, subtask, patch).await,
        Err(fault) => Err(Error::Invalid(fault)),
    };
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}

impl SaveForm {
    fn patch(&self) -> Result<SubtaskPatch, CoreFault> {
        let title = self.title.trim();
        if title.is_empty() {
            return Err(CoreFault::Missing("title"));
        }
        let read = |text: &str, field| hours::read(text).ok_or(CoreFault::Unknown(field));
        Ok(SubtaskPatch {
            title: Some(title.to_owned()),
            user: Some(self.user),
            time_estimated: Some(read(&self.estimated, "time_estimated")?),
            time_spent: Some(read(&self.spent, "time_spent")?),
            ..SubtaskPatch::default()
        })
    }
}
