//! What the pages need of those who send webhooks, passed from one edge to the other.

use std::time::Duration;

use kanso_core::App;
use kanso_core::endpoint::{self, Endpoint};
use kanso_web::{Answering, Outgoing, TestResult};
use kanso_webhooks::{Reach, Sender};

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

    async fn test(&self) -> TestResult {
        let failed = |reason: &str| TestResult { error: Some(reason.to_owned()), ..TestResult::default() };
        let endpoint = match endpoint::find_default_endpoint(&self.app).await {
            Ok(Some(endpoint)) => endpoint,
            Ok(None) => return failed("no address is set"),
            Err(error) => {
                tracing::error!(%error, "cannot read the endpoint of the settings");
                return failed("the settings cannot be read");
            }
        };
        let (Endpoint { url, token, format, .. }, now) = (&endpoint, self.app.clock().now());
        let report = kanso_webhooks::send_test(&self.sender, url, token, *format, now).await;
        TestResult {
            status: report.status,
            duration: Duration::from_millis(u64::try_from(report.duration_ms).unwrap_or(0)),
            body: report.answer.unwrap_or_default(),
            error: report.error,
        }
    }
}

impl Outgoing for ByWebhooks {
    fn allows_private_networks(&self) -> bool {
        self.reach.private_networks
    }

    fn judge<'a>(&'a self, url: &'a str) -> Answering<'a, Result<(), String>> {
        Box::pin(async move { self.sender.judge(url).await.map_err(|refusal| refusal.to_string()) })
    }

    fn send_test(&self) -> Answering<'_, TestResult> {
        Box::pin(self.test())
    }
}
