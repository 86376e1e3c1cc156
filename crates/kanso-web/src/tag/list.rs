//! The tags of a project, and adding one.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use kanso_core::tag::{create_tag, list_project_tags};
use kanso_domain::ProjectId;

use super::view::{TagForm, TagsPage};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/tags`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, TagForm::default()).await?)
}

/// `POST /project/{project}/tags`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<TagForm>,
) -> Result<Response, Fault> {
    let added = match form.fields() {
        Ok((name, color)) => create_tag(&web.app, &reader.actor, project, name, color).await,
        Err(error) => Err(error),
    };
    answer(&reader.page, added, &format!("/project/{project}/tags"), |told| {
        load(&web, &reader, project, told, form)
    })
    .await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: TagForm,
) -> Result<TagsPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "tags").await?;
    let tags = list_project_tags(&web.app, &reader.actor, project).await?;
    Ok(TagsPage::new(&reader.page, frame, tags, told, form))
}
