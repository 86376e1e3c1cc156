//! The swimlanes of a board.

use std::sync::Arc;

use kanso_core::swimlane::{self, Swimlane, SwimlaneFields};
use kanso_domain::{ProjectId, SwimlaneId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::error::Outcome;
use crate::procedure::Caller;
use crate::project::OneProject;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneSwimlane {
    swimlane_id: Id<SwimlaneId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SwimlaneOf {
    project_id: Id<ProjectId>,
    swimlane_id: Id<SwimlaneId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamedSwimlane {
    project_id: Id<ProjectId>,
    name: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MoveSwimlane {
    project_id: Id<ProjectId>,
    swimlane_id: Id<SwimlaneId>,
    position: Given<i64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddSwimlane {
    project_id: Id<ProjectId>,
    name: Given<String>,
    description: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateSwimlane {
    project_id: Id<ProjectId>,
    swimlane_id: Id<SwimlaneId>,
    name: Given<String>,
    description: Given<String>,
}

pub(crate) async fn get_all_swimlanes(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<Swimlane>> {
    Ok(swimlane::list_swimlanes(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn get_active_swimlanes(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<Swimlane>> {
    Ok(swimlane::list_active_swimlanes(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn get_swimlane(by: Arc<Caller>, params: OneSwimlane) -> Outcome<Swimlane> {
    Ok(swimlane::find_swimlane(&by.app, &by.actor, params.swimlane_id.0).await?)
}

pub(crate) async fn get_swimlane_by_name(by: Arc<Caller>, params: NamedSwimlane) -> Outcome<Swimlane> {
    let name = params.name.required()?;
    Ok(swimlane::find_swimlane_by_name(&by.app, &by.actor, params.project_id.0, &name).await?)
}

pub(crate) async fn change_swimlane_position(by: Arc<Caller>, params: MoveSwimlane) -> Outcome<bool> {
    let (project, swimlane) = (params.project_id.0, params.swimlane_id.0);
    let position = params.position.required()?;
    swimlane::move_swimlane(&by.app, &by.actor, project, swimlane, position).await?;
    Ok(true)
}

pub(crate) async fn add_swimlane(by: Arc<Caller>, params: AddSwimlane) -> Outcome<SwimlaneId> {
    let (name, description) = (params.name.required()?, params.description.or_empty()?);
    Ok(swimlane::add_swimlane(&by.app, &by.actor, params.project_id.0, name, description).await?)
}

pub(crate) async fn update_swimlane(by: Arc<Caller>, params: UpdateSwimlane) -> Outcome<bool> {
    let (project, swimlane) = (params.project_id.0, params.swimlane_id.0);
    let (name, description) = (params.name.required()?, params.description.optional()?);
    let fields = SwimlaneFields { name, description, task_limit: None };
    swimlane::update_swimlane(&by.app, &by.actor, project, swimlane, fields).await?;
    Ok(true)
}

pub(crate) async fn remove_swimlane(by: Arc<Caller>, params: SwimlaneOf) -> Outcome<bool> {
    swimlane::remove_swimlane(&by.app, &by.actor, params.project_id.0, params.swimlane_id.0).await?;
    Ok(true)
}

pub(crate) async fn enable_swimlane(by: Arc<Caller>, params: SwimlaneOf) -> Outcome<bool> {
    swimlane::enable_swimlane(&by.app, &by.actor, params.project_id.0, params.swimlane_id.0).await?;
    Ok(true)
}

pub(crate) async fn disable_swimlane(by: Arc<Caller>, params: SwimlaneOf) -> Outcome<bool> {
    swimlane::disable_swimlane(&by.app, &by.actor, params.project_id.0, params.swimlane_id.0).await?;
    Ok(true)
}
