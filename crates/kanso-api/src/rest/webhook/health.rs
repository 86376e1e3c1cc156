//! `GET /api/v1/webhooks/{id}/health`

use axum::Json;
use kanso_core::delivery::count_deliveries;
use kanso_core::delivery::health::{Health, list_health};
use kanso_core::endpoint::find_endpoint;
use kanso_domain::EndpointId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::{Outcome, Problem};
use crate::rest::time::at_ms;

/// How a webhook fares.
#[derive(Serialize, ToSchema)]
pub(crate) struct WebhookHealth {
    /// Deliveries that are still to be made.
    waiting: i64,
    /// Deliveries that the receiver took, as far as the log goes back.
    delivered: i64,
    /// Deliveries that were given up, as far as the log goes back.
    failed: i64,
    /// Deliveries that were never made, as far as the log goes back.
    skipped: i64,
    /// Since when the oldest of those waits.
    #[schema(format = DateTime, required)]
    oldest_waiting_at: Option<String>,
    #[schema(format = DateTime, required)]
    last_success_at: Option<String>,
    #[schema(format = DateTime, required)]
    last_failure_at: Option<String>,
    /// The first failure since the last success; null when all is well.
    #[schema(format = DateTime, required)]
    failing_since: Option<String>,
    /// How many attempts failed since the last success.
    failures: i64,
    /// The status of the last answer.
    #[schema(required)]
    last_status: Option<i64>,
    /// Why the last failure was one, in words.
    #[schema(required)]
    last_error: Option<String>,
    /// Until when nothing is sent because too much failed; null while it is sent to.
    #[schema(format = DateTime, required)]
    open_until: Option<String>,
}

/// Shows how a webhook fares.
pub(crate) async fn show(by: Caller, Id(id): Id<EndpointId>) -> Outcome<Json<WebhookHealth>> {
    let endpoint = find_endpoint(&by.app, &by.actor, id).await?;
    let all = list_health(&by.app, &by.actor, endpoint.project).await?;
    let health = all.into_iter().find(|health| health.endpoint == id);
    let health = health.ok_or_else(|| Problem::not_found("webhook"))?;
    let counts = count_deliveries(&by.app, &by.actor, Some(id)).await?;
    Ok(Json(WebhookHealth {
        delivered: counts.delivered,
        failed: counts.failed,
        skipped: counts.skipped,
        ..health.into()
    }))
}

impl From<Health> for WebhookHealth {
    fn from(health: Health) -> Self {
        Self {
            waiting: health.waiting,
            delivered: 0,
            failed: 0,
            skipped: 0,
            oldest_waiting_at: health.oldest_waiting_ms.map(at_ms),
            last_success_at: health.last_success_ms.map(at_ms),
            last_failure_at: health.last_failure_ms.map(at_ms),
            failing_since: health.failing_since_ms.map(at_ms),
            failures: health.failures,
            last_status: health.last_status,
            last_error: health.last_error,
            open_until: health.open_until_ms.map(at_ms),
        }
    }
}
