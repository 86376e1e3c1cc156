//! Sending an event to the local program.

use std::time::Duration;

use anyhow::bail;
use kanso_core::Clock;
use kanso_webhooks::{NoAnswer, OwnClient, Signer};
use tokio::time::{Instant, sleep};

use super::message::Message;
use crate::say;

/// How often a program that does not listen is tried in all, and how long the first wait is; each is twice the one
/// before.
const TRIES: u32 = 6;
const FIRST_WAIT: Duration = Duration::from_millis(250);

/// The local program.
pub(super) struct Forward {
    client: OwnClient,
    url: String,
    signer: Signer,
}

impl Forward {
    pub(super) fn new(client: OwnClient, url: &str, signer: Signer) -> Self {
        Self { client, url: url.to_owned(), signer }
    }

    /// Sends an event, and again while nobody listens yet. Answers how that ended; only an address that makes no
    /// request is an error.
    pub(super) async fn send(&self, id: &str, message: &Message) -> anyhow::Result<String> {
        let mut wait = FIRST_WAIT;
        for attempt in 1.. {
            let start = Instant::now();
            match self.client.post(&self.url, &self.headers(id, message), message.data.clone()).await {
                Ok((status, _)) => return Ok(format!("{status} in {} ms", start.elapsed().as_millis())),
                Err(error @ NoAnswer::NoRequest(_)) => bail!(error),
                Err(NoAnswer::NotConnected(reason)) if attempt < TRIES => {
                    let name = &message.name;
                    say(&format!("{name}  {id}  {reason}: nobody listens at {}; trying again", self.url))?;
                    sleep(wait).await;
                    wait *= 2;
                }
                Err(error) => return Ok(format!("not delivered: {error}")),
            }
        }
        Ok("not delivered".to_owned())
    }

    fn headers(&self, id: &str, message: &Message) -> Vec<(&'static str, String)> {
        let now = Clock::system().now();
        let mut headers = vec![
            ("content-type", "application/json".to_owned()),
            ("user-agent", concat!("Kanso/", env!("CARGO_PKG_VERSION")).to_owned()),
            ("webhook-id", id.to_owned()),
            ("webhook-timestamp", now.to_string()),
        ];
        headers.extend(self.signer.sign(id, now, &message.data).map(|signed| ("webhook-signature", signed)));
        headers
    }
}
