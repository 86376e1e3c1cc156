//! An exchange that is no webhook, by the same client: judged addresses, no redirects, bounded in time and size.

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{HeaderName, HeaderValue, USER_AGENT};
use hyper::{Method, Request};
use tokio::time::{Instant, timeout_at};

use super::Sender;
use crate::failure::{Failure, FailureKind};

/// How long an exchange may take in all: somebody waits for it.
const TIME_LIMIT: std::time::Duration = std::time::Duration::from_secs(10);

/// The longest answer that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// Status, headers and body of an answer.
type Fetched = (u16, Vec<(String, String)>, Vec<u8>);

impl Sender {
    /// Asks at `url`, by GET or POST, and answers status, headers and body of whatever comes back.
    ///
    /// # Errors
    ///
    /// Why there is no answer, or none that can be taken.
    pub async fn fetch(
        &self,
        is_post: bool,
        url: &str,
        headers: &[(String, String)],
        body: Vec<u8>,
    ) -> Result<Fetched, Failure> {
        let refused = |reason: String| Failure::new(FailureKind::Refused, reason);
        let mut url = self.guard.parse(url).map_err(|refusal| refused(refusal.to_string()))?;
        url.set_fragment(None);
        let body = Bytes::from(body);
        let request = || {
            let method = if is_post { Method::POST } else { Method::GET };
            let mut request = Request::builder().method(method).uri(url.as_str()).header(USER_AGENT, "Kanso");
            for (name, value) in headers {
                request = request.header(HeaderName::try_from(name)?, HeaderValue::try_from(value)?);
            }
            request.body(Full::new(body.clone()))
        };
        let limit = TIME_LIMIT.min(self.time_limit);
        let deadline = Instant::now() + limit;
        let response = self.exchange(request, deadline, limit).await?;
        let (head, body) = response.into_parts();
        let broken = |words: &str| Failure::new(FailureKind::Broken, words.to_owned());
        let read = timeout_at(deadline, Limited::new(body, LONGEST).collect()).await;
        let read = read.map_err(|_| broken("the answer did not end in time"))?;
        let bytes = read.map_err(|_| broken("the answer is too long, or broke off"))?.to_bytes();
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = head.headers.iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        Ok((head.status.as_u16(), headers, bytes.to_vec()))
    }
}
