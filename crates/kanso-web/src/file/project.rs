//! The files of a project.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::file::{
    add_project_file, find_project_file, find_project_thumbnail, read_project_file, remove_project_file,
};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{FileId, ProjectId};

use super::download::sent;
use super::preview::{PreviewView, is_readable};
use super::{content, etag, has_it, missing, not_modified};
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::project::overview;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::uploaded::Uploaded;
use crate::web::Web;

#[derive(Template)]
#[template(path = "project/file.html")]
struct PreviewPage<'a> {
    page: &'a Page,
    section: &'a str,
    tabs: ProjectTabs,
    file: PreviewView,
}

/// `POST /project/{project}/file`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Uploaded { reader, files, .. }: Uploaded,
) -> Result<Response, Fault> {
    if files.is_empty() {
        let missing = Error::Invalid(CoreFault::Missing("file"));
        return overview::refuse(&web, &reader, project, missing).await;
    }
    for new in files {
        if let Err(error) = add_project_file(&web.app, &reader.actor, project, new).await {
            return overview::refuse(&web, &reader, project, error).await;
        }
    }
    Ok(Redirect::to(&format!("/project/{project}?done")).into_response())
}

/// `GET /project/{project}/file/{file}`: the file to keep; with `?inline` what a browser shows by itself.
pub(crate) async fn download(
    State(web): State<Web>,
    Path((project, file)): Path<(ProjectId, FileId)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find_project_file(&web.app, &reader.actor, project, file).await?;
    let etag = etag(&found.path);
    if has_it(&headers, &etag) {
        return Ok(not_modified(&etag));
    }
    let bytes = read_project_file(&web.app, &reader.actor, project, file).await?.ok_or_else(missing)?;
    Ok(sent(&found.name, bytes, &etag, query.as_deref()))
}

/// `GET /project/{project}/file/{file}/thumbnail`
pub(crate) async fn thumbnail(
    State(web): State<Web>,
    Path((project, file)): Path<(ProjectId, FileId)>,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Response, Fault> {
    let etag = etag(&find_project_file(&web.app, &reader.actor, project, file).await?.path);
    if has_it(&headers, &etag) {
        return Ok(not_modified(&etag));
    }
    let small = find_project_thumbnail(&web.app, &reader.actor, project, file).await?;
    Ok(content(small.content, small.media_type, &etag))
}

/// `GET /project/{project}/file/{file}/preview`
pub(crate) async fn preview(
    State(web): State<Web>,
    Path((project, file)): Path<(ProjectId, FileId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find_project_file(&web.app, &reader.actor, project, file).await?;
    if !is_readable(&found.name) {
        return Err(missing());
    }
    let bytes = read_project_file(&web.app, &reader.actor, project, file).await?.ok_or_else(missing)?;
    respond::page(&PreviewPage {
        page: &reader.page,
        section: "",
        tabs: ProjectTabs::load(&web, &reader, project, "overview").await?,
        file: PreviewView::new(file, found.name, &bytes),
    })
}

/// `POST /project/{project}/file/{file}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, file)): Path<(ProjectId, FileId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    match remove_project_file(&web.app, &reader.actor, project, file).await {
        Ok(()) => Ok(Redirect::to(&format!("/project/{project}?done")).into_response()),
        Err(error) => overview::refuse(&web, &reader, project, error).await,
    }
}
