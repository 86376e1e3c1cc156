//! An HTTP client for a person's own commands, which goes wherever they tell it. The guard is for addresses that
//! others type into a server; this must never send to those.

use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Method, Request, Response, Uri};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::time::timeout;

use crate::words;

/// How long a connection and the head of an answer may take, and a whole exchange.
const LIMIT: Duration = Duration::from_secs(30);

/// The longest answer that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The client. Copies share their connections.
#[derive(Clone)]
pub struct OwnClient(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// The address or a header makes no request.
    #[error("{0}")]
    NoRequest(String),
    /// Nobody listens there, or the way there is broken.
    #[error("{0}")]
    NotConnected(String),
    /// Somebody listens, but did not answer in time or in HTTP.
    #[error("{0}")]
    Broken(String),
}

/// An answer whose body comes bit by bit.
pub struct Streamed {
    /// The HTTP status.
    pub status: u16,
    body: Incoming,
}

impl OwnClient {
    /// A client that trusts the machine's certificate authorities.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub fn new() -> std::io::Result<Self> {
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(rustls::crypto::ring::default_provider())?
            .https_or_http()
            .enable_http1()
            .build();
        Ok(Self(Client::builder(TokioExecutor::new()).build(connector)))
    }

    /// Gets what may go on for ever, such as server-sent events.
    ///
    /// # Errors
    ///
    /// When no answer begins.
    pub async fn stream(&self, url: &str, headers: &[(&str, String)]) -> Result<Streamed, NoAnswer> {
        let response = self.send(Method::GET, url, headers, String::new()).await?;
        Ok(Streamed { status: response.status().as_u16(), body: response.into_body() })
    }

    /// Posts a body, and reads the answer: its status and its text.
    ///
    /// # Errors
    ///
    /// When there is no answer.
    pub async fn post(
        &self,
        url: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<(u16, String), NoAnswer> {
        let response = self.send(Method::POST, url, headers, body).await?;
        let answer = Streamed { status: response.status().as_u16(), body: response.into_body() };
        let status = answer.status;
        Ok((status, answer.text().await?))
    }

    async fn send(
        &self,
        method: Method,
        url: &str,
        headers: &[(&str, String)],
        body: String,
    ) -> Result<Response<Incoming>, NoAnswer> {
        let no_request = |error: &dyn std::error::Error| NoAnswer::NoRequest(format!("{url}: {error}"));
        let uri: Uri = url.parse().map_err(|error| no_request(&error))?;
        let mut request = Request::new(Full::new(Bytes::from(body)));
        (*request.method_mut(), *request.uri_mut()) = (method, uri);
        for (name, value) in headers {
            let name: HeaderName = name.parse().map_err(|error| no_request(&error))?;
            let value = HeaderValue::try_from(value).map_err(|error| no_request(&error))?;
            request.headers_mut().insert(name, value);
        }
        match timeout(LIMIT, self.0.request(request)).await {
            Ok(Ok(response)) => Ok(response),
            Ok(Err(error)) if error.is_connect() => Err(NoAnswer::NotConnected(reason(&error))),
            Ok(Err(error)) => Err(NoAnswer::Broken(words::explain(&error).to_string())),
            Err(_) => Err(NoAnswer::Broken(format!("no answer after {} s", LIMIT.as_secs()))),
        }
    }
}

impl Streamed {
    /// The next bytes, as they come; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the connection breaks.
    pub async fn next(&mut self) -> Result<Option<Bytes>, NoAnswer> {
        while let Some(frame) = self.body.frame().await {
            let frame = frame.map_err(|_| NoAnswer::Broken("the connection broke".to_owned()))?;
            if let Ok(data) = frame.into_data() {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    /// The whole body as text, if it ends.
    ///
    /// # Errors
    ///
    /// When it does not end in time, or is very long.
    pub async fn text(self) -> Result<String, NoAnswer> {
        let broken = || NoAnswer::Broken("the answer is too long, or does not end".to_owned());
        let read = timeout(LIMIT, Limited::new(self.body, LONGEST).collect()).await;
        let bytes = read.map_err(|_| broken())?.map_err(|_| broken())?.to_bytes();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The innermost reason why there is no connection.
fn reason(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
