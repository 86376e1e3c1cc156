//! From a claimed delivery to its settlement.

use std::time::Duration;

use jiff::tz::TimeZone;
use kanso_core::delivery::{Claimed, NewAttempt, Outcome, Settlement};
use kanso_core::endpoint::Endpoint;
use kanso_core::{App, Clock};
use kanso_domain::schedule::{Pace, wait_as_asked};

use crate::attempt::{AttemptReport, Message, Sender};
use crate::body::{Style, body};
use crate::guard::Refusal;
use crate::target::Target;

/// An endpoint with all that is worked out once for many deliveries.
pub(crate) struct Route {
    pub(crate) endpoint: Endpoint,
    /// How fast the waits between attempts pass.
    pub(crate) pace: Pace,
    /// Where the application is reached.
    base: String,
    /// Where its dates are.
    zone: TimeZone,
    /// Where it leads, or why nothing may be sent there.
    target: Result<Target, Refusal>,
    sender: Sender,
    clock: Clock,
}

impl Route {
    pub(crate) fn new(endpoint: Endpoint, sender: Sender, pace: Pace, app: &App) -> Self {
        let target = sender.target(&endpoint);
        let (settings, clock) = (app.settings(), app.clock().clone());
        let (base, zone) = (settings.application_url(), settings.timezone());
        Self { endpoint, pace, base, zone, target, sender, clock }
    }

    /// Sends a delivery once, and says what becomes of it.
    pub(crate) async fn deliver(&self, delivery: Claimed) -> Settlement {
        let started_at_ms = self.clock.now_ms();
        let (made, report, is_sendable) = match &delivery.body {
            Some(body) => (None, self.send(&delivery, body.clone()).await, true),
            None => match body(&Style::of(&self.endpoint, &self.base).in_zone(&self.zone), &delivery) {
                Ok(body) => (Some(body.clone()), self.send(&delivery, body).await, true),
                Err(error) => (None, AttemptReport::refused(error.to_string()), false),
            },
        };
        self.sender.metrics().count(self.endpoint.id, &report);
        let outcome = match &report.error {
            None => Outcome::Delivered,
            Some(_) if report.gone => Outcome::Gone,
            Some(_) if is_sendable => self.next(delivery.tries, report.retry_after),
            Some(_) => Outcome::Failed,
        };
        Settlement {
            delivery: delivery.id,
            event: delivery.event.id,
            attempt: delivery.attempt,
            order_key: delivery.order_key,
            body: made,
            log: log(report, started_at_ms),
            outcome,
        }
    }

    async fn send(&self, delivery: &Claimed, body: String) -> AttemptReport {
        let timeout = Duration::from_millis(self.endpoint.timeout_ms);
        let message = Message { id: &delivery.message_id, timestamp: self.clock.now(), timeout, body };
        match &self.target {
            Ok(target) => self.sender.post(target, message).await,
            Err(refusal) => AttemptReport::refused(refusal.to_string()),
        }
    }

    /// What comes after a failed attempt: the next by the schedule, or later if the receiver asked for it.
    fn next(&self, tries: usize, asked: Option<Duration>) -> Outcome {
        match self.endpoint.retries.schedule().wait_after(tries, jitter()) {
            Some(scheduled) => {
                let scheduled = Duration::from_millis(self.pace.take_ms(scheduled).unsigned_abs());
                let wait = Pace::default().take_ms(wait_as_asked(scheduled, asked));
                Outcome::Retry { due_at_ms: self.clock.now_ms().saturating_add(wait) }
            }
            None => Outcome::Failed,
        }
    }
}

fn log(report: AttemptReport, started_at_ms: i64) -> NewAttempt {
    let AttemptReport { request, status, answer, error, duration_ms, .. } = report;
    NewAttempt { started_at_ms, duration_ms, request, status, answer, error }
}

/// From 0 to 1. Without randomness the retries of many deliveries come together, which is no reason to stop.
fn jitter() -> f64 {
    getrandom::u32().map_or(0.5, |random| f64::from(random) / f64::from(u32::MAX))
}
