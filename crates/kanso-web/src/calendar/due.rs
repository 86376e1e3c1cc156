//! A task carried to another day of the calendar.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kanso_core::task::{TaskPatch, update_task};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::TaskId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Wants;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Form {
    /// The day on which it shall be due, as `2026-11-22`; the time of day stays.
    day: String,
    /// When it was due as the page shows it, in Unix seconds.
    seen: i64,
}

/// `POST /task/{task}/day`
pub(crate) async fn carry(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let day: Date = form.day.parse().map_err(|_| Error::Invalid(CoreFault::Unknown("date_due")))?;
    let due = day.to_datetime(reader.page.civil(form.seen).time()).to_zoned(reader.page.zone.clone());
    let due = due.map_err(|_| Error::Invalid(CoreFault::Unknown("date_due")))?.timestamp().as_second();
    let seen = TaskPatch { date_due: Some(form.seen), ..TaskPatch::default() };
    let patch = TaskPatch { date_due: Some(due), seen: Some(Box::new(seen)), ..TaskPatch::default() };
    update_task(&web.app, &reader.actor, task, patch).await?;
    match reader.wants {
        Wants::Page => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Wants::Fragment | Wants::Data => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}
