//! The columns of a board, their order, and adding one.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::column::{add_column, find_column, list_columns, move_column};
use kanso_domain::{ColumnId, ProjectId};
use serde::Deserialize;

use super::view::{ColumnForm, ColumnsPage};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/columns`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, ColumnForm::default()).await?)
}

/// `POST /project/{project}/columns`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<ColumnForm>,
) -> Result<Response, Fault> {
    let added = match form.fields() {
        Ok(new) => {
            add_column(&web.app, &reader.actor, project, new.title, new.task_limit, new.description).await
        }
        Err(error) => Err(error),
    };
    answer(&reader.page, added, &format!("/project/{project}/columns"), |told| {
        load(&web, &reader, project, told, form)
    })
    .await
}

#[derive(Deserialize)]
pub(crate) struct Place {
    position: i64,
}

/// `POST /column/{column}/move`
pub(crate) async fn move_(
    State(web): State<Web>,
    Path(column): Path<ColumnId>,
    Posted { reader, form }: Posted<Place>,
) -> Result<Redirect, Fault> {
    let project = find_column(&web.app, &reader.actor, column).await?.project_id;
    move_column(&web.app, &reader.actor, project, column, form.position).await?;
    Ok(Redirect::to(&format!("/project/{project}/columns")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: ColumnForm,
) -> Result<ColumnsPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "columns").await?;
    let columns = list_columns(&web.app, &reader.actor, project).await?;
    Ok(ColumnsPage { page: &reader.page, section: "", frame, told, columns, form })
}
