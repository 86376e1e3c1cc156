//! What a role keeps people from, its name, and doing away with it.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::column::list_columns;
use kanso_core::role::{find_role, remove_role, rename_role, restrict_role};
use kanso_domain::{ProjectId, RoleId};

use super::form::restrictions;
use super::view::{RolePage, Stated};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/roles/{role}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, role)): Path<(ProjectId, RoleId)>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, (project, role), told, None).await?)
}

/// `POST /project/{project}/roles/{role}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, role)): Path<(ProjectId, RoleId)>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let (app, actor) = (&web.app, &reader.actor);
    let name = form.iter().find(|(key, _)| key == "name").map(|(_, name)| name.clone()).unwrap_or_default();
    let stated = Stated { name, restrictions: restrictions(&form) };
    if let Err(error) = rename_role(app, actor, project, role, stated.name.clone()).await {
        let (status, told) = Told::refused(&reader.page, error)?;
        let page = load(&web, &reader, (project, role), told, Some(stated)).await?;
        return respond::page_with(status, &page);
    }
    restrict_role(app, actor, project, role, stated.restrictions).await?;
    Ok(Redirect::to(&format!("/project/{project}/roles/{role}?done")).into_response())
}

/// `POST /project/{project}/roles/{role}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((project, role)): Path<(ProjectId, RoleId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_role(&web.app, &reader.actor, project, role).await?;
    Ok(Redirect::to(&format!("/project/{project}/roles?done")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    (project, role): (ProjectId, RoleId),
    told: Told,
    stated: Option<Stated>,
) -> Result<RolePage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "roles").await?;
    let (role, restrictions) = find_role(&web.app, &reader.actor, project, role).await?;
    let columns = list_columns(&web.app, &reader.actor, project).await?;
    let stated = stated.unwrap_or_else(|| Stated { name: role.name.clone(), restrictions });
    Ok(RolePage::new(&reader.page, frame, told, role, columns, stated))
}
