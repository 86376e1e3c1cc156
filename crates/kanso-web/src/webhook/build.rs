//! The pages about webhooks, made from what kanso-core reads.

use std::time::Duration;

use kanso_core::delivery::{Attempt, DeliveryLine, DeliveryRecord, State};
use kanso_core::endpoint::Format;

use super::view::{AttemptView, DeliveryView, FormatChoice, SettingsPage, TestAnswer};
use crate::outgoing::TestResult;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

impl<'a> SettingsPage<'a> {
    /// The page as the settings are now.
    pub(super) fn new(web: &Web, reader: &'a Reader) -> Self {
        let settings = web.app.settings();
        let (url, token) = (settings.get("webhook_url"), settings.get("webhook_token"));
        Self {
            page: &reader.page,
            section: "webhooks",
            tab: "settings",
            url: url.to_owned(),
            fault: None,
            notice: None,
            answer: None,
            allows_private: web.outgoing.allows_private_networks(),
            formats: formats(&reader.page, settings.get("webhook_format")),
            creation_url: format!(
                "{}?controller=webhook&action=task&token={token}&title=…",
                reader.page.root
            ),
            token: token.to_owned(),
        }
    }
}

pub(super) fn formats(page: &Page, chosen: &str) -> Vec<FormatChoice> {
    let name = |format: Format| match format {
        Format::Kanboard2016 => page.text("webhook-format-2016"),
        Format::Kanboard2015 => page.text("webhook-format-2015"),
        Format::Kanboard12 => page.text("webhook-format-12"),
    };
    let choice = |format: Format| FormatChoice {
        id: format.as_str(),
        name: name(format),
        is_chosen: format.as_str() == chosen,
    };
    Format::ALL.into_iter().map(choice).collect()
}

impl TestAnswer {
    pub(super) fn new(page: &Page, result: TestResult) -> Self {
        let duration = duration(page, i64::try_from(result.duration.as_millis()).unwrap_or(i64::MAX));
        let summary = match (result.status, &result.error) {
            (Some(status), _) => {
                page.locale.with("webhook-test-answered", &[("status", &status), ("duration", &duration)])
            }
            (None, Some(reason)) => page.say("webhook-test-failed", "reason", reason),
            (None, None) => page.say("webhook-test-failed", "reason", page.text("attempt-no-answer")),
        };
        let is_good = result.status.is_some_and(|status| (200..300).contains(&status));
        Self { is_good, summary, body: result.body }
    }
}

impl DeliveryView {
    pub(super) fn new(page: &Page, line: &DeliveryLine) -> Self {
        let state = State::parse(&line.state);
        let (words, tone) = match (state, line.attempts) {
            (Some(State::Delivered), _) => (page.text("delivery-delivered"), "good"),
            (Some(State::Failed), _) => (page.text("delivery-failed"), "bad"),
            (Some(State::Waiting), 0) => (page.text("delivery-waiting"), "accent"),
            (Some(State::Waiting), _) => (page.text("delivery-retrying"), "warn"),
            (None, _) => (line.state.clone(), ""),
        };
        let created = line.created_at_ms.div_euclid(1000);
        Self {
            id: line.id.get(),
            event: line.event_name.clone(),
            task: line.task_id.get(),
            state: words,
            tone,
            attempts: line.attempts,
            next_try: next_try(page, line.due_at_ms.div_euclid(1000), state),
            iso: page.iso(created),
            created: page.moment(created),
        }
    }
}

fn next_try(page: &Page, due: i64, state: Option<State>) -> String {
    match state {
        Some(State::Waiting) if due <= page.now => page.text("delivery-due-now"),
        Some(State::Waiting) => page.moment(due),
        Some(State::Delivered | State::Failed) | None => "–".to_owned(),
    }
}

impl AttemptView {
    /// The attempts of a delivery, newest first.
    pub(super) fn all(page: &Page, record: &DeliveryRecord) -> Vec<Self> {
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
fn duration(page: &Page, ms: i64) -> String {
    if ms < 1000 {
        return page.say("milliseconds", "n", ms);
    }
    let seconds = Duration::from_millis(u64::try_from(ms).unwrap_or_default()).as_secs_f64();
    page.say("seconds", "n", format!("{seconds:.1}"))
}
