//! Changing a text that a project keeps ready, and keeping it no longer.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::predefined::{list_descriptions, remove_description, update_description};
use kanso_core::{Error, Kind};
use kanso_domain::{DescriptionId, ProjectId};

use super::view::{TextForm, TextPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/texts/{text}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, text)): Path<(ProjectId, DescriptionId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, (project, text), Told::default(), None).await?)
}

/// `POST /project/{project}/texts/{text}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, text)): Path<(ProjectId, DescriptionId)>,
    Posted { reader, form }: Posted<TextForm>,
) -> Result<Response, Fault> {
    let (title, description) = (form.title.trim().to_owned(), form.description.clone());
    let saved = update_description(&web.app, &reader.actor, project, text, title, description).await;
    let back = format!("/project/{project}/texts");
    answer(&reader.page, saved, &back, |told| load(&web, &reader, (project, text), told, Some(form))).await
}

/// `POST /project/{project}/texts/{text}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, text)): Path<(ProjectId, DescriptionId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_description(&web.app, &reader.actor, project, text).await?;
    Ok(Redirect::to(&format!("/project/{project}/texts?done")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    (project, text): (ProjectId, DescriptionId),
    told: Told,
    form: Option<TextForm>,
) -> Result<TextPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "texts").await?;
    let texts = list_descriptions(&web.app, &reader.actor, project).await?;
    let found = texts.into_iter().find(|known| known.id == text);
    let text = found.ok_or(Error::NotFound(Kind::Description))?;
    let as_stored = || TextForm { title: text.title.clone(), description: text.description.clone() };
    let form = form.unwrap_or_else(as_stored);
    Ok(TextPage { page: &reader.page, section: "", frame, told, text, form })
}
