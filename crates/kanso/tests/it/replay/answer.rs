//! Sending a sample's request as who sent it, and what came back.

use std::collections::BTreeMap;

use kanso_testkit::TestApp;
use reqwest::header::HeaderMap;
use serde_json::Value;

use super::HEADER;
use super::recording::Recording;
use super::sample::Sample;

/// `jsonrpc` and the application's token, in base64.
const ENCODED: &str = "anNvbnJwYzpTRUNSRVQ=";
const UNAUTHORIZED: u16 = 401;

pub(super) struct Client {
    http: reqwest::Client,
    url: String,
    passwords: BTreeMap<String, String>,
}

/// What came back.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    /// An empty text when there was no body.
    pub(super) body: Value,
}

impl Client {
    pub(super) fn new(app: &TestApp, recording: &Recording) -> Self {
        let mut passwords = recording.passwords.clone();
        passwords.insert("jsonrpc".to_owned(), app.app.settings().get("api_token").to_owned());
        Self { http: reqwest::Client::new(), url: app.url("/jsonrpc.php"), passwords }
    }

    /// Sends the request with the credentials that the sample tells of.
    pub(super) async fn send(&self, sample: &Sample, request: &str) -> Answer {
        let mut post = self.http.post(&self.url).body(request.to_owned());
        post = match &sample.auth {
            Some(name) if sample.http_status == UNAUTHORIZED => post.basic_auth(name, Some("wrong")),
            Some(name) => {
                let password = self.passwords.get(name).expect("recording.toml has the password");
                post.basic_auth(name, Some(password))
            }
            None if sample.http_status == UNAUTHORIZED => post,
            None => post.header(HEADER, ENCODED),
        };
        let response = post.send().await.expect("the server answers");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("the answer is text");
        let body = if text.is_empty() {
            Value::from("")
        } else {
            serde_json::from_str(&text).expect("the answer is JSON")
        };
        Answer { status, headers, body }
    }

    /// Keeps the password of an account that was created.
    pub(super) fn remember(&mut self, sample: &Sample) {
        if sample.procedure() == "createUser" && sample.response["result"].is_number() {
            let text = |name| sample.parameter(name).and_then(Value::as_str).expect("a text").to_owned();
            self.passwords.insert(text("username"), text("password"));
        }
    }
}
