//! The roles that a project made up, and making up another.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::role::{create_role, list_roles};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::view::RolesPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct NewRole {
    name: String,
}

/// `GET /project/{project}/roles`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, String::new()).await?)
}

/// `POST /project/{project}/roles`: makes it up, and goes on to its restrictions.
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<NewRole>,
) -> Result<Response, Fault> {
    match create_role(&web.app, &reader.actor, project, form.name.clone()).await {
        Ok(role) => Ok(Redirect::to(&format!("/project/{project}/roles/{role}")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            respond::page_with(status, &load(&web, &reader, project, told, form.name).await?)
        }
    }
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    name: String,
) -> Result<RolesPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "roles").await?;
    let roles = list_roles(&web.app, &reader.actor, project).await?;
    Ok(RolesPage { page: &reader.page, section: "", frame, told, roles, name })
}
