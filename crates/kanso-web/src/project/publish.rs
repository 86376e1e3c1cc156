//! Whether everybody may see the board.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::project::{disable_public_access, enable_public_access};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::frame::Frame;
use super::view::PublicPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/public`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "public").await?;
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&PublicPage { page: &reader.page, section: "", frame, told })
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Access {
    /// `on` for a new token, else none.
    access: String,
}

/// `POST /project/{project}/public`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Access>,
) -> Result<Redirect, Fault> {
    if form.access == "on" {
        enable_public_access(&web.app, &reader.actor, project).await?;
    } else {
        disable_public_access(&web.app, &reader.actor, project).await?;
    }
    Ok(Redirect::to(&format!("/project/{project}/public?done")))
}
