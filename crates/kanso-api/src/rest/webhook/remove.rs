//! `DELETE /api/v1/webhooks/{id}`

use axum::http::StatusCode;
use kanso_core::endpoint::remove_endpoint;
use kanso_domain::EndpointId;

use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::Outcome;

/// Removes a webhook with its deliveries.
pub(crate) async fn remove(by: Caller, Id(id): Id<EndpointId>) -> Outcome<StatusCode> {
    remove_endpoint(&by.app, &by.actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
