//! A client of the API under `/api/v1`.

use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use crate::Live;

/// Sends requests with one set of credentials.
#[derive(Clone)]
pub struct Rest {
    client: Client,
    base: String,
    credentials: Credentials,
    headers: Vec<(String, String)>,
}

#[derive(Clone)]
enum Credentials {
    None,
    Basic(String, String),
    Bearer(String),
}

/// An answer of the API.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, `Null` when it is empty, a text when it is no JSON.
    pub body: Value,
}

impl Rest {
    pub(crate) fn new(base: String) -> Self {
        let (client, credentials) = (Client::new(), Credentials::None);
        Self { client, base, credentials, headers: Vec::new() }
    }

    /// The same client with a name and a password or token.
    #[must_use]
    pub fn basic(&self, username: &str, secret: &str) -> Self {
        Self { credentials: Credentials::Basic(username.to_owned(), secret.to_owned()), ..self.clone() }
    }

    /// The same client with a bearer token.
    #[must_use]
    pub fn bearer(&self, token: &str) -> Self {
        Self { credentials: Credentials::Bearer(token.to_owned()), ..self.clone() }
    }

    /// The same client with one more header on every request.
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut with = self.clone();
        with.headers.push((name.to_owned(), value.to_owned()));
        with
    }

    /// Reads what is at `path`, for example `/api/v1/webhooks`.
    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::GET, path)).await
    }

    /// Sends JSON to `path`.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::POST, path).json(&body)).await
    }

    /// Sends changes to `path`.
    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::PATCH, path).json(&body)).await
    }

    /// Puts JSON in the place of what is at `path`.
    pub async fn put(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request(Method::PUT, path).json(&body)).await
    }

    /// Removes what is at `path`.
    pub async fn delete(&self, path: &str) -> Reply {
        Reply::of(self.request(Method::DELETE, path)).await
    }

    /// Sends any body by any method; without a media type, none is said.
    ///
    /// # Panics
    ///
    /// When there is no such method.
    pub async fn send(&self, method: &str, path: &str, media_type: Option<&str>, body: String) -> Reply {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let request = self.request(method, path).body(body);
        Reply::of(match media_type {
            Some(media_type) => request.header("content-type", media_type),
            None => request,
        })
        .await
    }

    /// Follows a stream of events, going on after the message `last` if one is named.
    pub async fn follow(&self, path: &str, last: Option<&str>) -> Live {
        let request = self.request(Method::GET, path).header("accept", "text/event-stream");
        let request = match last {
            Some(last) => request.header("last-event-id", last),
            None => request,
        };
        Live::new(request.send().await.expect("the server answers"))
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let request = self.headers.iter().fold(request, |request, (name, value)| request.header(name, value));
        match &self.credentials {
            Credentials::None => request,
            Credentials::Basic(username, secret) => request.basic_auth(username, Some(secret)),
            Credentials::Bearer(token) => request.bearer_auth(token),
        }
    }
}

impl Reply {
    async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("the server answers");
        let status = response.status().as_u16();
        let text =
            |value: &reqwest::header::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers =
            response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
        let body = response.text().await.expect("the answer is text");
        let body = match body.as_str() {
            "" => Value::Null,
            body => serde_json::from_str(body).unwrap_or_else(|_| body.into()),
        };
        Self { status, headers, body }
    }

    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
