//! A way out that leads nowhere: these tests send no webhooks.

use kanso_core::BoxFuture;
use kanso_core::endpoint::{Endpoint, EventType, Format, Outgoing, Preview, TestResult};
use kanso_core::event::Logged;
use kanso_domain::EventName;
use serde_json::Value;

pub(crate) struct Nowhere;

impl Outgoing for Nowhere {
    fn allows_private_networks(&self) -> bool {
        false
    }

    fn judge<'a>(&'a self, _url: &'a str) -> BoxFuture<'a, Result<(), String>> {
        Box::pin(async { Err("nowhere".to_owned()) })
    }

    fn forbids<'a>(&'a self, url: &'a str) -> BoxFuture<'a, Result<(), String>> {
        self.judge(url)
    }

    fn page_title<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Option<String>> {
        Box::pin(async { None })
    }

    fn event_types(&self) -> Vec<EventType> {
        Vec::new()
    }

    fn body_schema(&self, _format: Format) -> Option<Value> {
        None
    }

    fn check_template(&self, _template: &str) -> Result<(), String> {
        Err("nowhere".to_owned())
    }

    fn preview(&self, _: &Endpoint, _: EventName, _: &Logged) -> Result<Preview, String> {
        Err("nowhere".to_owned())
    }

    fn preview_sample(&self, _: &Endpoint, _: EventName) -> Result<Preview, String> {
        Err("nowhere".to_owned())
    }

    fn send_test<'a>(&'a self, _: &'a Endpoint, _: EventName) -> BoxFuture<'a, TestResult> {
        Box::pin(async { TestResult::default() })
    }
}
