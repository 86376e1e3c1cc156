//! A receiver of webhooks whose answers the test decides.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use parking_lot::Mutex;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A receiver on a port of its own.
pub struct Receiver {
    address: std::net::SocketAddr,
    shared: Arc<Mutex<Shared>>,
    _serving: JoinSet<()>,
}

struct Shared {
    received: Vec<Received>,
    status: u16,
    delay: Duration,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// Path and query.
    pub uri: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Value,
}

impl Receiver {
    /// Starts a receiver that answers 200.
    pub async fn start() -> Self {
        Self::start_at(0).await
    }

    /// The same on a port that a receiver had before.
    pub async fn start_at(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let shared = Shared { received: Vec::new(), status: 200, delay: Duration::ZERO };
        let shared = Arc::new(Mutex::new(shared));
        let routes = Router::new().fallback(receive).with_state(Arc::clone(&shared));
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let _ = axum::serve(listener, routes).await;
        });
        Self { address, shared, _serving: serving }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What it answers from now on.
    pub fn answer(&self, status: u16) {
        self.shared.lock().status = status;
    }

    /// How long it thinks before it answers.
    pub fn think(&self, delay: Duration) {
        self.shared.lock().delay = delay;
    }

    /// All that came, in order.
    pub fn received(&self) -> Vec<Received> {
        self.shared.lock().received.clone()
    }

    /// The names of the events that came, in order.
    pub fn names(&self) -> Vec<String> {
        self.received().iter().map(Received::event_name).collect()
    }
}

impl Received {
    /// The event's name in the body.
    pub fn event_name(&self) -> String {
        self.body["event_name"].as_str().unwrap_or_default().to_owned()
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

async fn receive(
    State(shared): State<Arc<Mutex<Shared>>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, &'static str) {
    let (status, delay) = {
        let shared = shared.lock();
        (shared.status, shared.delay)
    };
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let text = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
    shared.lock().received.push(Received { uri: uri.to_string(), headers, body });
    (StatusCode::from_u16(status).unwrap_or(StatusCode::OK), "received\n")
}
