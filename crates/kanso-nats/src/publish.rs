//! Reading the log and publishing it, batch by batch.

use std::convert::Infallible;
use std::time::Duration;

use kanso_core::endpoint::{Endpoint, NewEndpoint, Outgoing};
use kanso_core::event::{FeedFilter, Logged, read_feed};
use kanso_core::publication::{Publisher, advance_publication, hold_publication};
use kanso_core::{Actor, App, Listener};
use tokio::time::{Instant, sleep};

use crate::link::Link;
use crate::{Config, Failure};

/// For how long a server holds the publication, in milliseconds: when it dies, another takes over after this time.
const LEASE: i64 = 30_000;

/// When the lease is renewed.
const RENEW: Duration = Duration::from_secs(10);

/// How often the log is looked at when no bell rings.
const POLL: Duration = Duration::from_secs(1);

/// How many events are read at once. As many may be published again when the server dies.
const BATCH: i64 = 100;

/// Publishes until something fails.
pub(crate) async fn publish(
    app: &App,
    outgoing: &dyn Outgoing,
    config: &Config,
    publisher: &Publisher,
    has_published: &mut bool,
) -> Result<Infallible, Failure> {
    let link = Link::open(config).await?;
    let style = NewEndpoint::default().draft(0);
    let mut bell = app.bell().listen();
    loop {
        let Some(cursor) = hold_publication(app, publisher, LEASE).await? else {
            sleep(POLL).await;
            continue;
        };
        let held = Held { app, outgoing, link: &link, style: &style, publisher };
        held.go_on(cursor, &mut bell, has_published).await?;
    }
}

/// What a server works with while it holds the publication.
struct Held<'a> {
    app: &'a App,
    outgoing: &'a dyn Outgoing,
    link: &'a Link,
    /// Says in which format: the standard one.
    style: &'a Endpoint,
    publisher: &'a Publisher,
}

impl Held<'_> {
    /// Publishes what comes after the cursor, and what comes then, until another server took over.
    async fn go_on(
        &self,
        mut cursor: Option<String>,
        bell: &mut Listener,
        has_published: &mut bool,
    ) -> Result<(), Failure> {
        let mut renewed = Instant::now();
        loop {
            let filter = FeedFilter { after: cursor.clone(), limit: BATCH, ..FeedFilter::default() };
            let feed = read_feed(self.app, &Actor::Application, filter).await?;
            for event in &feed.events {
                self.tell(event).await?;
                *has_published = true;
                if renewed.elapsed() >= RENEW {
                    renewed = Instant::now();
                    if !self.renew().await? {
                        return Ok(());
                    }
                }
            }
            if cursor.as_ref() != Some(&feed.next) {
                renewed = Instant::now();
                if !advance_publication(self.app, self.publisher, feed.next.clone(), LEASE).await? {
                    return Ok(());
                }
                cursor = Some(feed.next);
            } else if renewed.elapsed() >= RENEW {
                renewed = Instant::now();
                if !self.renew().await? {
                    return Ok(());
                }
            }
            if !feed.has_more {
                tokio::select! {
                    _ = bell.rung() => (),
                    () = sleep(POLL) => (),
                }
            }
        }
    }

    async fn renew(&self) -> Result<bool, Failure> {
        Ok(hold_publication(self.app, self.publisher, LEASE).await?.is_some())
    }

    /// Publishes an event under each of its names. What can never be published is said in the log and passed over:
    /// nothing would follow it otherwise.
    async fn tell(&self, event: &Logged) -> Result<(), Failure> {
        for name in event.event.names() {
            let id = event.message_id(name);
            match self.outgoing.preview(self.style, name, event) {
                Ok(body) if self.link.takes(&body) => {
                    self.link.publish(event.project, name, &id, body).await?;
                }
                Ok(body) => tracing::error!(
                    event.id = id,
                    bytes = body.body.len(),
                    "an event is too long for the NATS server and was not published: raise its max_payload"
                ),
                Err(error) => {
                    tracing::error!(event.id = id, error, "an event has no body and was not published")
                }
            }
        }
        Ok(())
    }
}
