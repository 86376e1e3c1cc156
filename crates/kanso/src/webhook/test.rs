//! Trying an endpoint out.

use std::process::ExitCode;

use kanso_core::endpoint::{Outgoing, list_endpoints};
use kanso_domain::{EndpointId, EventName};
use serde_json::json;

use super::{Desk, code};

/// Sends a sample event, signed as a delivery is, and shows what was sent and what came back.
pub(super) async fn test(desk: &Desk, id: EndpointId, name: EventName) -> anyhow::Result<ExitCode> {
    let mut endpoint = desk.endpoint(id).await?;
    // Only those who send read the keys.
    let with_keys = list_endpoints(&desk.app).await?.into_iter().find(|known| known.id == id);
    endpoint.keys = with_keys.map(|known| known.keys).unwrap_or_default();
    let result = desk.outgoing.send_test(&endpoint, name).await;
    let answered = result.error.is_none();
    desk.answer(
        || {
            json!({
                "request": result.request,
                "body": result.sent,
                "status": result.status,
                "duration_ms": u64::try_from(result.duration.as_millis()).unwrap_or(u64::MAX),
                "answer": result.body,
                "error": result.error,
            })
        },
        || {
            let took = format!("after {} ms", result.duration.as_millis());
            let status = result.status.map(|status| format!("answered {status} {took}"));
            let outcome = match (&result.error, status) {
                (None, Some(answered)) => answered,
                (Some(error), Some(answered)) => format!("failed: {answered}: {error}"),
                (Some(error), None) => format!("failed {took}: {error}"),
                (None, None) => "no answer".to_owned(),
            };
            let parts = [result.request.as_str(), &result.sent, &outcome, result.body.trim_end()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join("\n\n")
        },
    )?;
    Ok(code(answered))
}
