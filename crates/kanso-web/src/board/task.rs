//! One task of a board, for scripts that put it into the page.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::board::{OpenTasks, PlacedTask, find_board_task, find_filtered_task};
use kanso_domain::{Lane, ProjectId, TaskId};
use serde::Deserialize;

use super::show::recent;
use super::view::{BoardWords, PlaceView, TaskFragment, TaskView};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Asked {
    /// The filter of the page, if it is not the usual one.
    q: Option<String>,
}

/// A task that the filter hides.
#[derive(Template)]
#[template(path = "board/gone.html")]
struct Gone {
    id: i64,
    open: String,
}

/// `GET /board/{project}/task/{task}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, task)): Path<(ProjectId, TaskId)>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let Some(query) = asked.q else { return changed(&web, &reader, project, task).await };
    let found = find_filtered_task(&web.app, &reader.actor, project, task, &query).await?;
    let open = by_lane(&found.open);
    match found.shown {
        Some(placed) => respond::page(&placed_fragment(&web, &reader, placed, Some(open))),
        None => respond::page(&Gone { id: task.get(), open }),
    }
}

/// The answer to who just created a task.
pub(super) async fn created(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    task: TaskId,
) -> Result<Response, Fault> {
    respond::page_with(StatusCode::CREATED, &fragment(web, reader, project, task).await?)
}

/// The answer to who just changed a task, which the board may not show any more.
pub(super) async fn changed(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    task: TaskId,
) -> Result<Response, Fault> {
    respond::page(&fragment(web, reader, project, task).await?)
}

async fn fragment(web: &Web, reader: &Reader, project: ProjectId, id: TaskId) -> Result<TaskFragment, Fault> {
    let found = find_board_task(&web.app, &reader.actor, project, id).await?;
    Ok(placed_fragment(web, reader, found, None))
}

fn placed_fragment(web: &Web, reader: &Reader, found: PlacedTask, open: Option<String>) -> TaskFragment {
    let place = PlaceView { open, ..PlaceView::new(&found.task, &found.lane) };
    let recent = recent(&web.app.settings());
    let view = TaskView::new(&reader.page, recent, found.task, &found.tags);
    TaskFragment { task: TaskView { place: Some(place), ..view }, words: BoardWords::new(&reader.page) }
}

/// How many open tasks each lane holds: swimlane, column and number, as the script of the board takes them.
fn by_lane(open: &OpenTasks) -> String {
    let lane = |(lane, open): (Lane, i64)| format!("{} {} {open}", lane.swimlane, lane.column);
    open.by_lane().map(lane).collect::<Vec<_>>().join(",")
}
