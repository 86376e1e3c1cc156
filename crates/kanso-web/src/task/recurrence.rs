//! How a task comes again.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{TaskPatch, find_task, update_task};
use kanso_domain::TaskId;
use serde::Deserialize;

use super::panel::{self, Body, Head};
use super::series::{Form, SeriesView};
use super::sheet;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;

/// The form: numbers as they are stored, and what each means.
pub(crate) struct RecurrenceView {
    pub(crate) recurs: bool,
    pub(crate) trigger: i64,
    pub(crate) factor: i64,
    pub(crate) timeframe: i64,
    pub(crate) basedate: i64,
    pub(crate) triggers: [String; 3],
    pub(crate) timeframes: [String; 3],
    pub(crate) basedates: [String; 2],
    /// Whether an occurrence after this one was made already.
    pub(crate) is_processed: bool,
    pub(crate) has_due_date: bool,
    /// The other way: on days of the calendar.
    pub(crate) series: SeriesView,
}

#[derive(Deserialize)]
pub(crate) struct RecurrenceForm {
    recurs: Option<String>,
    trigger: i64,
    factor: i64,
    timeframe: i64,
    basedate: i64,
}

/// `GET /task/{task}/recurrence`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    page(&web, &reader, id, StatusCode::OK, None).await
}

/// The page, with what somebody filled in that was refused, and why.
pub(super) async fn page(
    web: &Web,
    reader: &Reader,
    id: TaskId,
    status: StatusCode,
    refused: Option<(&Form, Option<String>)>,
) -> Result<Response, Fault> {
    let task = find_task(&web.app, &reader.actor, id).await?;
    let page = &reader.page;
    let view = RecurrenceView {
        recurs: task.recurrence_status == 1,
        trigger: task.recurrence_trigger,
        factor: task.recurrence_factor,
        timeframe: task.recurrence_timeframe,
        basedate: task.recurrence_basedate,
        triggers: [page.text("recur-first"), page.text("recur-last"), page.text("recur-closed")],
        timeframes: timeframes(page),
        basedates: [page.text("recur-from-due"), page.text("recur-from-act")],
        is_processed: task.recurrence_status == 2,
        has_due_date: task.date_due.is_some_and(|at| at > 0),
        series: SeriesView::load(web, reader, id, refused).await?,
    };
    let head = Head::of(web, reader, &task, "recurrence").await?;
    panel::respond(reader, status, head, Body::Recurrence(Box::new(view)))
}

fn timeframes(page: &Page) -> [String; 3] {
    [page.text("recur-days"), page.text("recur-months"), page.text("recur-years")]
}

/// `POST /task/{task}/recurrence`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<RecurrenceForm>,
) -> Result<Response, Fault> {
    let patch = TaskPatch {
        recurrence_status: Some(i64::from(form.recurs.is_some())),
        recurrence_trigger: Some(form.trigger.clamp(0, 2)),
        recurrence_factor: Some(form.factor.clamp(-10_000, 10_000)),
        recurrence_timeframe: Some(form.timeframe.clamp(0, 2)),
        recurrence_basedate: Some(form.basedate.clamp(0, 1)),
        ..TaskPatch::default()
    };
    match update_task(&web.app, &reader.actor, task, patch).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}")).into_response()),
        Err(error) => sheet::refuse(&web, &reader, task, error, |_| ()).await,
    }
}
