//! The tags of all projects.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::tag::{Tag, create_global_tag, list_global_tags, remove_global_tag, update_global_tag};
use kanso_core::{Error, Kind};
use kanso_domain::TagId;

use super::view::{GlobalTagPage, GlobalTagsPage, TagForm};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /settings/tags`
pub(crate) async fn list(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    let tags = list_global_tags(&web.app, &reader.actor).await?;
    respond::page(&GlobalTagsPage::new(&reader.page, tags, told, TagForm::default()))
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
    match added {
        Ok(_) => Ok(Redirect::to("/settings/tags?done").into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            let tags = list_global_tags(&web.app, &reader.actor).await?;
            respond::page_with(status, &GlobalTagsPage::new(&reader.page, tags, told, form))
        }
    }
}

/// `GET /settings/tags/{tag}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(tag): Path<TagId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let tag = find(&web, &reader, tag).await?;
    let form = TagForm::of(&tag);
    respond::page(&GlobalTagPage::new(&reader.page, tag, Told::default(), form))
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
    match saved {
        Ok(()) => Ok(Redirect::to("/settings/tags?done").into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            let tag = find(&web, &reader, tag).await?;
            respond::page_with(status, &GlobalTagPage::new(&reader.page, tag, told, form))
        }
    }
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

async fn find(web: &Web, reader: &Reader, tag: TagId) -> Result<Tag, Fault> {
    let tags = list_global_tags(&web.app, &reader.actor).await?;
    let found = tags.into_iter().find(|known| known.id == tag);
    Ok(found.ok_or(Error::NotFound(Kind::Tag))?)
}
