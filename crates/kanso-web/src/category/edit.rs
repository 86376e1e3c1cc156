//! Changing a category, and removing it.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::category::{find_category, remove_category, update_category};
use kanso_domain::CategoryId;

use super::view::{CategoryForm, CategoryPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /category/{category}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(category): Path<CategoryId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, category, Told::default(), None).await?)
}

/// `POST /category/{category}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(category): Path<CategoryId>,
    Posted { reader, form }: Posted<CategoryForm>,
) -> Result<Response, Fault> {
    let project = find_category(&web.app, &reader.actor, category).await?.project_id;
    let done = update_category(&web.app, &reader.actor, category, form.fields()).await;
    answer(&reader.page, done, &format!("/project/{project}/categories"), |told| {
        load(&web, &reader, category, told, Some(form))
    })
    .await
}

/// `POST /category/{category}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(category): Path<CategoryId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let project = find_category(&web.app, &reader.actor, category).await?.project_id;
    remove_category(&web.app, &reader.actor, category).await?;
    Ok(Redirect::to(&format!("/project/{project}/categories?done")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    category: CategoryId,
    told: Told,
    form: Option<CategoryForm>,
) -> Result<CategoryPage<'a>, Fault> {
    let category = find_category(&web.app, &reader.actor, category).await?;
    let frame = Frame::load(web, reader, category.project_id, "categories").await?;
    let form = form.unwrap_or_else(|| CategoryForm::of(&category));
    Ok(CategoryPage { page: &reader.page, section: "", frame, told, category, form })
}
