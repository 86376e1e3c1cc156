//! An endpoint as people and programs see it: no secrets.

use kanso_core::delivery::health::Health;
use kanso_core::endpoint::{Endpoint, Header, MASK};
use kanso_domain::ProjectId;
use serde_json::{Value, json};

use super::time::{Times, rfc3339};

/// An endpoint by the names that the REST API uses.
pub(super) fn json(endpoint: &Endpoint, health: Option<&Health>) -> Value {
    let mut shown = json!({
        "id": endpoint.id.get(),
        "name": endpoint.name,
        "url": endpoint.url,
        "token": if endpoint.token.is_empty() { "" } else { MASK },
        "project_id": endpoint.project.map(ProjectId::get),
        "events": endpoint.events.patterns().collect::<Vec<_>>(),
        "filter": endpoint.filter,
        "format": endpoint.format.as_str(),
        "template": endpoint.template,
        "headers": endpoint.headers.iter().map(Header::masked).collect::<Vec<_>>(),
        "enabled": endpoint.enabled,
        "disabled_reason": Some(&endpoint.disabled_reason).filter(|reason| !reason.is_empty()),
        "ordering": endpoint.ordering.as_str(),
        "concurrency": endpoint.concurrency,
        "rate_limit": endpoint.rate_limit,
        "timeout_ms": endpoint.timeout_ms,
        "retries": endpoint.retries.as_str(),
        "of_settings": endpoint.is_of_settings,
        "owner_id": endpoint.owner.get(),
        "created_at": rfc3339(endpoint.created_at * 1000),
    });
    if let Some(health) = health {
        shown["health"] = health_json(health);
    }
    shown
}

fn health_json(health: &Health) -> Value {
    let at = |at_ms: Option<i64>| at_ms.map(rfc3339);
    json!({
        "waiting": health.waiting,
        "oldest_waiting_at": at(health.oldest_waiting_ms),
        "last_success_at": at(health.last_success_ms),
        "last_failure_at": at(health.last_failure_ms),
        "failing_since": at(health.failing_since_ms),
        "failures": health.failures,
        "last_status": health.last_status,
        "last_error": health.last_error,
        "open_until": at(health.open_until_ms),
    })
}

/// Everything about an endpoint, a line for each thing that is not as usual.
pub(super) fn text(endpoint: &Endpoint, health: Option<&Health>, times: &Times) -> String {
    let mut lines = vec![
        ("name", endpoint.name.clone()),
        ("url", endpoint.url.clone()),
        ("project", endpoint.project.map_or("all".to_owned(), |project| project.to_string())),
        ("events", events(endpoint)),
        ("format", endpoint.format.to_string()),
        ("state", state(endpoint).to_owned()),
        ("health", health.map_or_else(String::new, |health| in_words(health, times))),
    ];
    let optional = [("filter", &endpoint.filter), ("why disabled", &endpoint.disabled_reason)];
    lines.extend(optional.iter().filter(|(_, value)| !value.is_empty()).map(|(n, v)| (*n, (*v).clone())));
    let headers = endpoint.headers.iter().map(Header::masked);
    lines.extend(headers.map(|header| ("header", format!("{}: {}", header.name, header.value))));
    lines.extend([
        ("ordering", endpoint.ordering.as_str().to_owned()),
        ("concurrency", endpoint.concurrency.to_string()),
        ("rate limit", endpoint.rate_limit.map_or("none".to_owned(), |rate| format!("{rate} a second"))),
        ("timeout", format!("{} s", f64::from(u32::try_from(endpoint.timeout_ms).unwrap_or(0)) / 1000.0)),
        ("retries", endpoint.retries.as_str().to_owned()),
    ]);
    if !endpoint.template.is_empty() {
        lines.push(("template", format!("\n{}", endpoint.template.trim_end())));
    }
    let line = |(name, value): &(&str, String)| format!("{name:12}  {value}").trim_end().to_owned();
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Which events it asks for.
pub(super) fn events(endpoint: &Endpoint) -> String {
    if endpoint.events.is_empty() { "all".to_owned() } else { endpoint.events.to_string() }
}

/// Whether it is sent to.
pub(super) fn state(endpoint: &Endpoint) -> &'static str {
    match (endpoint.enabled, endpoint.disabled_reason.is_empty()) {
        (true, _) => "enabled",
        (false, true) => "paused",
        (false, false) => "disabled",
    }
}

/// How it fares, at a glance.
pub(super) fn in_words(health: &Health, times: &Times) -> String {
    let mut words = match (health.failing_since_ms, health.last_success_ms) {
        (Some(since), _) => format!("failing since {} ({} attempts)", times.show(since), health.failures),
        (None, Some(last)) => format!("ok, {}", times.ago(last)),
        (None, None) => "nothing sent yet".to_owned(),
    };
    if health.waiting > 0 {
        let oldest =
            health.oldest_waiting_ms.map_or_else(String::new, |at| format!(", the oldest {}", times.ago(at)));
        words.push_str(&format!("; {} waiting{oldest}", health.waiting));
    }
    if let (Some(_), Some(error)) = (health.failing_since_ms, &health.last_error) {
        words.push_str(&format!("; {error}"));
    }
    if health.open_until_ms.is_some_and(|until| until > times.now_ms) {
        words.push_str("; held back until it answers");
    }
    words
}
