//! Changing a text that a project keeps ready, and keeping it no longer.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::predefined::{Description, list_descriptions, remove_description, update_description};
use kanso_core::{Error, Kind};
use kanso_domain::{DescriptionId, ProjectId};

use super::view::{TextForm, TextPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/texts/{text}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, text)): Path<(ProjectId, DescriptionId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (frame, text) = load(&web, &reader, project, text).await?;
    let form = TextForm { title: text.title.clone(), description: text.description.clone() };
    let told = Told::default();
    respond::page(&TextPage { page: &reader.page, section: "", frame, told, text, form })
}

/// `POST /project/{project}/texts/{text}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, text)): Path<(ProjectId, DescriptionId)>,
    Posted { reader, form }: Posted<TextForm>,
) -> Result<Response, Fault> {
    let (title, description) = (form.title.trim().to_owned(), form.description.clone());
    match update_description(&web.app, &reader.actor, project, text, title, description).await {
        Ok(()) => Ok(Redirect::to(&format!("/project/{project}/texts?done")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            let (frame, text) = load(&web, &reader, project, text).await?;
            let page = TextPage { page: &reader.page, section: "", frame, told, text, form };
            respond::page_with(status, &page)
        }
    }
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

async fn load(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    text: DescriptionId,
) -> Result<(Frame, Description), Fault> {
    let frame = Frame::load(web, reader, project, "texts").await?;
    let texts = list_descriptions(&web.app, &reader.actor, project).await?;
    let found = texts.into_iter().find(|known| known.id == text);
    Ok((frame, found.ok_or(Error::NotFound(Kind::Description))?))
}
