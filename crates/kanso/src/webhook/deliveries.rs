//! The delivery log.

use std::process::ExitCode;

use anyhow::anyhow;
use kanso_core::delivery::{self, DeliveryFilter, DeliveryLine, State, list_deliveries};
use kanso_core::{Error, Kind};
use kanso_domain::{DeliveryId, EndpointId};
use serde_json::{Value, json};

use super::Desk;
use super::time::rfc3339;
use crate::table::Table;

/// The latest deliveries, newest first.
pub(super) async fn list(
    desk: &Desk,
    endpoint: Option<EndpointId>,
    state: Option<State>,
    before: Option<DeliveryId>,
    limit: i64,
) -> anyhow::Result<ExitCode> {
    if let Some(endpoint) = endpoint {
        desk.endpoint(endpoint).await?;
    }
    let filter = DeliveryFilter { endpoint, state, before, limit, ..DeliveryFilter::default() };
    let lines = list_deliveries(&desk.app, &desk.actor, filter).await?;
    desk.answer(
        || lines.iter().map(json).collect::<Value>(),
        || {
            if lines.is_empty() {
                return "There are no such deliveries.".to_owned();
            }
            let times = desk.times();
            let mut table = Table::new(&[
                "ID",
                "TIME",
                "ENDPOINT",
                "EVENT",
                "WEBHOOK-ID",
                "STATE",
                "ATTEMPTS",
                "OUTCOME",
            ]);
            for line in &lines {
                table.row([
                    line.id.to_string(),
                    times.show(line.created_at_ms),
                    line.endpoint_id.to_string(),
                    line.event_name.clone(),
                    line.message_id.clone(),
                    standing(line),
                    line.attempts.to_string(),
                    outcome(line),
                ]);
            }
            table.to_string()
        },
    )
}

/// Where it stands; what waits for a paused endpoint says so.
fn standing(line: &DeliveryLine) -> String {
    let is_held = line.is_paused && line.state == State::Waiting.as_str();
    if is_held { format!("{} (paused)", line.state) } else { line.state.clone() }
}

/// How the last attempt ended, or why there was none.
pub(super) fn outcome(line: &DeliveryLine) -> String {
    match (&line.reason, &line.error, line.status) {
        (Some(reason), ..) => reason.clone(),
        (None, Some(error), _) => error.clone(),
        (None, None, Some(status)) => format!("answered {status}"),
        (None, None, None) => String::new(),
    }
}

/// A delivery by the names that the REST API uses.
pub(super) fn json(line: &DeliveryLine) -> Value {
    let is_waiting = line.state == State::Waiting.as_str();
    json!({
        "id": line.id.get(),
        "webhook_id": line.endpoint_id.get(),
        "message_id": line.message_id,
        "type": line.event_name,
        "project_id": line.project_id,
        "task_id": line.task_id.get(),
        "state": line.state,
        "reason": line.reason,
        "is_manual": line.cause == "manual",
        "repeats": line.repeats.map(DeliveryId::get),
        "attempt_count": line.attempts,
        "status": line.status,
        "error": line.error,
        "due_at": is_waiting.then(|| rfc3339(line.due_at_ms)),
        "created_at": rfc3339(line.created_at_ms),
        "settled_at": line.settled_at_ms.map(rfc3339),
    })
}

/// Enters a delivery once more.
pub(super) async fn redeliver(desk: &Desk, id: DeliveryId) -> anyhow::Result<ExitCode> {
    let again = delivery::redeliver(&desk.app, &desk.actor, id).await.map_err(|error| {
        let is_gone = matches!(error, Error::NotFound(Kind::Delivery));
        let words = || anyhow!("there is no delivery {id}; `kanso webhook deliveries` shows the latest");
        if is_gone { words() } else { error.into() }
    })?;
    desk.answer(
        || json!({"id": again.get(), "repeats": id.get()}),
        || format!("It is sent again as delivery {again}, when the server runs."),
    )
}
