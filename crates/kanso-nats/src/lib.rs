//! The log, published into a stream of NATS JetStream, at least once and in order.
//!
//! Begin with [`run`]. How far it is stands in the database and is moved on only after JetStream stored what came
//! before; each message carries the event's id, by which JetStream drops what comes twice. Of several servers one
//! publishes at a time.
//!
//! This crate knows NATS. It knows neither SQL nor how bodies are made: those come by
//! [`Outgoing`].

mod config;
mod link;
mod publish;

use std::sync::Arc;
use std::time::Duration;

use kanso_core::endpoint::Outgoing;
use kanso_core::publication::{Publisher, release_publication};
use kanso_core::{App, Error};
use tokio::time::sleep;

pub use config::{BadConfig, Config};

/// Why publishing stopped. It is tried again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Core(#[from] Error),
    #[error("the credentials cannot be read: {0}")]
    Credentials(#[from] std::io::Error),
    #[error(transparent)]
    Config(#[from] BadConfig),
    #[error("cannot connect: {0}")]
    Connect(#[from] async_nats::ConnectError),
    #[error("the stream cannot be used: {0}")]
    Stream(String),
    #[error("JetStream did not store a message: {0}")]
    Publish(String),
}

/// How long to wait after a failure, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Publishes the log until `stop` ends. When the database or NATS fails, it goes on where it was as soon as they are
/// back.
pub async fn run(app: App, outgoing: Arc<dyn Outgoing>, config: Config, stop: impl Future<Output = ()>) {
    let publisher = Publisher::new(format!("nats {}", config.stream));
    let mut pause = FIRST_PAUSE;
    let work = async {
        loop {
            let mut has_published = false;
            let ended =
                publish::publish(&app, outgoing.as_ref(), &config, &publisher, &mut has_published).await;
            let Err(failure) = ended;
            pause = if has_published { FIRST_PAUSE } else { LONGEST_PAUSE.min(pause * 2) };
            tracing::warn!(error = %failure, stream = config.stream, "publishing into NATS stopped; trying again");
            leave(&app, &publisher).await;
            sleep(pause).await;
        }
    };
    tokio::select! {
        () = stop => (),
        () = work => (),
    }
    leave(&app, &publisher).await;
}

/// Lets another server take over at once. Should this fail, the lease ends by itself.
async fn leave(app: &App, publisher: &Publisher) {
    if let Err(error) = release_publication(app, publisher).await {
        tracing::debug!(%error, "the publication ends with its lease");
    }
}
