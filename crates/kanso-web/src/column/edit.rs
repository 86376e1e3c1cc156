//! Changing a column, and removing it.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::column::{find_column, remove_column, update_column};
use kanso_domain::ColumnId;

use super::view::{ColumnForm, ColumnPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /column/{column}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(column): Path<ColumnId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, column, Told::default(), None).await?)
}

/// `POST /column/{column}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(column): Path<ColumnId>,
    Posted { reader, form }: Posted<ColumnForm>,
) -> Result<Response, Fault> {
    let project = find_column(&web.app, &reader.actor, column).await?.project_id;
    let saved = match form.fields() {
        Ok(fields) => update_column(&web.app, &reader.actor, column, fields).await,
        Err(error) => Err(error),
    };
    let back = format!("/project/{project}/columns");
    answer(&reader.page, saved, &back, |told| load(&web, &reader, column, told, Some(form))).await
}

/// `POST /column/{column}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(column): Path<ColumnId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let project = find_column(&web.app, &reader.actor, column).await?.project_id;
    let done = remove_column(&web.app, &reader.actor, column).await;
    let back = format!("/project/{project}/columns");
    answer(&reader.page, done, &back, |told| load(&web, &reader, column, told, None)).await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    column: ColumnId,
    told: Told,
    form: Option<ColumnForm>,
) -> Result<ColumnPage<'a>, Fault> {
    let column = find_column(&web.app, &reader.actor, column).await?;
    let frame = Frame::load(web, reader, column.project_id, "columns").await?;
    let form = form.unwrap_or_else(|| ColumnForm::of(&column));
    Ok(ColumnPage { page: &reader.page, section: "", frame, told, column, form })
}
