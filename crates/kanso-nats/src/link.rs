//! The connection to NATS, and the stream.

use std::time::Duration;

use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::{self, stream};
use async_nats::{Client, ConnectOptions, Event, HeaderValue};
use kanso_core::endpoint::Preview;
use kanso_domain::{EventName, ProjectId};

use crate::{Config, Failure};

/// What all subjects begin with.
const SUBJECT: &str = "kanso.events";

/// For how long JetStream drops what comes twice: longer than a server takes to start again.
const DUPLICATE_WINDOW: Duration = Duration::from_secs(600);

/// How much of a message is not its body, at most, in bytes.
const BESIDE_BODY: usize = 1024;

/// How long an answer of the NATS server may take.
const ANSWER: Duration = Duration::from_secs(5);

/// A stream to publish into.
pub(crate) struct Link {
    client: Client,
    jetstream: jetstream::Context,
    stream: String,
}

impl Link {
    /// Connects, and makes the stream when there is none. One that is there is taken as it is.
    pub(crate) async fn open(config: &Config) -> Result<Self, Failure> {
        let mut options = ConnectOptions::new().name("kanso").event_callback(tell);
        if let Some(file) = &config.credentials {
            options = options.credentials_file(file).await?;
        }
        let client = options.connect(config.servers()?).await?;
        let jetstream = jetstream::context::ContextBuilder::new().timeout(ANSWER).build(client.clone());
        let wanted = stream::Config {
            name: config.stream.clone(),
            description: Some("What happens in Kanso".to_owned()),
            subjects: vec![format!("{SUBJECT}.>")],
            duplicate_window: DUPLICATE_WINDOW,
            ..stream::Config::default()
        };
        let made = jetstream.get_or_create_stream(wanted).await;
        made.map_err(|error| Failure::Stream(error.to_string()))?;
        Ok(Self { client, jetstream, stream: config.stream.clone() })
    }

    /// Publishes one message and waits until it is stored. One with an id that the stream knows is stored once.
    pub(crate) async fn publish(
        &self,
        project: ProjectId,
        name: EventName,
        id: &str,
        body: Preview,
    ) -> Result<(), Failure> {
        let failed = |error: &dyn std::error::Error| Failure::Publish(error.to_string());
        let subject = format!("{SUBJECT}.{project}.{}", name.as_str());
        let message = PublishMessage::build()
            .payload(body.body.into())
            .header("Content-Type", HeaderValue::from(body.content_type))
            .message_id(id)
            .expected_stream(&self.stream);
        let stored = self.jetstream.send_publish(subject, message).await.map_err(|error| failed(&error))?;
        stored.await.map_err(|error| failed(&error))?;
        Ok(())
    }

    /// Whether the server takes messages this long.
    pub(crate) fn takes(&self, body: &Preview) -> bool {
        body.body.len().saturating_add(BESIDE_BODY) <= self.client.server_info().max_payload
    }
}

/// What the connection tells of itself goes to the log.
async fn tell(event: Event) {
    if event == Event::Connected {
        tracing::info!("connected to NATS");
    } else {
        tracing::warn!(%event, "NATS");
    }
}
