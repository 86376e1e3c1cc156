//! `DELETE /api/v1/projects/{id}/rules/{rule}`

use axum::http::StatusCode;
use kanso_core::action::remove_action;
use kanso_domain::{ActionId, ProjectId};

use super::of_project;
use crate::rest::caller::Caller;
use crate::rest::input::Ids;
use crate::rest::problem::Outcome;

/// Removes a rule with its log. What it did stays.
pub(crate) async fn remove(by: Caller, Ids(project, rule): Ids<ProjectId, ActionId>) -> Outcome<StatusCode> {
    of_project(&by, project, rule).await?;
    remove_action(&by.app, &by.actor, rule).await?;
    Ok(StatusCode::NO_CONTENT)
}
