//! All subtasks that the reader has to do.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::dashboard::list_my_subtasks;

use super::pager::{LISTED, Pager, Part};
use super::view::{SubtaskRow, SubtasksPage};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /my/subtasks`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (page, skip) = (&reader.page, part.skip());
    let (subtasks, all) = list_my_subtasks(&web.app, &reader.actor, skip, LISTED).await?;
    respond::page(&SubtasksPage {
        page,
        section: "projects",
        tab: "subtasks",
        subtasks: subtasks.into_iter().map(|subtask| SubtaskRow::new(page, subtask)).collect(),
        pager: Pager::new("/my/subtasks?", skip, all),
    })
}
