//! What edges need of those who send. The program passes it in, since edges do not know each other.

use std::time::Duration;

use kanso_db::BoxFuture;
use kanso_domain::EventName;

use super::{Endpoint, Format};
use crate::event::Logged;

/// The way out to receivers of webhooks.
pub trait Outgoing: Send + Sync {
    /// Whether loopback and private networks may be reached.
    fn allows_private_networks(&self) -> bool;

    /// Why webhooks may not or cannot be sent to `url`, in words, if so: scheme, name, address, connection, TLS.
    fn judge<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<(), String>>;

    /// Why webhooks may never be sent to `url`, in words, if so: scheme, name, address. A receiver that is down just
    /// now is no reason: what is to be sent waits for it.
    fn forbids<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<(), String>>;

    /// What the page at `url` calls itself; `None` when it cannot be read. It is judged as a webhook's address is.
    fn page_title<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Option<String>>;

    /// Every event there is, in the order in which pages list them.
    fn event_types(&self) -> Vec<EventType>;

    /// What the bodies of a format look like, as a JSON Schema (2020-12); `None` for a format that others define.
    fn body_schema(&self, format: Format) -> Option<serde_json::Value>;

    /// Why a template makes no body, in words, if so.
    ///
    /// # Errors
    ///
    /// Where it is wrong, in words.
    fn check_template(&self, template: &str) -> Result<(), String>;

    /// What the endpoint would be sent for an event under one of its names.
    ///
    /// # Errors
    ///
    /// Why there is no body, in words.
    fn preview(&self, endpoint: &Endpoint, name: EventName, event: &Logged) -> Result<Preview, String>;

    /// What the endpoint would be sent for a sample event of this name.
    ///
    /// # Errors
    ///
    /// Why there is no body, in words.
    fn preview_sample(&self, endpoint: &Endpoint, name: EventName) -> Result<Preview, String>;

    /// Sends a sample event of this name, and waits for the answer. Nothing is stored, nothing is tried again.
    fn send_test<'a>(&'a self, endpoint: &'a Endpoint, name: EventName) -> BoxFuture<'a, TestResult>;
}

/// A kind of event, as the catalogue describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventType {
    /// What it is called on the wire.
    pub name: EventName,
    /// What happened, in a few words.
    pub title: &'static str,
    /// When it is told and what it holds.
    pub description: &'static str,
    /// What its standard body looks like, as a JSON Schema (2020-12).
    pub schema: serde_json::Value,
    /// Whether Kanboard sends it too.
    pub is_kanboards: bool,
}

/// What would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The header `Content-Type`.
    pub content_type: &'static str,
    /// The body as it goes over the wire.
    pub body: String,
}

/// What came of a test event.
#[derive(Clone, Debug, Default)]
pub struct TestResult {
    /// The answer's status; `None` when there was no answer.
    pub status: Option<u16>,
    /// How long it took.
    pub duration: Duration,
    /// The beginning of the answer's body, as text.
    pub body: String,
    /// What was sent: request line and headers, secrets redacted.
    pub request: String,
    /// The body that was sent.
    pub sent: String,
    /// Why it failed, in words.
    pub error: Option<String>,
}
