//! One HTTP exchange, bounded in time and in bytes.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::{Instant, timeout_at};

use crate::guard::{Connector, Guard, Reach, Refusal};
use crate::target::Target;
use crate::words;

/// How long an attempt may take in all: asking for the host, connecting, TLS, the answer.
const TIME_LIMIT: Duration = Duration::from_secs(15);

/// How much of an answer is kept, in bytes.
const KEPT: usize = 16 * 1024;

/// How long a connection without requests is kept for the next one.
const IDLE_LIMIT: Duration = Duration::from_secs(30);

/// Sends webhooks. Copies share their connections.
#[derive(Clone)]
pub struct Sender {
    client: Client<HttpsConnector<Connector>, Full<Bytes>>,
    guard: Guard,
    time_limit: Duration,
}

/// What is known of an attempt after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttemptReport {
    /// Request line and headers as they were sent, the token redacted; empty if the address was refused.
    pub request: String,
    /// The HTTP status of the answer, if there was one.
    pub status: Option<u16>,
    /// The beginning of the answer's body.
    pub answer: Option<String>,
    /// Why it failed, in words; `None` after a success.
    pub error: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
}

/// What goes to a receiver.
pub(crate) struct Message<'a> {
    /// The same at every attempt.
    pub(crate) id: &'a str,
    /// When this attempt is made, in Unix seconds.
    pub(crate) timestamp: i64,
    pub(crate) body: String,
}

impl Sender {
    /// A sender that trusts the machine's certificate authorities.
    pub fn new(reach: Reach) -> Self {
        let guard = Guard::new(reach);
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls())
            .https_or_http()
            .enable_http1()
            .wrap_connector(Connector::new(guard));
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_LIMIT)
            // As Kanboard writes them.
            .http1_title_case_headers(true)
            .build(connector);
        Self { client, guard, time_limit: TIME_LIMIT }
    }

    /// The same with another limit to the time of an attempt; it must stay below a delivery's lease of a minute.
    #[must_use]
    pub fn with_time_limit(self, time_limit: Duration) -> Self {
        Self { time_limit, ..self }
    }

    /// Judges an address as an attempt would, for pages that explain before saving.
    ///
    /// # Errors
    ///
    /// Why nothing would be sent to it, in words.
    pub async fn judge(&self, url: &str) -> Result<(), Refusal> {
        let url = self.guard.parse(url.trim())?;
        let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let port = url.port_or_known_default().unwrap_or(80);
        let found = timeout_at(Instant::now() + self.time_limit, self.guard.resolve(&host, port)).await;
        match found {
            Ok(addresses) => addresses.map(|_| ()),
            Err(_) => Err(Refusal::NotFound { host, reason: words::timed_out(self.time_limit) }),
        }
    }

    pub(crate) fn target(&self, url: &str, token: &str) -> Result<Target, Refusal> {
        Target::new(self.guard, url, token)
    }

    /// Sends a message and reports how that ended. Never fails otherwise.
    pub(crate) async fn post(&self, target: &Target, message: Message<'_>) -> AttemptReport {
        let start = Instant::now();
        let headers = headers(target, &message);
        let mut report = AttemptReport { request: head(target, &headers), ..AttemptReport::default() };
        match request(target, &headers, message.body) {
            Ok(request) => {
                self.exchange(target, request, start + self.time_limit, &mut report).await;
            }
            Err(error) => report.error = Some(error.to_string()),
        }
        report.error = report.error.map(|error| target.hide_token(&error));
        report.duration_ms = i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX);
        report
    }

    async fn exchange(
        &self,
        target: &Target,
        request: Request<Full<Bytes>>,
        deadline: Instant,
        report: &mut AttemptReport,
    ) {
        match timeout_at(deadline, self.client.request(request)).await {
            Ok(Ok(response)) => {
                report.status = Some(response.status().as_u16());
                report.error = words::judge_status(response.status(), response.headers());
                report.answer = Some(read_answer(target, response, deadline).await);
            }
            Ok(Err(error)) => report.error = Some(words::explain(&error)),
            Err(_) => report.error = Some(words::timed_out(self.time_limit)),
        }
    }
}

impl AttemptReport {
    /// Nothing was sent.
    pub(crate) fn refused(reason: String) -> Self {
        Self { error: Some(reason), ..Self::default() }
    }
}

fn tls() -> rustls::ClientConfig {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = rustls::RootCertStore::empty();
    let (trusted, _) = roots.add_parsable_certificates(found.certs);
    if trusted == 0 {
        tracing::warn!(errors = ?found.errors, "no certificate authorities found: https receivers will be refused");
    }
    rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider knows the default versions of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

/// The headers as they are written.
fn headers(target: &Target, message: &Message<'_>) -> [(&'static str, String); 7] {
    [
        ("Host", target.host.clone()),
        ("User-Agent", "Kanboard Webhook".to_owned()),
        ("Content-Type", "application/json".to_owned()),
        ("Connection", "close".to_owned()),
        ("Webhook-Id", message.id.to_owned()),
        ("Webhook-Timestamp", message.timestamp.to_string()),
        ("Content-Length", message.body.len().to_string()),
    ]
}

fn request(
    target: &Target,
    headers: &[(&str, String)],
    body: String,
) -> Result<Request<Full<Bytes>>, hyper::http::Error> {
    let request = Request::post(target.uri.clone());
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
    request.body(Full::new(Bytes::from(body)))
}

/// The request as it is sent, for the log.
fn head(target: &Target, headers: &[(&str, String)]) -> String {
    let mut head = format!("POST {} HTTP/1.1", target.shown);
    for (name, value) in headers {
        // Writing to a text cannot fail.
        let _ = write!(head, "\n{name}: {}", target.hide_token(value));
    }
    head
}

/// The beginning of the answer. When the time is over, or the connection breaks, what has come: the status has
/// told already whether it was a success.
async fn read_answer(target: &Target, response: Response<Incoming>, deadline: Instant) -> String {
    // Somewhat more is read than is kept, so that a token across the edge is found.
    let enough = KEPT + target.token_length();
    let (mut body, mut read) = (response.into_body(), Vec::new());
    while read.len() < enough {
        let Ok(Some(Ok(frame))) = timeout_at(deadline, body.frame()).await else { break };
        if let Ok(data) = frame.into_data() {
            read.extend_from_slice(&data[..data.len().min(enough - read.len())]);
        }
    }
    // PostgreSQL stores no text with a zero byte.
    let text = target.hide_token(&String::from_utf8_lossy(&read)).replace('\0', "\u{fffd}");
    text[..text.floor_char_boundary(KEPT)].to_owned()
}
