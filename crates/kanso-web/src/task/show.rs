//! The sheet of a task.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_domain::TaskId;

use super::sheet;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// `GET /task/{task}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let sheet = sheet::load(&web, &reader, task).await?;
    sheet::respond(&reader, StatusCode::OK, sheet)
}
