//! `POST /api/v1/projects/{id}/rules/{rule}/pause` and `POST …/resume`

use axum::Json;
use kanso_core::action::{find_action, pause_action};
use kanso_domain::{ActionId, ProjectId};

use super::{Rule, of_project};
use crate::rest::caller::Caller;
use crate::rest::input::Ids;
use crate::rest::problem::Outcome;

/// Pauses a rule.
pub(crate) async fn pause(by: Caller, Ids(project, rule): Ids<ProjectId, ActionId>) -> Outcome<Json<Rule>> {
    turn(&by, project, rule, true).await
}

/// Lets a rule go on.
pub(crate) async fn resume(by: Caller, Ids(project, rule): Ids<ProjectId, ActionId>) -> Outcome<Json<Rule>> {
    turn(&by, project, rule, false).await
}

async fn turn(by: &Caller, project: ProjectId, rule: ActionId, is_paused: bool) -> Outcome<Json<Rule>> {
    of_project(by, project, rule).await?;
    pause_action(&by.app, &by.actor, rule, is_paused).await?;
    Ok(Json(find_action(&by.app, &by.actor, rule).await?.into()))
}
