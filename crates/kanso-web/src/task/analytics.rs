//! How long a task took, and where.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::column::{Column, list_columns};
use kanso_core::task::{Task, Transition, find_task, list_transitions};
use kanso_domain::TaskId;

use super::panel::{self, Body, Head};
use super::span;
use super::transitions::title;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// The figures of a task.
pub(crate) struct AnalyticsView {
    /// From its creation to its end, or until now.
    pub(crate) lead: String,
    /// From its start to its end, or until now; none before it starts.
    pub(crate) cycle: Option<String>,
    pub(crate) columns: Vec<ColumnTime>,
}

/// How long it was in a column, in words and as a part of the longest (0 to 100).
pub(crate) struct ColumnTime {
    pub(crate) title: String,
    pub(crate) time: String,
    pub(crate) part: i64,
}

/// `GET /task/{task}/analytics`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let task = find_task(app, actor, id).await?;
    let columns = list_columns(app, actor, task.project_id).await?;
    let transitions = list_transitions(app, actor, id).await?;
    let view = AnalyticsView::new(&reader.page, &task, &columns, &transitions);
    let head = Head::of(&web, &reader, &task, "analytics").await?;
    panel::respond(&reader, StatusCode::OK, head, Body::Analytics(view))
}

impl AnalyticsView {
    fn new(page: &Page, task: &Task, columns: &[Column], transitions: &[Transition]) -> Self {
        let end = task.date_completed.filter(|at| *at > 0).unwrap_or(page.now);
        let started = task.date_started.filter(|at| *at > 0 && *at <= end);
        let spent = spent(task, end, columns, transitions);
        let longest = spent.iter().map(|(_, seconds)| *seconds).max().unwrap_or_default().max(1);
        let column = |(title, seconds): (String, i64)| ColumnTime {
            title,
            time: span::in_words(page, seconds),
            part: seconds * 100 / longest,
        };
        Self {
            lead: span::in_words(page, end - task.date_creation),
            cycle: started.map(|at| span::in_words(page, end - at)),
            columns: spent.into_iter().map(column).collect(),
        }
    }
}

/// The seconds in each column that the task was in, in the order of the board; columns that are gone come last.
fn spent(task: &Task, end: i64, columns: &[Column], transitions: &[Transition]) -> Vec<(String, i64)> {
    let mut spent: Vec<(String, i64)> = columns.iter().map(|column| (column.title.clone(), 0)).collect();
    let last = (title(columns, task.column_id, None), (end - task.date_moved).max(0));
    let left = transitions.iter().map(|one| (title(columns, one.from, one.from_title.as_deref()), one.spent));
    for (title, seconds) in left.chain([last]) {
        match spent.iter_mut().find(|(known, _)| *known == title) {
            Some((_, sum)) => *sum += seconds,
            None => spent.push((title, seconds)),
        }
    }
    spent.retain(|(_, seconds)| *seconds > 0);
    spent
}
