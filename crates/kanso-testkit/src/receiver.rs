//! A receiver of webhooks whose answers the test decides.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri};
use parking_lot::Mutex;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// A receiver on a port of its own.
pub struct Receiver {
    address: std::net::SocketAddr,
    shared: Arc<Mutex<Shared>>,
    _serving: JoinSet<()>,
}

type Rule = Box<dyn Fn(&Received) -> Response + Send>;

struct Shared {
    received: watch::Sender<Vec<Received>>,
    rule: Rule,
    delay: Duration,
    /// Whether answers are held back.
    held: watch::Sender<bool>,
}

/// What a receiver answers.
#[derive(Clone, Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
}

impl Response {
    /// A status and nothing else.
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new() }
    }
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
    /// The body as it was written.
    pub text: String,
    /// The status that was answered.
    pub status: u16,
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
        let shared = Shared {
            received: watch::Sender::new(Vec::new()),
            rule: Box::new(|_| Response::status(200)),
            delay: Duration::ZERO,
            held: watch::Sender::new(false),
        };
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
        self.answer_by(move |_| Response::status(status));
    }

    /// From now on answers each request as the rule says.
    pub fn answer_by(&self, rule: impl Fn(&Received) -> Response + Send + 'static) {
        self.shared.lock().rule = Box::new(rule);
    }

    /// Holds all answers back until [`Receiver::release`].
    pub fn hold(&self) {
        self.shared.lock().held.send_replace(true);
    }

    /// Gives all answers that were held back.
    pub fn release(&self) {
        self.shared.lock().held.send_replace(false);
    }

    /// Waits until so many requests have come, and answers them all.
    ///
    /// # Panics
    ///
    /// When they do not come in half a minute.
    pub async fn wait_for(&self, count: usize) -> Vec<Received> {
        let mut received = self.shared.lock().received.subscribe();
        let enough = received.wait_for(|all| all.len() >= count);
        let waited = tokio::time::timeout(Duration::from_secs(30), enough).await;
        waited.expect("what is awaited comes").expect("the receiver is there").clone()
    }

    /// How long it thinks before it answers.
    pub fn think(&self, delay: Duration) {
        self.shared.lock().delay = delay;
    }

    /// All that came, in order.
    pub fn received(&self) -> Vec<Received> {
        self.shared.lock().received.borrow().clone()
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
) -> (StatusCode, HeaderMap, &'static str) {
    let delay = shared.lock().delay;
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let words = |value: &axum::http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let headers = headers.iter().map(|(name, value)| (name.to_string(), words(value))).collect();
    let text = String::from_utf8_lossy(&body).into_owned();
    let body = serde_json::from_str(&text).unwrap_or(Value::Null);
    let mut received = Received { uri: uri.to_string(), headers, body, text, status: 0 };
    let (reply, mut held) = {
        let shared = shared.lock();
        let reply = (shared.rule)(&received);
        received.status = reply.status;
        shared.received.send_modify(|all| all.push(received));
        (reply, shared.held.subscribe())
    };
    // The receiver gone means the same.
    let _ = held.wait_for(|held| !held).await;
    let status = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::OK);
    let header = |(name, value): (&'static str, String)| {
        (HeaderName::from_static(name), value.parse().expect("a header's value"))
    };
    (status, reply.headers.into_iter().map(header).collect(), "received\n")
}
