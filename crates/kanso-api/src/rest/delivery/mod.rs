//! Deliveries: what was or is to be sent to a webhook.

pub(crate) mod find;
pub(crate) mod redeliver;

use kanso_core::delivery::{Attempt, DeliveryLine, DeliveryRecord, Reason, State};
use kanso_domain::DeliveryId;
use serde::Serialize;
use utoipa::ToSchema;

use super::time::at_ms;
use super::words::{ReasonName, StateName};

/// A delivery as lists show it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Delivery {
    #[schema(value_type = i64)]
    pub(crate) id: DeliveryId,
    webhook_id: i64,
    /// The header `webhook-id`, the same at every attempt.
    message_id: String,
    /// The event's name.
    #[serde(rename = "type")]
    name: String,
    /// 0 when the event is of no project.
    project_id: i64,
    /// 0 when the event is about no task.
    task_id: i64,
    #[schema(value_type = StateName)]
    state: &'static str,
    /// Why it was never sent; null when it was or will be.
    #[schema(value_type = Option<ReasonName>, required)]
    reason: Option<&'static str>,
    /// Whether a person asked for it.
    is_manual: bool,
    /// The delivery that it repeats.
    #[schema(required)]
    repeats: Option<i64>,
    /// How many attempts there were.
    attempt_count: i64,
    /// The status of the last answer.
    #[schema(required)]
    status: Option<i64>,
    /// Why the last attempt failed, in words.
    #[schema(required)]
    error: Option<String>,
    /// When it is tried next; null when it is not.
    #[schema(format = DateTime, required)]
    due_at: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was delivered or given up.
    #[schema(format = DateTime, required)]
    settled_at: Option<String>,
}

/// A delivery with its body and its attempts, oldest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeliveryWithAttempts {
    #[serde(flatten)]
    delivery: Delivery,
    /// What was sent; null before the first attempt, and when it is not kept any more.
    #[schema(required)]
    body: Option<String>,
    attempts: Vec<DeliveryAttempt>,
}

/// One attempt of a delivery.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeliveryAttempt {
    /// From 1.
    number: i64,
    #[schema(format = DateTime)]
    started_at: String,
    duration_ms: i64,
    /// Request line and headers, secrets redacted.
    request: String,
    /// The status of the answer; null when there was none.
    #[schema(required)]
    status: Option<i64>,
    /// The beginning of the answer's body.
    #[schema(required)]
    answer: Option<String>,
    /// Why it failed, in words; null when it did not.
    #[schema(required)]
    error: Option<String>,
}

impl From<DeliveryLine> for Delivery {
    fn from(line: DeliveryLine) -> Self {
        let state = State::parse(&line.state).unwrap_or(State::Waiting);
        Self {
            id: line.id,
            webhook_id: line.endpoint_id.get(),
            message_id: line.message_id,
            name: line.event_name,
            project_id: line.project_id,
            task_id: line.task_id.get(),
            state: state.as_str(),
            reason: line.reason.as_deref().and_then(Reason::parse).map(Reason::as_str),
            is_manual: line.cause == "manual",
            repeats: line.repeats.map(DeliveryId::get),
            attempt_count: line.attempts,
            status: line.status,
            error: line.error,
            due_at: (state == State::Waiting).then(|| at_ms(line.due_at_ms)),
            created_at: at_ms(line.created_at_ms),
            settled_at: line.settled_at_ms.map(at_ms),
        }
    }
}

impl From<DeliveryRecord> for DeliveryWithAttempts {
    fn from(record: DeliveryRecord) -> Self {
        let attempts = record.attempts.into_iter().map(DeliveryAttempt::from).collect();
        Self { delivery: record.line.into(), body: record.body, attempts }
    }
}

impl From<Attempt> for DeliveryAttempt {
    fn from(attempt: Attempt) -> Self {
        Self {
            number: attempt.number,
            started_at: at_ms(attempt.started_at_ms),
            duration_ms: attempt.duration_ms,
            request: attempt.request,
            status: attempt.status,
            answer: attempt.answer,
            error: attempt.error,
        }
    }
}
