//! A client of the JSON-RPC API.

use reqwest::Client;
use serde_json::{Value, json};

/// Calls procedures with one set of credentials.
#[derive(Clone)]
pub struct Rpc {
    client: Client,
    url: String,
    username: String,
    password: String,
}

/// An answer of the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body, `Null` when it is empty.
    pub body: Value,
}

impl Rpc {
    pub(crate) fn new(url: String, username: &str, password: &str) -> Self {
        Self { client: Client::new(), url, username: username.to_owned(), password: password.to_owned() }
    }

    /// Calls a procedure and answers its result.
    ///
    /// # Panics
    ///
    /// When the answer is an error.
    pub async fn call(&self, method: &str, params: Value) -> Value {
        let answer = self.try_call(method, params.clone()).await;
        match answer.body.get("result") {
            Some(result) => result.clone(),
            None => panic!("{method} {params} answered {answer:?}"),
        }
    }

    /// Calls a procedure whose result is an id.
    pub async fn call_for_id(&self, method: &str, params: Value) -> i64 {
        let result = self.call(method, params.clone()).await;
        result.as_i64().filter(|id| *id > 0).unwrap_or_else(|| panic!("{method} {params} answered {result}"))
    }

    /// Calls a procedure and answers what came, error or not.
    pub async fn try_call(&self, method: &str, params: Value) -> Answer {
        self.send(call(method, &params)).await
    }

    /// The same with the body to the byte.
    pub async fn try_call_text(&self, method: &str, params: Value) -> (u16, String) {
        self.exchange(call(method, &params)).await
    }

    /// Sends a body as it is.
    pub async fn send(&self, body: String) -> Answer {
        let (status, text) = self.exchange(body).await;
        let body = if text.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&text).expect("the answer is JSON")
        };
        Answer { status, body }
    }

    /// Calls a procedure of a server that may be gone; `None` when it is, or gives no result.
    pub async fn call_if_there(&self, method: &str, params: Value) -> Option<Value> {
        let request = self.client.post(&self.url).basic_auth(&self.username, Some(&self.password));
        let answer = request.body(call(method, &params)).send().await.ok()?.text().await.ok()?;
        serde_json::from_str::<Value>(&answer).ok()?.get("result").cloned()
    }

    async fn exchange(&self, body: String) -> (u16, String) {
        let request = self.client.post(&self.url).basic_auth(&self.username, Some(&self.password)).body(body);
        let response = request.send().await.expect("the server answers");
        (response.status().as_u16(), response.text().await.expect("the answer is text"))
    }
}

fn call(method: &str, params: &Value) -> String {
    json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1}).to_string()
}
