//! Changing a tag of a project, and removing it.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::tag::{Tag, list_project_tags, remove_tag, update_tag};
use kanso_core::{Error, Kind};
use kanso_domain::{ProjectId, TagId};

use super::view::{TagForm, TagPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/tags/{tag}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, (project, tag), Told::default(), None).await?)
}

/// `POST /project/{project}/tags/{tag}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    Posted { reader, form }: Posted<TagForm>,
) -> Result<Response, Fault> {
    find(&web, &reader, project, tag).await?;
    let saved = match form.fields() {
        Ok((name, color)) => update_tag(&web.app, &reader.actor, tag, name, color).await,
        Err(error) => Err(error),
    };
    let back = format!("/project/{project}/tags");
    answer(&reader.page, saved, &back, |told| load(&web, &reader, (project, tag), told, Some(form))).await
}

/// `POST /project/{project}/tags/{tag}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, tag)): Path<(ProjectId, TagId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let (_, tag) = find(&web, &reader, project, tag).await?;
    remove_tag(&web.app, &reader.actor, tag.id).await?;
    Ok(Redirect::to(&format!("/project/{project}/tags?done")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    (project, tag): (ProjectId, TagId),
    told: Told,
    form: Option<TagForm>,
) -> Result<TagPage<'a>, Fault> {
    let (frame, tag) = find(web, reader, project, tag).await?;
    let form = form.unwrap_or_else(|| TagForm::of(&tag));
    Ok(TagPage::new(&reader.page, frame, tag, told, form))
}

/// The tag, if it is the project's own.
async fn find(web: &Web, reader: &Reader, project: ProjectId, tag: TagId) -> Result<(Frame, Tag), Fault> {
    let frame = Frame::load(web, reader, project, "tags").await?;
    let tags = list_project_tags(&web.app, &reader.actor, project).await?;
    let found = tags.into_iter().find(|known| known.id == tag);
    Ok((frame, found.ok_or(Error::NotFound(Kind::Tag))?))
}
