//! Moving a task by taps: which column, which swimlane, which place in it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::board::{find_board_columns, find_board_task};
use kanso_domain::{ProjectId, TaskId};

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::rights::Rights;
use crate::web::Web;

#[derive(Template)]
#[template(path = "board/place.html")]
struct PlaceFragment<'a> {
    page: &'a Page,
    task: i64,
    title: String,
    columns: Vec<(i64, String)>,
    swimlanes: Vec<(i64, String)>,
    column: i64,
    swimlane: i64,
    position: usize,
}

/// `GET /board/{project}/task/{task}/place`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, task)): Path<(ProjectId, TaskId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    if reader.wants == Wants::Page {
        return Ok(Redirect::to(&format!("/task/{task}")).into_response());
    }
    let found = find_board_task(&web.app, &reader.actor, project, task).await?;
    let (columns, swimlanes) = find_board_columns(&web.app, &reader.actor, project).await?;
    let rights = Rights::load(&web, &reader, project).await?;
    respond::page(&PlaceFragment {
        page: &reader.page,
        task: task.get(),
        columns: columns
            .into_iter()
            .filter(|to| rights.may_move(found.task.column_id, to.id, found.task.owner_id))
            .map(|column| (column.id.get(), column.title))
            .collect(),
        swimlanes: swimlanes.into_iter().map(|swimlane| (swimlane.id.get(), swimlane.name)).collect(),
        column: found.task.column_id.get(),
        swimlane: found.task.swimlane_id.get(),
        position: found.lane.iter().take_while(|id| **id != task).count() + 1,
        title: found.task.title,
    })
}
