//! Changing a tag of a project, and removing it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::tag::{Tag, list_project_tags, remove_tag, update_tag};
use kanso_core::{Error, Kind};
use kanso_domain::{ProjectId, TagId};

use super::view::{TagForm, TagPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/tags/{tag}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (frame, tag) = load(&web, &reader, project, tag).await?;
    let form = TagForm::of(&tag);
    respond::page(&TagPage::new(&reader.page, frame, tag, Told::default(), form))
}

/// `POST /project/{project}/tags/{tag}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    Posted { reader, form }: Posted<TagForm>,
) -> Result<Response, Fault> {
    let (frame, tag) = load(&web, &reader, project, tag).await?;
    let saved = match form.fields() {
        Ok((name, color)) => update_tag(&web.app, &reader.actor, tag.id, name, color).await,
        Err(error) => Err(error),
    };
    match saved {
        Ok(()) => Ok(Redirect::to(&format!("/project/{project}/tags?done")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &TagPage::new(&reader.page, frame, tag, told, form))
        }
    }
}

/// `POST /project/{project}/tags/{tag}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let (_, tag) = load(&web, &reader, project, tag).await?;
    remove_tag(&web.app, &reader.actor, tag.id).await?;
    Ok(Redirect::to(&format!("/project/{project}/tags?done")))
}

/// The tag, if it is the project's own.
async fn load(web: &Web, reader: &Reader, project: ProjectId, tag: TagId) -> Result<(Frame, Tag), Fault> {
    let frame = Frame::load(web, reader, project, "tags").await?;
    let tags = list_project_tags(&web.app, &reader.actor, project).await?;
    let found = tags.into_iter().find(|known| known.id == tag);
    Ok((frame, found.ok_or(Error::NotFound(Kind::Tag))?))
}
