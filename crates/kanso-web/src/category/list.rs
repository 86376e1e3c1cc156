//! The categories of a project, and adding one.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use kanso_core::category::{create_category, list_categories};
use kanso_domain::ProjectId;

use super::view::{CategoriesPage, CategoryForm};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/categories`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, CategoryForm::default()).await?)
}

/// `POST /project/{project}/categories`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<CategoryForm>,
) -> Result<Response, Fault> {
    let new = form.fields();
    let done = create_category(&web.app, &reader.actor, project, new.name, new.color).await;
    answer(&reader.page, done, &format!("/project/{project}/categories"), |told| {
        load(&web, &reader, project, told, form)
    })
    .await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: CategoryForm,
) -> Result<CategoriesPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "categories").await?;
    let categories = list_categories(&web.app, &reader.actor, project).await?;
    Ok(CategoriesPage { page: &reader.page, section: "", frame, told, categories, form })
}
