//! The server that is listened to.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_webhooks::{NoAnswer, OwnClient, Streamed};
use serde_json::Value;
use tokio::time::timeout;
use url::Url;

use super::message::{Message, Reader};
use crate::cli::ListenOptions;

/// How long a stream may be silent: servers keep it open with a comment four times in this time.
const SILENCE: Duration = Duration::from_secs(60);

/// A server, and how far its events are known.
pub(super) struct Server {
    client: OwnClient,
    base: Url,
    authorization: String,
    /// What is asked for, besides where to begin.
    query: Vec<(&'static str, String)>,
    /// Where to begin.
    after: Option<String>,
    /// The last message that was taken.
    last: Option<String>,
}

/// The events as they come.
pub(super) struct Stream {
    answer: Streamed,
    reader: Reader,
    ready: VecDeque<Message>,
}

/// Why no event comes.
pub(super) enum Lost {
    /// It may go on later.
    ForNow(String),
    /// It makes no sense to try again.
    ForGood(String),
}

impl Server {
    pub(super) fn new(client: OwnClient, options: &ListenOptions) -> anyhow::Result<Self> {
        let server = format!("{}/", options.server.trim_end_matches('/'));
        let base = Url::parse(&server).with_context(|| format!("--server {}", options.server))?;
        let authorization = match (&options.token, &options.user, &options.password) {
            (Some(token), ..) => format!("Bearer {token}"),
            (None, Some(user), Some(password)) => {
                format!("Basic {}", STANDARD.encode(format!("{user}:{password}")))
            }
            (None, ..) => bail!("who listens? Give --token, or --user and --password"),
        };
        let mut query = Vec::new();
        query.extend(options.project.map(|project| ("project_id", project.to_string())));
        query.extend((!options.events.is_empty()).then(|| ("types", options.events.to_string())));
        Ok(Self { client, base, authorization, query, after: options.since.clone(), last: None })
    }

    /// Asks where the log ends now, so that nothing is missed when the first connection is lost before an event came.
    ///
    /// # Errors
    ///
    /// When the server does not answer, or refuses.
    pub(super) async fn find_start(&mut self) -> anyhow::Result<()> {
        let after = self.after.clone().unwrap_or_else(|| "now".to_owned());
        let url = self.address("api/v1/events", &[("after", after), ("limit", "1".to_owned())])?;
        let headers =
            [("authorization", self.authorization.clone()), ("accept", "application/json".to_owned())];
        let answer = self.client.stream(&url, &headers).await;
        let answer = answer.with_context(|| format!("cannot listen to {}", self.base))?;
        let (status, text) = (answer.status, answer.text().await?);
        if status != 200 {
            bail!("{}", refusal(status, &text));
        }
        if self.after.is_none() {
            let page: Value = serde_json::from_str(&text).context("the answer is not of a Kanso server")?;
            self.after = page.get("next").and_then(Value::as_str).map(str::to_owned);
        }
        Ok(())
    }

    /// Opens the stream where the last one ended.
    pub(super) async fn connect(&self) -> Result<Stream, Lost> {
        let after = self.after.clone().filter(|_| self.last.is_none()).map(|after| ("after", after));
        let for_good = |error: anyhow::Error| Lost::ForGood(error.to_string());
        let url = self.address("api/v1/events/stream", after.as_slice()).map_err(for_good)?;
        let mut headers =
            vec![("authorization", self.authorization.clone()), ("accept", "text/event-stream".to_owned())];
        headers.extend(self.last.clone().map(|last| ("last-event-id", last)));
        let answer = self.client.stream(&url, &headers).await.map_err(Lost::from)?;
        match answer.status {
            200 => Ok(Stream { answer, reader: Reader::default(), ready: VecDeque::new() }),
            status @ (408 | 429 | 500..=599) => Err(Lost::ForNow(format!("The server answered {status}"))),
            status => Err(Lost::ForGood(refusal(status, &answer.text().await.unwrap_or_default()))),
        }
    }

    /// Remembers that a message was taken.
    pub(super) fn seen(&mut self, message: &Message) {
        if let Some(id) = message.id.as_ref().filter(|id| !id.is_empty()) {
            self.last = Some(id.clone());
        }
    }

    fn address(&self, path: &str, more: &[(&str, String)]) -> anyhow::Result<String> {
        let mut url = self.base.join(path)?;
        url.query_pairs_mut().extend_pairs(&self.query).extend_pairs(more);
        Ok(url.into())
    }
}

impl Stream {
    /// Waits for the next message.
    pub(super) async fn next(&mut self) -> Result<Message, Lost> {
        loop {
            if let Some(message) = self.ready.pop_front() {
                return Ok(message);
            }
            match timeout(SILENCE, self.answer.next()).await {
                Ok(Ok(Some(bytes))) => self.ready.extend(self.reader.read(&bytes)),
                Ok(Ok(None)) => return Err(Lost::ForNow("The server ended the stream".to_owned())),
                Ok(Err(error)) => return Err(error.into()),
                Err(_) => return Err(Lost::ForNow("Nothing came from the server for a minute".to_owned())),
            }
        }
    }
}

/// What the server said to the request, in its own words where it has some.
fn refusal(status: u16, text: &str) -> String {
    let problem: Value = serde_json::from_str(text).unwrap_or_default();
    match (status, problem.get("detail").and_then(Value::as_str)) {
        (_, Some(detail)) => format!("the server refused: {detail}"),
        (401 | 403, None) => "the server refused the credentials".to_owned(),
        (404, None) => "there are no events at this address: is it a Kanso server?".to_owned(),
        (status, None) => format!("the server answered {status}"),
    }
}

impl From<NoAnswer> for Lost {
    fn from(error: NoAnswer) -> Self {
        match error {
            NoAnswer::NoRequest(reason) => Self::ForGood(reason),
            NoAnswer::NotConnected(reason) => {
                Self::ForNow(format!("The server cannot be reached ({reason})"))
            }
            NoAnswer::Broken(reason) => Self::ForNow(format!("The connection was lost ({reason})")),
        }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ForNow(reason) | Self::ForGood(reason) => f.write_str(reason),
        }
    }
}
