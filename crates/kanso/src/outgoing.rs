//! What edges need of those who send webhooks, passed from one edge to the other.

use std::time::Duration;

use kanso_core::endpoint::{Endpoint, EventType, Format, Outgoing, Preview, TestResult, list_endpoints};
use kanso_core::event::Logged;
use kanso_core::{App, BoxFuture};
use kanso_domain::EventName;
use kanso_webhooks::body::{Style, content_type};
use kanso_webhooks::{Failure, FailureKind, Reach, Sender, catalogue, send_test};

/// The way out, by the same sender as the worker's.
pub(crate) struct ByWebhooks {
    app: App,
    sender: Sender,
    reach: Reach,
}

impl ByWebhooks {
    pub(crate) fn new(app: App, sender: Sender, reach: Reach) -> Self {
        Self { app, sender, reach }
    }

    async fn test(&self, endpoint: &Endpoint, name: EventName) -> TestResult {
        let (base, now) = (self.app.settings().application_url(), self.app.clock().now());
        let signed = self.with_keys(endpoint).await;
        let (sent, report) = send_test(&self.sender, &signed, &base, name, now).await;
        TestResult {
            status: report.status,
            duration: Duration::from_millis(u64::try_from(report.duration_ms).unwrap_or(0)),
            body: report.answer.unwrap_or_default(),
            request: report.request,
            sent,
            error: report.error,
        }
    }
}

impl ByWebhooks {
    /// The endpoint with what its deliveries are signed with, if it is stored: only who sends reads that.
    async fn with_keys(&self, endpoint: &Endpoint) -> Endpoint {
        let stored = list_endpoints(&self.app).await.unwrap_or_default();
        let known = stored.into_iter().find(|known| known.id == endpoint.id);
        let (keys, has_lost_secrets) =
            known.map(|known| (known.keys, known.has_lost_secrets)).unwrap_or_default();
        Endpoint { keys, has_lost_secrets, ..endpoint.clone() }
    }
}

impl Outgoing for ByWebhooks {
    fn allows_private_networks(&self) -> bool {
        self.reach.private_networks
    }

    fn judge<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<(), String>> {
        Box::pin(async move { self.sender.judge(url).await.map_err(|refusal| refusal.to_string()) })
    }

    fn forbids<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<(), String>> {
        Box::pin(async move {
            let is_rule =
                |failure: &Failure| matches!(failure.kind, FailureKind::Refused | FailureKind::Name);
            self.sender
                .judge(url)
                .await
                .or_else(|failure| if is_rule(&failure) { Err(failure.to_string()) } else { Ok(()) })
        })
    }

    fn page_title<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Option<String>> {
        Box::pin(self.sender.page_title(url))
    }

    fn event_types(&self) -> Vec<EventType> {
        catalogue::event_types()
    }

    fn body_schema(&self, format: Format) -> Option<serde_json::Value> {
        catalogue::body_schema(format)
    }

    fn check_template(&self, template: &str) -> Result<(), String> {
        kanso_webhooks::check_template(template)
    }

    fn preview(&self, endpoint: &Endpoint, name: EventName, event: &Logged) -> Result<Preview, String> {
        let settings = self.app.settings();
        let (base, zone) = (settings.application_url(), settings.timezone());
        let style = Style::of(endpoint, &base).in_zone(&zone);
        let body = kanso_webhooks::body::write(&style, name, event);
        let body = body.map_err(|error| error.to_string())?;
        Ok(Preview { content_type: content_type(endpoint.format, &body), body })
    }

    fn preview_sample(&self, endpoint: &Endpoint, name: EventName) -> Result<Preview, String> {
        self.preview(endpoint, name, &catalogue::sample(name, self.app.clock().now()))
    }

    fn send_test<'a>(&'a self, endpoint: &'a Endpoint, name: EventName) -> BoxFuture<'a, TestResult> {
        Box::pin(self.test(endpoint, name))
    }
}
