//! One HTTP exchange, bounded in time and in bytes.

mod answer;
mod client;
mod fetch;
mod page;
mod request;

use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::{Request, Response, StatusCode, Uri};
use kanso_core::endpoint::Endpoint;
use tokio::time::{Instant, timeout_at};
use tower::Service;

use crate::failure::{Failure, FailureKind};
use crate::guard::{Connector, Guard, Progress, Reach, Refusal, Step};
use crate::metrics::Metrics;
use crate::target::Target;
use crate::words;
use client::{Client, client, tls};

/// How long an attempt may take in all, whatever its endpoint allows: asking for the host, connecting, TLS, the
/// answer. It must stay below a delivery's lease of a minute.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// How long judging an address may take.
const JUDGE_LIMIT: Duration = Duration::from_secs(10);

/// Sends webhooks. Copies share their connections and their metrics.
#[derive(Clone)]
pub struct Sender {
    client: Client,
    connector: Connector,
    guard: Guard,
    time_limit: Duration,
    metrics: Metrics,
}

/// What is known of an attempt after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttemptReport {
    /// Request line and headers as they were sent, secrets redacted; empty if the address was refused.
    pub request: String,
    /// The HTTP status of the answer, if there was one.
    pub status: Option<u16>,
    /// The beginning of the answer's body.
    pub answer: Option<String>,
    /// Why it failed, in words; `None` after a success.
    pub error: Option<String>,
    /// At which point it failed; `None` after a success.
    pub failure: Option<FailureKind>,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// After 429 and 503: how long the receiver asks to be left alone, at most a day.
    pub retry_after: Option<Duration>,
    /// Whether the receiver said that it is gone for good (410).
    pub gone: bool,
}

/// What goes to a receiver.
pub(crate) struct Message<'a> {
    /// The same at every attempt.
    pub(crate) id: &'a str,
    /// When this attempt is made, in Unix seconds.
    pub(crate) timestamp: i64,
    /// How long the attempt may take in all.
    pub(crate) timeout: Duration,
    pub(crate) body: String,
}

impl Sender {
    /// A sender that trusts the machine's certificate authorities.
    pub fn new(reach: Reach) -> Self {
        let guard = Guard::new(reach);
        let connector = Connector::new(guard, tls);
        let client = client(connector.clone());
        Self { client, connector, guard, time_limit: TIME_LIMIT, metrics: Metrics::default() }
    }

    /// The same with a lower limit to the time of an attempt.
    #[must_use]
    pub fn with_time_limit(self, time_limit: Duration) -> Self {
        Self { time_limit, ..self }
    }

    /// What is counted of its attempts.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Judges an address as an attempt would, for pages and commands that explain before saving: asks for the host,
    /// connects, does the TLS handshake, and leaves. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Why nothing may or can be sent to it.
    pub async fn judge(&self, url: &str) -> Result<(), Failure> {
        let refused = |refusal: Refusal| Failure::new(FailureKind::Refused, refusal.to_string());
        let mut url = self.guard.parse(url.trim()).map_err(refused)?;
        url.set_fragment(None);
        let uri: Uri =
            url.as_str().parse().map_err(|error| refused(Refusal::NotAnAddress(format!("{error}"))))?;
        let limit = self.time_limit.min(JUDGE_LIMIT);
        let (progress, mut connector) = (Progress::default(), self.connector.clone());
        let connected = progress.follow(async move { connector.call(uri).await });
        match timeout_at(Instant::now() + limit, connected).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(words::explain_unconnected(error.as_ref())),
            Err(_) => Err(words::timed_out(limit, progress.step())),
        }
    }

    /// An endpoint, ready to be sent to.
    pub(crate) fn target(&self, endpoint: &Endpoint) -> Result<Target, Refusal> {
        Target::new(self.guard, endpoint)
    }

    /// Sends a message and reports how that ended. Never fails otherwise.
    pub(crate) async fn post(&self, target: &Target, message: Message<'_>) -> AttemptReport {
        let start = Instant::now();
        let limit = self.time_limit.min(message.timeout);
        let headers = request::headers(target, &message);
        let mut report =
            AttemptReport { request: request::head(target, &headers), ..AttemptReport::default() };
        let body = Bytes::from(message.body);
        let request = || request::request(target, &headers, body.clone());
        match self.exchange(request, start + limit, limit).await {
            Ok(response) => {
                let status = response.status();
                report.status = Some(status.as_u16());
                report.retry_after = answer::retry_after(status, response.headers(), message.timestamp);
                report.gone = status == StatusCode::GONE;
                report.fail(words::judge_status(status, response.headers()));
                report.answer = Some(answer::read(target, response, start + limit).await);
            }
            Err(failure) => report.fail(Some(failure)),
        }
        report.error = report.error.map(|error| target.hide_secrets(&error));
        report.duration_ms = i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX);
        report
    }

    /// Asks, and once more if the connection was a kept one that the receiver had closed meanwhile: that says nothing
    /// of the receiver, and what it may have got twice has the same id.
    async fn exchange(
        &self,
        request: impl Fn() -> Result<Request<Full<Bytes>>, hyper::http::Error>,
        deadline: Instant,
        limit: Duration,
    ) -> Result<Response<Incoming>, Failure> {
        let refused = |error: hyper::http::Error| Failure::new(FailureKind::Refused, error.to_string());
        let mut is_second = false;
        loop {
            let progress = Progress::default();
            let asked = progress.follow(self.client.request(request().map_err(refused)?));
            let failure = match timeout_at(deadline, asked).await {
                Ok(Ok(response)) => return Ok(response),
                Ok(Err(error)) => words::explain(&error),
                Err(_) => words::timed_out(limit, progress.step()),
            };
            if is_second || progress.step() != Step::Kept || failure.kind != FailureKind::Broken {
                return Err(failure);
            }
            is_second = true;
        }
    }
}

impl AttemptReport {
    /// Nothing was sent.
    pub(crate) fn refused(reason: String) -> Self {
        Self { error: Some(reason), failure: Some(FailureKind::Refused), ..Self::default() }
    }

    fn fail(&mut self, failure: Option<Failure>) {
        self.failure = failure.as_ref().map(|failure| failure.kind);
        self.error = failure.map(|failure| failure.words);
    }
}
