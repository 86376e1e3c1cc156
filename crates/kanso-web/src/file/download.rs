//! A file, to keep or to look at.

use std::fmt::Write;

use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use kanso_core::file::read_task_file;
use kanso_domain::{FileId, TaskId};

use super::{content, etag, find, has_it, missing, not_modified, with};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// `GET /task/{task}/file/{file}`: the file to keep; with `?inline` what a browser shows by itself.
pub(crate) async fn download(
    State(web): State<Web>,
    Path((task, file)): Path<(TaskId, FileId)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find(&web, &reader, task, file).await?;
    let etag = etag(&found.path);
    if has_it(&headers, &etag) {
        return Ok(not_modified(&etag));
    }
    let bytes = read_task_file(&web.app, &reader.actor, file).await?.ok_or_else(missing)?;
    Ok(sent(&found.name, bytes, &etag, query.as_deref()))
}

/// The file to keep; with `?inline` what a browser shows by itself.
pub(super) fn sent(name: &str, bytes: impl Into<Body>, etag: &str, query: Option<&str>) -> Response {
    let wants_inline = query.is_some_and(|query| query.split('&').any(|part| part.starts_with("inline")));
    let (media_type, way) = match shown(name) {
        Some(media_type) if wants_inline => (media_type, "inline"),
        _ => ("application/octet-stream", "attachment"),
    };
    let named = disposition(way, name);
    with(content(bytes, media_type, etag), &[(header::CONTENT_DISPOSITION, &named)])
}

/// The type of a picture that a browser shows without running anything in it; by its ending, which the browser
/// is told not to question. SVG is none: it can hold scripts.
pub(super) fn picture(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending.to_ascii_lowercase().as_str() {
        "jpeg" | "jpg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        _ => return None,
    })
}

/// What a browser shows by itself: pictures, and PDF in a viewer of its own.
fn shown(name: &str) -> Option<&'static str> {
    let is_pdf = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("pdf"));
    if is_pdf { Some("application/pdf") } else { picture(name) }
}

/// The name twice: in ASCII for old browsers, and whole.
pub(crate) fn disposition(way: &str, name: &str) -> String {
    let plain = |c: char| if c.is_ascii_graphic() && !"\"\\%/;".contains(c) || c == ' ' { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let mut whole = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            whole.push(char::from(byte));
        } else {
            let _ = write!(whole, "%{byte:02X}");
        }
    }
    format!("{way}; filename=\"{ascii}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_a_name() {
        assert_eq!(
            disposition("attachment", "plan \"é\"\r\n.txt"),
            "attachment; filename=\"plan _____.txt\"; filename*=UTF-8''plan%20%22%C3%A9%22%0D%0A.txt"
        );
    }

    #[test]
    fn only_pictures_without_scripts_are_shown() {
        assert_eq!(picture("a.b.PNG"), Some("image/png"));
        for other in ["a.svg", "a.html", "png", "", "a.pdf"] {
            assert_eq!(picture(other), None, "{other}");
        }
    }
}
