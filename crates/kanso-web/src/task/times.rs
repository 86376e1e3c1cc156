//! Who worked on a task for how long.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::subtask::{TimerEntry, list_timers};
use kanso_core::task::find_task;
use kanso_domain::TaskId;

use super::hours;
use super::panel::{self, Body, Head};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// The timesheet of a task.
pub(crate) struct TimesView {
    pub(crate) estimated: String,
    pub(crate) spent: String,
    pub(crate) rows: Vec<TimeRow>,
}

/// A timer that ran, or runs.
pub(crate) struct TimeRow {
    pub(crate) who: String,
    pub(crate) subtask: String,
    pub(crate) start: String,
    /// Empty while it runs.
    pub(crate) end: String,
    pub(crate) hours: String,
}

/// `GET /task/{task}/times`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let task = find_task(&web.app, &reader.actor, id).await?;
    let timers = list_timers(&web.app, &reader.actor, id).await?;
    let view = TimesView {
        estimated: hours::shown(task.time_estimated.unwrap_or_default()),
        spent: hours::shown(task.time_spent.unwrap_or_default()),
        rows: timers.iter().map(|timer| TimeRow::new(&reader.page, timer)).collect(),
    };
    let head = Head::of(&web, &reader, &task, "times").await?;
    panel::respond(&reader, StatusCode::OK, head, Body::Times(view))
}

impl TimeRow {
    fn new(page: &Page, timer: &TimerEntry) -> Self {
        let name = timer.name.as_deref().filter(|name| !name.is_empty()).or(timer.username.as_deref());
        let is_running = timer.ended_at == 0;
        Self {
            who: name.map_or_else(|| page.text("somebody"), str::to_owned),
            subtask: timer.subtask_title.clone(),
            start: page.moment(timer.started_at),
            end: if is_running { String::new() } else { page.moment(timer.ended_at) },
            hours: if is_running { String::new() } else { format!("{:.2}", timer.time_spent) },
        }
    }
}
