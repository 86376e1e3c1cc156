//! Changing a swimlane, and removing it.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::swimlane::{find_swimlane, remove_swimlane, update_swimlane};
use kanso_domain::SwimlaneId;

use super::view::{SwimlaneForm, SwimlanePage};
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /swimlane/{swimlane}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, swimlane, Told::default(), None).await?)
}

/// `POST /swimlane/{swimlane}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    Posted { reader, form }: Posted<SwimlaneForm>,
) -> Result<Response, Fault> {
    let project = find_swimlane(&web.app, &reader.actor, swimlane).await?.project_id;
    let saved = match form.fields() {
        Ok(fields) => update_swimlane(&web.app, &reader.actor, project, swimlane, fields).await,
        Err(error) => Err(error),
    };
    let back = format!("/project/{project}/swimlanes");
    answer(&reader.page, saved, &back, |told| load(&web, &reader, swimlane, told, Some(form))).await
}

/// `POST /swimlane/{swimlane}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(swimlane): Path<SwimlaneId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    let project = find_swimlane(&web.app, &reader.actor, swimlane).await?.project_id;
    let done = remove_swimlane(&web.app, &reader.actor, project, swimlane).await;
    let back = format!("/project/{project}/swimlanes");
    answer(&reader.page, done, &back, |told| load(&web, &reader, swimlane, told, None)).await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    swimlane: SwimlaneId,
    told: Told,
    form: Option<SwimlaneForm>,
) -> Result<SwimlanePage<'a>, Fault> {
    let swimlane = find_swimlane(&web.app, &reader.actor, swimlane).await?;
    let frame = Frame::load(web, reader, swimlane.project_id, "swimlanes").await?;
    let form = form.unwrap_or_else(|| SwimlaneForm::of(&swimlane));
    Ok(SwimlanePage { page: &reader.page, section: "", frame, told, swimlane, form })
}
