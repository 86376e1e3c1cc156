//! `POST /api/v1/webhooks/{id}/test`

use axum::Json;
use kanso_core::endpoint::{TestResult, find_endpoint};
use kanso_domain::{EndpointId, EventName};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id};
use crate::rest::problem::{Outcome, Problem};

/// Which event to make up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TestEvent {
    /// The name of an event; `task.create` unless said.
    #[serde(rename = "type", default)]
    #[schema(example = "task.create")]
    name: Option<String>,
}

/// What came of a test event.
#[derive(Serialize, ToSchema)]
pub(crate) struct TestReport {
    /// Whether the receiver answered with 2xx.
    delivered: bool,
    /// The answer's status; null when there was no answer.
    #[schema(required)]
    status: Option<u16>,
    duration_ms: u64,
    /// Why it failed, in words; null when it did not.
    #[schema(required)]
    error: Option<String>,
    /// Request line and headers as they were sent, secrets redacted.
    request: String,
    /// The body that was sent.
    sent: String,
    /// The beginning of the answer's body.
    answer: String,
}

/// Sends a made-up event and waits for the answer. Nothing is stored, nothing is tried again.
pub(crate) async fn send(
    by: Caller,
    Id(id): Id<EndpointId>,
    Body(event): Body<TestEvent>,
) -> Outcome<Json<TestReport>> {
    let name = event_name(event.name.as_deref().unwrap_or("task.create"))?;
    let endpoint = find_endpoint(&by.app, &by.actor, id).await?;
    Ok(Json(by.outgoing.send_test(&endpoint, name).await.into()))
}

fn event_name(text: &str) -> Outcome<EventName> {
    EventName::parse(text).ok_or_else(|| Problem::invalid("type", format!("No event is called {text:?}.")))
}

impl From<TestResult> for TestReport {
    fn from(result: TestResult) -> Self {
        Self {
            delivered: result.error.is_none(),
            status: result.status,
            duration_ms: u64::try_from(result.duration.as_millis()).unwrap_or(u64::MAX),
            error: result.error,
            request: result.request,
            sent: result.sent,
            answer: result.body,
        }
    }
}
