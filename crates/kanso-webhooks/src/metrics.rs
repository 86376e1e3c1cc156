//! What is counted of attempts, for whoever watches the server.

use std::time::Duration;

use kanso_domain::EndpointId;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::attempt::AttemptReport;
use crate::failure::FailureKind;

/// The upper edges of how long attempts take, in seconds.
const EDGES: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0];

/// The word for an attempt that succeeded.
const DELIVERED: &str = "delivered";

/// Counts attempts by endpoint. Copies count together.
#[derive(Clone)]
pub struct Metrics {
    attempts: Family<Ended, Counter>,
    durations: Family<Of, Histogram, fn() -> Histogram>,
}

/// Labels of a figure of one endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Of {
    endpoint: i64,
}

/// The same, by how attempts ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ended {
    endpoint: i64,
    outcome: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        let histogram: fn() -> Histogram = || Histogram::new(EDGES);
        Self { attempts: Family::default(), durations: Family::new_with_constructor(histogram) }
    }
}

impl Metrics {
    /// Names the figures.
    pub fn register(&self, registry: &mut Registry) {
        let attempts = "Attempts to deliver, by how they ended";
        registry.register("kanso_webhook_attempts", attempts, self.attempts.clone());
        let durations = "How long attempts that reached the network took, in seconds";
        registry.register("kanso_webhook_attempt_duration_seconds", durations, self.durations.clone());
    }

    /// Counts an attempt.
    pub(crate) fn count(&self, endpoint: EndpointId, report: &AttemptReport) {
        let endpoint = endpoint.get();
        let outcome = report.failure.map_or(DELIVERED, FailureKind::as_str);
        self.attempts.get_or_create(&Ended { endpoint, outcome }).inc();
        if report.failure != Some(FailureKind::Refused) {
            let took = Duration::from_millis(u64::try_from(report.duration_ms).unwrap_or_default());
            self.durations.get_or_create(&Of { endpoint }).observe(took.as_secs_f64());
        }
    }

    /// Forgets an endpoint that is no more.
    pub fn forget(&self, endpoint: EndpointId) {
        let endpoint = endpoint.get();
        self.durations.remove(&Of { endpoint });
        for outcome in FailureKind::ALL.map(FailureKind::as_str).into_iter().chain([DELIVERED]) {
            self.attempts.remove(&Ended { endpoint, outcome });
        }
    }
}
