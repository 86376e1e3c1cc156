//! Ticking a box of a check list in the description.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{TaskPatch, find_task, update_task};
use kanso_core::{Conflict, Error};
use kanso_domain::TaskId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::markdown::boxes;
use crate::posted::Posted;
use crate::reader::{Reader, Wants};
use crate::web::Web;

/// Which box, as the page showed it.
#[derive(Deserialize)]
pub(crate) struct CheckForm {
    /// Counted from 0.
    number: usize,
    /// What stood beside it.
    label: String,
    /// 1 to tick it, 0 to clear it.
    ticked: u8,
}

/// `POST /task/{task}/check`
pub(crate) async fn check(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<CheckForm>,
) -> Result<Response, Fault> {
    let stored = find_task(&web.app, &reader.actor, task).await?.description.unwrap_or_default();
    let text = form.apply(&stored).ok_or(Error::Conflict(Conflict::ChangedMeanwhile))?;
    let seen = TaskPatch { description: Some(stored), ..TaskPatch::default() };
    let patch = TaskPatch { description: Some(text), seen: Some(Box::new(seen)), ..TaskPatch::default() };
    update_task(&web.app, &reader.actor, task, patch).await?;
    Ok(done(&reader, task))
}

impl CheckForm {
    /// The text with the box as it was asked for; `None` when that box is not there any more.
    pub(crate) fn apply(&self, text: &str) -> Option<String> {
        let boxes = boxes(text);
        let found = boxes.get(self.number).filter(|found| found.label == self.label)?;
        Some(found.turned(text, self.ticked == 1))
    }
}

pub(crate) fn done(reader: &Reader, task: TaskId) -> Response {
    match reader.wants {
        Wants::Data => StatusCode::NO_CONTENT.into_response(),
        Wants::Page | Wants::Fragment => Redirect::to(&format!("/task/{task}")).into_response(),
    }
}
