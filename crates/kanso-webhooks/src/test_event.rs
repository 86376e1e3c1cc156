//! A sample event, sent at once, so that people can try an address before anything depends on it.

use std::time::Duration;

use kanso_core::endpoint::Endpoint;
use kanso_domain::EventName;

use crate::attempt::{AttemptReport, Message, Sender};
use crate::body::{self, Style};
use crate::catalogue;

/// Sends a sample event of this name, of a task that does not exist, and answers the body that was sent and what
/// came of it. `now` is in Unix seconds.
///
/// Nothing is stored, and nothing is tried again.
pub async fn send_test(
    sender: &Sender,
    endpoint: &Endpoint,
    base: &str,
    name: EventName,
    now: i64,
) -> (String, AttemptReport) {
    let sample = catalogue::sample(name, now);
    let body = match body::write(&Style::of(endpoint, base), name, &sample) {
        Ok(body) => body,
        Err(error) => return (String::new(), AttemptReport::refused(error.to_string())),
    };
    let id = sample.message_id(name);
    let report = match sender.target(endpoint) {
        Ok(target) => {
            let timeout = Duration::from_millis(endpoint.timeout_ms);
            sender.post(&target, Message { id: &id, timestamp: now, timeout, body: body.clone() }).await
        }
        Err(refusal) => AttemptReport::refused(refusal.to_string()),
    };
    (body, report)
}
