//! The people and groups of a project.

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use kanso_core::project::{list_holders, list_strangers};
use kanso_core::role::list_role_names;
use kanso_domain::ProjectId;

use super::view::{MembersPage, role_name};
use crate::fault::Fault;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/people`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told).await?)
}

pub(super) async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
) -> Result<MembersPage<'a>, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let frame = Frame::load(web, reader, project, "people").await?;
    let roles = list_role_names(app, actor, project).await?.into_iter();
    Ok(MembersPage {
        page: &reader.page,
        section: "",
        frame,
        told,
        holders: list_holders(app, actor, project).await?,
        strangers: list_strangers(app, actor, project).await?,
        roles: roles.map(|role| (role.clone(), role_name(&reader.page, &role))).collect(),
    })
}
