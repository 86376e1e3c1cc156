//! From a claimed delivery to its settlement.

use kanso_core::Clock;
use kanso_core::delivery::{Claimed, NewAttempt, Outcome, Settlement};
use kanso_core::endpoint::Endpoint;
use kanso_domain::schedule;

use crate::attempt::{AttemptReport, Message, Sender};
use crate::body::body;
use crate::guard::Refusal;
use crate::target::Target;

/// An endpoint with all that is worked out once for many deliveries.
pub(crate) struct Route {
    pub(crate) endpoint: Endpoint,
    /// Where it leads, or why nothing may be sent there.
    target: Result<Target, Refusal>,
    sender: Sender,
    clock: Clock,
}

impl Route {
    pub(crate) fn new(endpoint: Endpoint, sender: Sender, clock: Clock) -> Self {
        let target = sender.target(&endpoint.url, &endpoint.token);
        Self { endpoint, target, sender, clock }
    }

    /// Sends a delivery once, and says what becomes of it.
    pub(crate) async fn deliver(&self, delivery: Claimed) -> Settlement {
        let started_at_ms = self.clock.now_ms();
        let body = delivery.body.clone().map_or_else(|| body(self.endpoint.format, &delivery), Ok);
        let is_sendable = body.is_ok();
        let (body, report) = match body {
            Ok(body) => (body.clone(), self.send(&delivery, body).await),
            Err(error) => (String::new(), AttemptReport::refused(error.to_string())),
        };
        let outcome = match report.error {
            None => Outcome::Delivered,
            Some(_) if is_sendable && !delivery.is_manual => self.next(delivery.attempt),
            Some(_) => Outcome::Failed,
        };
        Settlement {
            delivery: delivery.id,
            attempt: delivery.attempt,
            body,
            log: log(report, started_at_ms),
            outcome,
        }
    }

    async fn send(&self, delivery: &Claimed, body: String) -> AttemptReport {
        let message = Message { id: &delivery.message_id, timestamp: self.clock.now(), body };
        match &self.target {
            Ok(target) => self.sender.post(target, message).await,
            Err(refusal) => AttemptReport::refused(refusal.to_string()),
        }
    }

    fn next(&self, attempt: usize) -> Outcome {
        match schedule::wait_after(attempt, jitter()) {
            Some(wait) => {
                let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
                Outcome::Retry { due_at_ms: self.clock.now_ms().saturating_add(wait) }
            }
            None => Outcome::Failed,
        }
    }
}

fn log(report: AttemptReport, started_at_ms: i64) -> NewAttempt {
    let AttemptReport { request, status, answer, error, duration_ms } = report;
    NewAttempt { started_at_ms, duration_ms, request, status, answer, error }
}

/// From 0 to 1. Without randomness the retries of many deliveries come together, which is no reason to stop.
fn jitter() -> f64 {
    getrandom::u32().map_or(0.5, |random| f64::from(random) / f64::from(u32::MAX))
}
