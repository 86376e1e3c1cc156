//! The small picture of an image.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use kanso_core::file::find_thumbnail;
use kanso_domain::{FileId, TaskId};

use super::{content, etag, find, has_it, not_modified};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// `GET /task/{task}/file/{file}/thumbnail`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((task, file)): Path<(TaskId, FileId)>,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Response, Fault> {
    let etag = etag(&find(&web, &reader, task, file).await?.path);
    if has_it(&headers, &etag) {
        return Ok(not_modified(&etag));
    }
    let thumbnail = find_thumbnail(&web.app, &reader.actor, file).await?;
    Ok(content(thumbnail.content, thumbnail.media_type, &etag))
}
