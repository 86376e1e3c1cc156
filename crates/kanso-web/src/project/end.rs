//! Closing a project, opening it again, and removing it.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::{remove_project, set_active};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::frame::Frame;
use super::view::EndPage;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/end`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "end").await?;
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&EndPage { page: &reader.page, section: "", frame, told })
}

/// `POST /project/{project}/close`
pub(crate) async fn close(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    set_active(&web.app, &reader.actor, project, false).await?;
    Ok(Redirect::to(&format!("/project/{project}/end?done")))
}

/// `POST /project/{project}/open`
pub(crate) async fn open(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    set_active(&web.app, &reader.actor, project, true).await?;
    Ok(Redirect::to(&format!("/project/{project}/end?done")))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Removal {
    /// The name of the project, typed again.
    name: String,
}

/// `POST /project/{project}/remove`: only for who typed its name. What comes then says how to undo it.
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Removal>,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "end").await?;
    if form.name.trim() != frame.project.name.trim() {
        let error = Error::Invalid(CoreFault::Unknown("name"));
        let (status, told) = Told::refused(&reader.page, error)?;
        return respond::page_with(status, &EndPage { page: &reader.page, section: "", frame, told });
    }
    remove_project(&web.app, &reader.actor, project).await?;
    Ok(Redirect::to(&format!("/projects/removed?gone={project}")).into_response())
}
