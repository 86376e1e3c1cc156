//! The text of a file, to read in the page.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::file::read_task_file;
use kanso_domain::{FileId, TaskId};

use super::{find, missing};
use crate::fault::Fault;
use crate::markdown;
use crate::reader::Reader;
use crate::task::panel::{self, Body, Head};
use crate::web::Web;

/// How much of a file is shown, in bytes.
const SHOWN: usize = 256 * 1024;
/// Endings of files that hold text.
const TEXTS: [&str; 24] = [
    "txt", "md", "markdown", "log", "csv", "tsv", "json", "xml", "yaml", "yml", "toml", "ini", "conf", "sql",
    "sh", "py", "rs", "js", "ts", "css", "html", "php", "diff", "patch",
];

/// A text file as its page shows it.
pub(crate) struct PreviewView {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// What the text says as Markdown, if it is that.
    pub(crate) html: Option<String>,
    pub(crate) text: String,
    pub(crate) is_cut: bool,
}

/// `GET /task/{task}/file/{file}/preview`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((task, file)): Path<(TaskId, FileId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find(&web, &reader, task, file).await?;
    if !is_readable(&found.name) {
        return Err(missing());
    }
    let bytes = read_task_file(&web.app, &reader.actor, file).await?.ok_or_else(missing)?;
    let view = PreviewView::new(file, found.name, &bytes);
    let head = Head::load(&web, &reader, task, "").await?;
    panel::respond(&reader, StatusCode::OK, head, Body::Preview(view))
}

impl PreviewView {
    pub(super) fn new(file: FileId, name: String, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes.get(..SHOWN).unwrap_or(bytes)).into_owned();
        let is_markdown = matches!(ending(&name).as_str(), "md" | "markdown");
        Self {
            id: file.get(),
            html: is_markdown.then(|| markdown::render(&text)),
            is_cut: bytes.len() > SHOWN,
            name,
            text,
        }
    }
}

/// Whether the text of a file with this name can be shown.
pub(super) fn is_readable(name: &str) -> bool {
    TEXTS.contains(&ending(name).as_str())
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}
