//! The tags of all projects.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::tag::{create_global_tag, list_global_tags, remove_global_tag, update_global_tag};
use kanso_core::{Error, Kind};
use kanso_domain::TagId;

use super::view::{GlobalTagPage, GlobalTagsPage, TagForm};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /settings/tags`
pub(crate) async fn list(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load_all(&web, &reader, told, TagForm::default()).await?)
}

/// `POST /settings/tags`
pub(crate) async fn add(
    State(web): State<Web>,
    Posted { reader, form }: Posted<TagForm>,
) -> Result<Response, Fault> {
    let added = match form.fields() {
        Ok((name, color)) => create_global_tag(&web.app, &reader.actor, name, color).await,
        Err(error) => Err(error),
    };
    answer(&reader.page, added, "/settings/tags", |told| load_all(&web, &reader, told, form)).await
}

/// `GET /settings/tags/{tag}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(tag): Path<TagId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, tag, Told::default(), None).await?)
}

/// `POST /settings/tags/{tag}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(tag): Path<TagId>,
    Posted { reader, form }: Posted<TagForm>,
) -> Result<Response, Fault> {
    let saved = match form.fields() {
        Ok((name, color)) => update_global_tag(&web.app, &reader.actor, tag, name, color).await,
        Err(error) => Err(error),
    };
    answer(&reader.page, saved, "/settings/tags", |told| load(&web, &reader, tag, told, Some(form))).await
}

/// `POST /settings/tags/{tag}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(tag): Path<TagId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_global_tag(&web.app, &reader.actor, tag).await?;
    Ok(Redirect::to("/settings/tags?done"))
}

async fn load_all<'a>(
    web: &Web,
    reader: &'a Reader,
    told: Told,
    form: TagForm,
) -> Result<GlobalTagsPage<'a>, Fault> {
    let tags = list_global_tags(&web.app, &reader.actor).await?;
    Ok(GlobalTagsPage::new(&reader.page, tags, told, form))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    tag: TagId,
    told: Told,
    form: Option<TagForm>,
) -> Result<GlobalTagPage<'a>, Fault> {
    let tags = list_global_tags(&web.app, &reader.actor).await?;
    let tag = tags.into_iter().find(|known| known.id == tag).ok_or(Error::NotFound(Kind::Tag))?;
    let form = form.unwrap_or_else(|| TagForm::of(&tag));
    Ok(GlobalTagPage::new(&reader.page, tag, told, form))
}
