//! All figures, and how they are written.

use std::collections::HashSet;
use std::sync::atomic::AtomicU64;

use kanso_core::delivery::{Queue, list_queues};
use kanso_core::{App, Result};
use kanso_domain::EndpointId;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;
use tokio::sync::Mutex;

use super::process::Process;
use super::traffic::Traffic;

type Seconds = Gauge<f64, AtomicU64>;

/// The figures of a server.
pub(super) struct Figures {
    registry: Registry,
    attempts: kanso_webhooks::Metrics,
    queues: Queues,
    process: Process,
    /// The endpoints that were there when somebody looked last. One looks at a time.
    known: Mutex<HashSet<EndpointId>>,
}

/// What waits for endpoints, as it was when somebody looked.
#[derive(Default)]
struct Queues {
    named: Family<Named, Gauge>,
    length: Family<Of, Gauge>,
    oldest: Family<Of, Seconds>,
    failing: Family<Of, Seconds>,
    open: Family<Of, Gauge>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Of {
    endpoint: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Named {
    endpoint: i64,
    name: String,
    format: String,
}

impl Figures {
    pub(super) fn new(app: &App, attempts: kanso_webhooks::Metrics, traffic: &Traffic) -> Self {
        let mut registry = Registry::default();
        let build = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("kanso_build", "The program", build);
        let queues = Queues::register(&mut registry);
        attempts.register(&mut registry);
        traffic.register(&mut registry);
        let process = Process::register(app.clock().now(), &mut registry);
        Self { registry, attempts, queues, process, known: Mutex::default() }
    }

    /// All figures as text, those of the queues as they are now.
    ///
    /// # Errors
    ///
    /// When the database cannot be read.
    pub(super) async fn text(&self, app: &App) -> Result<String> {
        let mut known = self.known.lock().await;
        let queues = list_queues(app).await?;
        let present = queues.iter().map(|queue| queue.endpoint).collect();
        for gone in known.difference(&present) {
            self.attempts.forget(*gone);
        }
        *known = present;
        self.queues.set(&queues, app.clock().now_ms());
        self.process.look();
        let mut text = String::new();
        // Writing to a text cannot fail.
        let _ = encode(&mut text, &self.registry);
        Ok(text)
    }
}

impl Queues {
    fn register(registry: &mut Registry) -> Self {
        let queues = Self::default();
        let named = "Names and formats of the endpoints, always 1";
        registry.register("kanso_webhook_endpoint", named, queues.named.clone());
        let length = "Deliveries that wait";
        registry.register("kanso_webhook_queue_length", length, queues.length.clone());
        let oldest = "For how long the oldest delivery has waited, in seconds; 0 when none waits";
        registry.register("kanso_webhook_queue_oldest_seconds", oldest, queues.oldest.clone());
        let failing = "For how long an endpoint has taken nothing, in seconds; 0 after a success";
        registry.register("kanso_webhook_failing_seconds", failing, queues.failing.clone());
        let open = "Whether nothing is sent because too much failed: the circuit breaker is open";
        registry.register("kanso_webhook_breaker_open", open, queues.open.clone());
        queues
    }

    /// The queues as they are now, and no others.
    fn set(&self, queues: &[Queue], now_ms: i64) {
        self.named.clear();
        self.length.clear();
        self.oldest.clear();
        self.failing.clear();
        self.open.clear();
        for queue in queues {
            let Queue { name, format, .. } = queue.clone();
            let of = Of { endpoint: queue.endpoint.get() };
            self.named.get_or_create(&Named { endpoint: of.endpoint, name, format }).set(1);
            self.length.get_or_create(&of).set(queue.waiting);
            self.oldest.get_or_create(&of).set(seconds_since(queue.oldest_ms, now_ms));
            self.failing.get_or_create(&of).set(seconds_since(queue.failing_since_ms, now_ms));
            let is_open = queue.open_until_ms.is_some_and(|until| until > now_ms);
            self.open.get_or_create(&of).set(i64::from(is_open));
        }
    }
}

fn seconds_since(at_ms: Option<i64>, now_ms: i64) -> f64 {
    let waited = at_ms.map_or(0, |at| now_ms.saturating_sub(at).max(0));
    std::time::Duration::from_millis(u64::try_from(waited).unwrap_or_default()).as_secs_f64()
}
