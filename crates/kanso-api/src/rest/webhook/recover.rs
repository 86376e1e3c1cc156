//! `POST /api/v1/webhooks/{id}/recover` and `GET /api/v1/webhooks/{id}/recoveries/{recovery}`

use axum::Json;
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use kanso_core::delivery::{Recovery, count_recoverable, find_recovery, start_recovery};
use kanso_domain::{EndpointId, RecoveryId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id, Ids};
use crate::rest::problem::{Outcome, Problem};
use crate::rest::time::{at_ms, read_ms};

/// What to make up for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoveryRequest {
    /// All that was not delivered since then: RFC 3339 or Unix seconds.
    #[schema(value_type = String, example = "2026-09-21T14:00:00Z")]
    since: Value,
    /// Only count.
    #[serde(default)]
    dry_run: bool,
}

/// How many deliveries there would be.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCount {
    count: i64,
}

/// Making up for what a webhook missed.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryProgress {
    #[schema(value_type = i64)]
    id: RecoveryId,
    #[schema(value_type = i64)]
    webhook_id: EndpointId,
    #[schema(format = DateTime)]
    since: String,
    /// How many deliveries it is about.
    total: i64,
    /// How many of them are on their way.
    done: i64,
    is_done: bool,
    #[schema(format = DateTime)]
    created_at: String,
    #[schema(format = DateTime, required)]
    finished_at: Option<String>,
}

/// Counts what a webhook missed, or begins to make up for it; that goes on after a restart.
pub(crate) async fn recover(
    by: Caller,
    Id(id): Id<EndpointId>,
    Body(asked): Body<RecoveryRequest>,
) -> Outcome<Response> {
    let since = read_ms("since", &asked.since)?;
    if asked.dry_run {
        let count = count_recoverable(&by.app, &by.actor, id, since).await?;
        return Ok(Json(RecoveryCount { count }).into_response());
    }
    let recovery = start_recovery(&by.app, &by.actor, id, since).await?;
    let location = (LOCATION, format!("/api/v1/webhooks/{id}/recoveries/{}", recovery.id));
    Ok((StatusCode::ACCEPTED, [location], Json(RecoveryProgress::from(recovery))).into_response())
}

/// Shows how far a recovery is.
pub(crate) async fn show(
    by: Caller,
    Ids(endpoint, recovery): Ids<EndpointId, RecoveryId>,
) -> Outcome<Json<RecoveryProgress>> {
    let found = find_recovery(&by.app, &by.actor, recovery).await?;
    let own = (found.endpoint == endpoint).then_some(found);
    own.map(|recovery| Json(recovery.into())).ok_or_else(|| Problem::not_found("recovery"))
}

impl From<Recovery> for RecoveryProgress {
    fn from(recovery: Recovery) -> Self {
        Self {
            id: recovery.id,
            webhook_id: recovery.endpoint,
            since: at_ms(recovery.since_ms),
            total: recovery.total,
            done: recovery.done,
            is_done: recovery.is_done,
            created_at: at_ms(recovery.created_at_ms),
            finished_at: recovery.finished_at_ms.map(at_ms),
        }
    }
}
