//! `POST /api/v1/projects/{id}/rules`

use axum::Json;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use kanso_core::action::{create_rule, find_action};
use kanso_domain::ProjectId;

use super::Rule;
use super::draft::NewRule;
use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id};
use crate::rest::problem::Outcome;

/// Makes a composed rule.
pub(crate) async fn create(
    by: Caller,
    Id(project): Id<ProjectId>,
    Body(new): Body<NewRule>,
) -> Outcome<(StatusCode, [(HeaderName, String); 1], Json<Rule>)> {
    let id = create_rule(&by.app, &by.actor, new.read(project)).await?;
    let rule = find_action(&by.app, &by.actor, id).await?.into();
    let location = (LOCATION, format!("/api/v1/projects/{project}/rules/{id}"));
    Ok((StatusCode::CREATED, [location], Json(rule)))
}
