//! The swimlanes of a board, their order, hiding them, and adding one.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::swimlane::{
    add_swimlane, disable_swimlane, enable_swimlane, find_swimlane, list_swimlanes, move_swimlane,
};
use kanso_domain::{ProjectId, SwimlaneId};
use serde::Deserialize;

use super::view::{SwimlaneForm, SwimlanesPage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/swimlanes`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, SwimlaneForm::default()).await?)
}

/// `POST /project/{project}/swimlanes`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<SwimlaneForm>,
) -> Result<Response, Fault> {
    let added = match form.fields() {
        Ok(new) => {
            let description = new.description.unwrap_or_default();
            add_swimlane(&web.app, &reader.actor, project, new.name, description).await
        }
        Err(error) => Err(error),
    };
    answer(&reader.page, added, &format!("/project/{project}/swimlanes"), |told| {
        load(&web, &reader, project, told, form)
    })
    .await
}

#[derive(Deserialize)]
pub(crate) struct Place {
    position: i64,
}

/// `POST /swimlane/{swimlane}/move`
pub(crate) async fn move_(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    Posted { reader, form }: Posted<Place>,
) -> Result<Redirect, Fault> {
    let project = find_swimlane(&web.app, &reader.actor, swimlane).await?.project_id;
    move_swimlane(&web.app, &reader.actor, project, swimlane, form.position).await?;
    Ok(Redirect::to(&format!("/project/{project}/swimlanes")))
}

/// `POST /swimlane/{swimlane}/disable`
pub(crate) async fn disable(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let project = find_swimlane(&web.app, &reader.actor, swimlane).await?.project_id;
    disable_swimlane(&web.app, &reader.actor, project, swimlane).await?;
    Ok(Redirect::to(&format!("/project/{project}/swimlanes")))
}

/// `POST /swimlane/{swimlane}/enable`
pub(crate) async fn enable(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let project = find_swimlane(&web.app, &reader.actor, swimlane).await?.project_id;
    enable_swimlane(&web.app, &reader.actor, project, swimlane).await?;
    Ok(Redirect::to(&format!("/project/{project}/swimlanes")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: SwimlaneForm,
) -> Result<SwimlanesPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "swimlanes").await?;
    let all = list_swimlanes(&web.app, &reader.actor, project).await?;
    let (swimlanes, disabled) = all.into_iter().partition(|swimlane| swimlane.is_active == 1);
    Ok(SwimlanesPage { page: &reader.page, section: "", frame, told, swimlanes, disabled, form })
}
