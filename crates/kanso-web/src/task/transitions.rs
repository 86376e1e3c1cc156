//! The way of a task through the columns.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::column::{Column, list_columns};
use kanso_core::project::list_members;
use kanso_core::task::{Transition, find_task, list_transitions};
use kanso_domain::{ColumnId, TaskId, UserId};

use super::panel::{self, Body, Head};
use super::sheet::name_of;
use super::span;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// A move from one column to another.
pub(crate) struct TransitionView {
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) who: String,
    /// For how long it was where it left.
    pub(crate) spent: String,
}

/// `GET /task/{task}/transitions`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let task = find_task(app, actor, id).await?;
    let (columns, members, transitions) = tokio::try_join!(
        list_columns(app, actor, task.project_id),
        list_members(app, actor, task.project_id),
        list_transitions(app, actor, id),
    )?;
    let view = |one: &Transition| TransitionView::new(&reader.page, one, &columns, &members);
    let body = Body::Transitions(transitions.iter().map(view).collect());
    let head = Head::of(&web, &reader, &task, "transitions").await?;
    panel::respond(&reader, StatusCode::OK, head, body)
}

impl TransitionView {
    fn new(page: &Page, one: &Transition, columns: &[Column], members: &[(UserId, String)]) -> Self {
        let name = name_of(members, one.user.get()).or(one.username.as_deref());
        Self {
            iso: page.iso(one.at),
            when: page.moment(one.at),
            from: title(columns, one.from, one.from_title.as_deref()),
            to: title(columns, one.to, one.to_title.as_deref()),
            who: name.map_or_else(|| page.text("somebody-by-api"), str::to_owned),
            spent: span::in_words(page, one.spent),
        }
    }
}

/// What the column is called now, else what it was called then.
pub(super) fn title(columns: &[Column], id: ColumnId, then: Option<&str>) -> String {
    let now = columns.iter().find(|column| column.id == id).map(|column| column.title.as_str());
    now.or(then).unwrap_or("?").to_owned()
}
