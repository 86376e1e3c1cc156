//! `/metrics`: what it tells after deliveries, and whom.

#![expect(clippy::panic, reason = "a helper of tests fails the test with what it saw")]

use std::time::Duration;

use kanso::cli::ServeOptions;
use kanso_core::Actor;
use kanso_core::endpoint::{Format, NewEndpoint, create_endpoint, remove_endpoint};
use kanso_domain::EndpointId;
use kanso_testkit::{Receiver, TestApp};

use crate::team::Project;

/// Asks for the metrics: status and text.
async fn ask(app: &TestApp, headers: &[(&str, &str)]) -> (u16, String) {
    let request = reqwest::Client::new().get(app.url("/metrics"));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let answer = request.send().await.expect("it is there");
    (answer.status().as_u16(), answer.text().await.expect("it is there"))
}

/// The lines of the metrics.
async fn lines(app: &TestApp) -> Vec<String> {
    let (status, text) = ask(app, &[]).await;
    assert_eq!(status, 200, "{text}");
    assert!(text.ends_with("# EOF\n"), "{text}");
    text.lines().map(str::to_owned).collect()
}

/// The value of a series.
fn value(lines: &[String], series: &str) -> f64 {
    let line = lines.iter().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("no {series} in {lines:#?}")).parse().expect("it is there")
}

async fn endpoint(app: &TestApp, name: &str, receiver: &Receiver) -> EndpointId {
    let new = NewEndpoint {
        name: name.to_owned(),
        url: receiver.url(),
        format: Format::Kanboard12,
        events: "task.create".parse().expect("it is there"),
        ..NewEndpoint::default()
    };
    create_endpoint(&app.app, &Actor::Application, new).await.expect("it is there").0
}

#[tokio::test]
async fn queues_and_attempts_are_told_for_each_endpoint() {
    let app = TestApp::start().await;
    let (good, bad) = (Receiver::start().await, Receiver::start().await);
    bad.answer(503);
    let (up, down) = (endpoint(&app, "Up", &good).await, endpoint(&app, "Down \"here\"", &bad).await);
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "a").await;
    app.clock.advance(Duration::from_millis(1_500));
    project.task(&rpc, 0, "b").await;

    let before = lines(&app).await;
    let of = |name: &str, endpoint: EndpointId| format!("kanso_webhook_{name}{{endpoint=\"{endpoint}\"}}");
    assert_eq!(value(&before, &of("queue_length", up)).to_string(), "2");
    assert_eq!(value(&before, &of("queue_oldest_seconds", up)).to_string(), "1.5");

    app.settle().await;
    let after = lines(&app).await;
    assert_eq!(value(&after, &of("queue_length", up)).to_string(), "0");
    assert_eq!(value(&after, &of("queue_oldest_seconds", up)).to_string(), "0");
    assert_eq!(value(&after, &of("queue_length", down)).to_string(), "2");
    assert_eq!(value(&after, &of("queue_oldest_seconds", down)).to_string(), "1.5");
    let ended = |endpoint: EndpointId, outcome: &str| {
        format!("kanso_webhook_attempts_total{{endpoint=\"{endpoint}\",outcome=\"{outcome}\"}}")
    };
    assert_eq!(value(&after, &ended(up, "delivered")).to_string(), "2");
    assert_eq!(value(&after, &ended(down, "status")).to_string(), "2");
    for endpoint in [up, down] {
        let count = value(&after, &of("attempt_duration_seconds_count", endpoint));
        assert_eq!(count.to_string(), "2");
    }
    let named = format!(
        "kanso_webhook_endpoint{{endpoint=\"{down}\",name=\"Down \\\"here\\\"\",format=\"kanboard-1.2\"}}"
    );
    assert_eq!(value(&after, &named).to_string(), "1");
    assert!(value(&after, "kanso_http_requests_total{class=\"jsonrpc\",status=\"2xx\"}") >= 5.0);
    assert!(value(&after, "process_resident_memory_bytes") > 1e6);
}

