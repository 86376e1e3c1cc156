//! Requests that the server answers, counted by what kind they are of.

use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::Metrics;

/// The upper edges of how long requests take, in seconds.
const EDGES: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.0, 5.0];

/// Counts requests. Copies count together.
#[derive(Clone)]
pub(super) struct Traffic {
    requests: Family<Answered, Counter>,
    durations: Family<Of, Histogram, fn() -> Histogram>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Of {
    class: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    class: &'static str,
    status: &'static str,
}

impl Default for Traffic {
    fn default() -> Self {
        let histogram: fn() -> Histogram = || Histogram::new(EDGES);
        Self { requests: Family::default(), durations: Family::new_with_constructor(histogram) }
    }
}

impl Traffic {
    /// Names the figures.
    pub(super) fn register(&self, registry: &mut Registry) {
        registry.register("kanso_http_requests", "Requests answered", self.requests.clone());
        let durations = "How long requests took until their answer began, in seconds";
        registry.register("kanso_http_request_duration_seconds", durations, self.durations.clone());
    }
}

/// Counts a request with its answer.
pub(crate) async fn count(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let (class, start) = (class(request.uri().path()), Instant::now());
    let response = next.run(request).await;
    let status = status(response.status().as_u16());
    metrics.traffic.requests.get_or_create(&Answered { class, status }).inc();
    metrics.traffic.durations.get_or_create(&Of { class }).observe(start.elapsed().as_secs_f64());
    response
}

fn class(path: &str) -> &'static str {
    match path {
        "/jsonrpc.php" => "jsonrpc",
        "/healthz" | "/readyz" | "/metrics" => "probe",
        path if path.starts_with("/api/") => "rest",
        path if path.starts_with("/assets/") => "asset",
        path if path.ends_with("/live") => "live",
        _ => "page",
    }
}

const fn status(code: u16) -> &'static str {
    match code {
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        500..600 => "5xx",
        _ => "1xx",
    }
}
