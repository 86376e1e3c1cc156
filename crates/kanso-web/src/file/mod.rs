//! Files of tasks and of projects, for browsers.

pub(crate) mod add;
pub(crate) mod download;
pub(crate) mod preview;
pub(crate) mod project;
pub(crate) mod remove;
pub(crate) mod thumbnail;
pub(crate) mod view;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kanso_core::file::{self, FileDetails};
use kanso_core::{Error, Kind};
use kanso_domain::{FileId, TaskId};

pub(crate) use download::disposition;

use crate::fault::Fault;
use crate::reader::{Reader, text_of};
use crate::web::Web;

/// The file, if it is the task's and the reader may see it.
async fn find(web: &Web, reader: &Reader, task: TaskId, id: FileId) -> Result<FileDetails, Fault> {
    let found = file::find_task_file(&web.app, &reader.actor, id).await?;
    if found.task_id == task { Ok(found) } else { Err(missing()) }
}

fn missing() -> Fault {
    Fault::Core(Error::NotFound(Kind::File))
}

/// The name of the content at a path, which never changes: a browser that has it need not fetch it again.
fn etag(path: &str) -> String {
    format!("\"{}\"", file::etag(path))
}

fn has_it(headers: &HeaderMap, etag: &str) -> bool {
    text_of(headers, header::IF_NONE_MATCH).split(',').any(|known| known.trim() == etag)
}

fn not_modified(etag: &str) -> Response {
    with(StatusCode::NOT_MODIFIED.into_response(), &[(header::ETAG, etag)])
}

/// Content with its type and the name under which a browser has it.
fn content(body: impl Into<Body>, media_type: &str, etag: &str) -> Response {
    with(Response::new(body.into()), &[(header::CONTENT_TYPE, media_type), (header::ETAG, etag)])
}

fn with(mut response: Response, headers: &[(header::HeaderName, &str)]) -> Response {
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