#[tokio::test]
async fn the_dashboard_and_its_page_speak_of_figures_that_there_are() {
    let app = TestApp::start().await;
    endpoint(&app, "Up", &Receiver::start().await).await;
    let rpc = app.rpc();
    Project::create(&rpc).await.task(&rpc, 0, "a").await;
    app.settle().await;
    let told = lines(&app).await.join("\n");
    for text in [include_str!("../../../../docs/grafana.json"), include_str!("../../../../docs/metrics.md")] {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let names: Vec<&str> =
            words.filter(|word| word.starts_with("kanso_") || word.starts_with("process_")).collect();
        assert!(names.len() > 10, "{names:?}");
        for name in names {
            assert!(told.contains(&format!("\n{name}")), "no {name} in {told}");
        }
    }
}

#[tokio::test]
async fn an_open_breaker_is_told() {
    let app = TestApp::start().await;
    let endpoint = endpoint(&app, "Down", &Receiver::start().await).await;
    let series = |name: &str| format!("kanso_webhook_{name}{{endpoint=\"{endpoint}\"}}");
    assert_eq!(value(&lines(&app).await, &series("breaker_open")).to_string(), "0");
    let now = app.clock.now_ms();
    let broken = format!(
        "INSERT INTO endpoint_health (endpoint_id, failing_since_ms, open_until_ms) \
         VALUES ({endpoint}, {}, {})",
        now - 90_000,
        now + 30_000
    );
    app.execute(&[&broken]).await;
    let told = lines(&app).await;
    assert_eq!(value(&told, &series("breaker_open")).to_string(), "1");
    assert_eq!(value(&told, &series("failing_seconds")).to_string(), "90");
    app.clock.advance(Duration::from_secs(30));
    assert_eq!(value(&lines(&app).await, &series("breaker_open")).to_string(), "0");
}

#[tokio::test]
async fn an_endpoint_that_is_removed_is_told_no_more() {
    let app = TestApp::start().await;
    let endpoint = endpoint(&app, "Short", &Receiver::start().await).await;
    let rpc = app.rpc();
    Project::create(&rpc).await.task(&rpc, 0, "a").await;
    app.settle().await;
    let label = format!("endpoint=\"{endpoint}\"");
    assert!(lines(&app).await.iter().filter(|line| line.contains(&label)).count() > 5);
    remove_endpoint(&app.app, &Actor::Application, endpoint).await.unwrap();
    let left: Vec<String> = lines(&app).await.into_iter().filter(|line| line.contains(&label)).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[tokio::test]
async fn without_a_token_only_this_machine_may_read() {
    let app = TestApp::start().await;
    assert_eq!(ask(&app, &[]).await.0, 200);
    for header in ["X-Forwarded-For", "Forwarded"] {
        let (status, words) = ask(&app, &[(header, "203.0.113.9")]).await;
        assert_eq!(status, 403, "{header}");
        assert!(words.contains("KANSO_METRICS_TOKEN") && !words.contains("kanso_"), "{words}");
    }
}

#[tokio::test]
async fn with_the_token_anybody_may_read() {
    let metrics_token = Some("let me see".to_owned());
    let app = TestApp::start_with(ServeOptions { metrics_token, ..ServeOptions::default() }).await;
    let proxied = ("X-Forwarded-For", "203.0.113.9");
    assert_eq!(ask(&app, &[proxied]).await.0, 401);
    assert_eq!(ask(&app, &[proxied, ("Authorization", "Bearer guess")]).await.0, 401);
    let (status, text) = ask(&app, &[proxied, ("Authorization", "Bearer let me see")]).await;
    assert_eq!(status, 200);
    assert!(!text.contains("let me see"), "{text}");
}

#[tokio::test]
async fn who_comes_through_a_named_proxy_is_not_this_machine() {
    let far = [("x-forwarded-for", "203.0.113.7")];
    let trusted_proxies = Some("127.0.0.1".parse().expect("a network"));
    let behind = TestApp::start_with(ServeOptions { trusted_proxies, ..ServeOptions::default() }).await;
    assert_eq!(ask(&behind, &far).await.0, 403);
    assert_eq!(ask(&behind, &[]).await.0, 200);
    let alone = TestApp::start().await;
    assert_eq!(ask(&alone, &far).await.0, 403, "a proxy that nobody named is on this machine itself");
}
