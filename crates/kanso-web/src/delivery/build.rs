//! Deliveries as pages show them, made from what kanso-core reads.

use std::time::Duration;

use kanso_core::delivery::{Attempt, DeliveryLine, DeliveryRecord, Reason, State};

use super::view::{AttemptView, DeliveryView};
use crate::page::Page;

impl DeliveryView {
    pub(crate) fn new(page: &Page, line: &DeliveryLine) -> Self {
        let state = State::parse(&line.state);
        let (words, tone) = match (state, line.attempts) {
            (Some(State::Delivered), _) => (page.text("delivery-delivered"), "good"),
            (Some(State::Failed), _) => (page.text("delivery-failed"), "bad"),
            (Some(State::Skipped), _) => (page.text("delivery-skipped"), ""),
            (Some(State::Waiting), _) if line.is_paused => (page.text("health-paused"), "warn"),
            (Some(State::Waiting), 0) => (page.text("delivery-waiting"), "accent"),
            (Some(State::Waiting), _) => (page.text("delivery-retrying"), "warn"),
            (None, _) => (line.state.clone(), ""),
        };
        let created = line.created_at_ms.div_euclid(1000);
        Self {
            id: line.id.get(),
            endpoint: line.endpoint_id.get(),
            endpoint_name: String::new(),
            event_id: line.event_id,
            event: line.event_name.clone(),
            task: line.task_id.get(),
            state: words,
            tone,
            why: why(page, line, state),
            attempts: line.attempts,
            next_try: next_try(page, line, state),
            is_again: line.cause == "manual",
            iso: page.iso(created),
            created: page.moment(created),
        }
    }
}

/// Why it was not delivered, or not yet, in words.
fn why(page: &Page, line: &DeliveryLine, state: Option<State>) -> Option<String> {
    match state {
        Some(State::Skipped) => {
            line.reason.as_deref().and_then(Reason::parse).map(|reason| skipped(page, reason))
        }
        Some(State::Waiting) if line.is_paused => Some(page.text("waits-paused")),
        Some(State::Waiting | State::Failed) => {
            let status = line.status.map(|status| page.say("health-status", "status", status));
            line.error.clone().filter(|error| !error.is_empty()).or(status)
        }
        Some(State::Delivered) | None => None,
    }
}

/// Why an event was never sent.
pub(crate) fn skipped(page: &Page, reason: Reason) -> String {
    match reason {
        Reason::Filter => page.text("skipped-filter"),
        Reason::Paused => page.text("skipped-paused"),
        Reason::Disabled => page.text("skipped-disabled"),
        Reason::Chain => page.text("skipped-chain"),
    }
}

fn next_try(page: &Page, line: &DeliveryLine, state: Option<State>) -> String {
    let due = line.due_at_ms.div_euclid(1000);
    match state {
        Some(State::Waiting) if line.is_paused => "–".to_owned(),
        Some(State::Waiting) if due <= page.now => page.text("delivery-due-now"),
        Some(State::Waiting) => page.moment(due),
        Some(State::Delivered | State::Failed | State::Skipped) | None => "–".to_owned(),
    }
}

impl AttemptView {
    /// The attempts of a delivery, newest first.
    pub(crate) fn all(page: &Page, record: &DeliveryRecord) -> Vec<Self> {
        let body = record.body.as_deref().unwrap_or_default();
        record.attempts.iter().rev().map(|attempt| Self::new(page, attempt, body)).collect()
    }

    fn new(page: &Page, attempt: &Attempt, body: &str) -> Self {
        let started = attempt.started_at_ms.div_euclid(1000);
        let is_good = attempt.status.is_some_and(|status| (200..300).contains(&status));
        Self {
            number: attempt.number,
            outcome: attempt
                .status
                .map_or_else(|| page.text("attempt-no-answer"), |status| status.to_string()),
            tone: if is_good { "good" } else { "bad" },
            duration: duration(page, attempt.duration_ms),
            iso: page.iso(started),
            when: page.moment(started),
            reason: attempt.error.clone(),
            answer: attempt.answer.clone().unwrap_or_default(),
            request: format!("{}\n\n{body}", attempt.request.trim_end()),
        }
    }
}

/// A time span in words: milliseconds, or seconds from one on.
pub(crate) fn duration(page: &Page, ms: i64) -> String {
    if ms < 1000 {
        return page.say("milliseconds", "n", ms);
    }
    let seconds = Duration::from_millis(u64::try_from(ms).unwrap_or_default()).as_secs_f64();
    page.say("seconds", "n", format!("{seconds:.1}"))
}
