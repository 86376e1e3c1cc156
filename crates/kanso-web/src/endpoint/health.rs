//! How an endpoint fares, in words.

use kanso_core::delivery::health::Health;
use kanso_core::endpoint::Endpoint;

use crate::page::Page;

/// How an endpoint fares at a glance.
pub(crate) struct HealthView {
    pub(crate) state: String,
    /// The badge's class.
    pub(crate) tone: &'static str,
    /// Why it is paused or switched off, when more is to be said than that.
    pub(crate) reason: Option<String>,
    /// When something was last taken.
    pub(crate) success: Option<String>,
    /// Since when it fails, and what the last attempt met.
    pub(crate) failing: Option<String>,
    pub(crate) error: Option<String>,
    /// How many deliveries wait, and for how long the oldest does.
    pub(crate) queue: Option<String>,
    /// When the next probe goes out, while too much fails.
    pub(crate) breaker: Option<String>,
}

impl HealthView {
    pub(super) fn new(page: &Page, endpoint: &Endpoint, health: Option<&Health>) -> Self {
        let now_ms = page.now.saturating_mul(1000);
        let when = |ms: i64| page.moment(ms.div_euclid(1000));
        let (state, tone) = state(page, endpoint, health, now_ms);
        Self {
            state,
            tone,
            reason: reason(page, endpoint),
            success: health.and_then(|health| health.last_success_ms).map(when),
            failing: health
                .and_then(|health| health.failing_since_ms)
                .map(|since| page.say("health-failing-since", "when", when(since))),
            error: health
                .filter(|health| health.failing_since_ms.is_some())
                .and_then(|health| error(page, health)),
            queue: health.filter(|health| health.waiting > 0).map(|health| queue(page, health, now_ms)),
            breaker: health
                .and_then(|health| health.open_until_ms)
                .filter(|_| endpoint.enabled)
                .map(|until| page.say("health-breaker", "when", when(until.max(now_ms)))),
        }
    }
}

fn state(page: &Page, endpoint: &Endpoint, health: Option<&Health>, now_ms: i64) -> (String, &'static str) {
    let has = |field: fn(&Health) -> Option<i64>| health.and_then(field).is_some();
    let is_late = |health: &Health| health.oldest_waiting_ms.is_some_and(|oldest| now_ms - oldest > 60_000);
    match endpoint.enabled {
        false if endpoint.is_of_settings && endpoint.url.is_empty() => (page.text("health-no-address"), ""),
        false if !endpoint.disabled_reason.is_empty() => (page.text("health-disabled"), "bad"),
        false => (page.text("health-paused"), "warn"),
        true if has(|health| health.open_until_ms) => (page.text("health-open"), "bad"),
        true if has(|health| health.failing_since_ms) => (page.text("health-failing"), "bad"),
        true if health.is_some_and(is_late) => (page.text("health-behind"), "warn"),
        true if has(|health| health.last_success_ms) => (page.text("health-good"), "good"),
        true => (page.text("health-new"), ""),
    }
}

fn reason(page: &Page, endpoint: &Endpoint) -> Option<String> {
    match (endpoint.enabled, endpoint.disabled_reason.as_str()) {
        (true, _) => None,
        (false, "") if endpoint.is_of_settings && endpoint.url.is_empty() => {
            Some(page.text("health-no-address-why"))
        }
        (false, "") => Some(page.text("health-paused-why")),
        (false, reason) => Some(page.say("health-disabled-why", "reason", reason)),
    }
}

/// What the last attempt met: the reason in words, else the status.
fn error(page: &Page, health: &Health) -> Option<String> {
    let status = health.last_status.map(|status| page.say("health-status", "status", status));
    health.last_error.clone().filter(|error| !error.is_empty()).or(status)
}

fn queue(page: &Page, health: &Health, now_ms: i64) -> String {
    let waiting = page.count("health-waiting", health.waiting);
    match health.oldest_waiting_ms {
        Some(oldest) => {
            let age = span(page, (now_ms - oldest).div_euclid(1000).max(0));
            page.locale.with("health-waiting-since", &[("waiting", &waiting), ("age", &age)])
        }
        None => waiting,
    }
}

/// A span of time in its largest unit.
pub(crate) fn span(page: &Page, seconds: i64) -> String {
    match seconds {
        ..60 => page.say("seconds", "n", seconds),
        60..3_600 => page.say("minutes", "n", seconds / 60),
        3_600..172_800 => page.say("hours", "n", seconds / 3_600),
        _ => page.count("days", seconds / 86_400),
    }
}
