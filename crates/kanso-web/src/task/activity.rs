//! What happened to a task, in sentences.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::event::{Logged, list_task_events};
use kanso_core::project::list_members;
use kanso_core::task::find_task;
use kanso_domain::{TaskId, UserId};

use super::panel::{self, Body, Head};
use super::sheet::name_of;
use super::view::ActivityView;
use crate::activity::words::sentence;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// How many lines are shown.
const MOST: i64 = 500;

/// `GET /task/{task}/activity`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let task = find_task(app, actor, id).await?;
    let (members, events) =
        tokio::try_join!(list_members(app, actor, task.project_id), list_task_events(app, actor, id, MOST),)?;
    let lines = events.iter().map(|logged| line(&reader.page, &members, logged)).collect();
    let head = Head::of(&web, &reader, &task, "activity").await?;
    panel::respond(&reader, StatusCode::OK, head, Body::Activity(lines))
}

fn line(page: &Page, members: &[(UserId, String)], logged: &Logged) -> ActivityView {
    let name = name_of(members, logged.actor_id.get()).or(logged.actor.as_deref());
    let who = name.map_or_else(|| page.text("somebody-by-api"), str::to_owned);
    ActivityView {
        words: sentence(page, &who, logged),
        iso: page.iso(logged.at),
        when: page.moment(logged.at),
    }
}
