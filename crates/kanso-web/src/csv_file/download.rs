//! Sending a table as a file.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::Stream;

use crate::fault::Fault;
use crate::file::disposition;

/// What tells some programs for tables that a file is in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The beginning of a file: its heading, behind the mark if that is asked for.
pub(crate) fn beginning(heading: &[&str], has_mark: bool) -> Vec<u8> {
    let mut file = if has_mark { MARK.to_vec() } else { Vec::new() };
    file.extend(super::lines([heading]));
    file
}

/// The file under a name without an ending.
pub(crate) fn download(name: &str, content: impl Into<Body>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, disposition("attachment", &format!("{name}.csv"))),
    ];
    (headers, content.into()).into_response()
}

/// The same for one that is made while it is sent. When a part fails, the answer breaks off, so that nobody takes it
/// for whole.
pub(crate) fn streamed(
    name: &str,
    parts: impl Stream<Item = Result<Bytes, Fault>> + Send + 'static,
) -> Response {
    let parts = futures_util::StreamExt::map(parts, |part| {
        part.map_err(|fault| {
            tracing::error!(?fault, "a file breaks off");
            std::io::Error::other("the rest cannot be read")
        })
    });
    download(name, Body::from_stream(parts))
}
