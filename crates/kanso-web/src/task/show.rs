//! The sheet of a task.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_domain::TaskId;
use serde::Deserialize;

use super::sheet;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Asked {
    /// A comment to answer, whose text the new one quotes.
    reply: Option<i64>,
}

/// `GET /task/{task}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut sheet = sheet::load(&web, &reader, task).await?;
    let quoted = sheet.comments.iter().find(|comment| Some(comment.id) == asked.reply);
    if let Some(comment) = quoted {
        let lines: Vec<String> = comment.text.lines().map(|line| format!("> {line}")).collect();
        let wrote = reader.page.say("comment-wrote", "name", &comment.author.name);
        sheet.new_comment = format!("{wrote}\n{}\n\n", lines.join("\n"));
    }
    sheet::respond(&reader, StatusCode::OK, sheet)
}
