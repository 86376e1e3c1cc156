//! `GET /api/v1/events/stream`: what happens, as it happens, by server-sent events.
//!
//! Nothing is remembered here: who comes back goes on after the last id they saw. Rights are asked anew at each
//! look, and so are the credentials.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use futures_util::stream::unfold;
use kanso_core::Listener;
use kanso_core::event::{FeedFilter, feed_end, read_feed};
use kanso_domain::{EventFilter, ProjectId};
use tokio::time::timeout;

use super::{Document, WhichEvents, documents};
use crate::auth;
use crate::rest::Rest;
use crate::rest::caller::Caller;
use crate::rest::input::Params;
use crate::rest::problem::{Outcome, Problem};

/// How often to look without having been rung for.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Has nginx pass on each message at once, where its configuration does not say so for all.
const UNHELD: [(&str, &str); 1] = [("x-accel-buffering", "no")];
/// How many events to read at once.
const BATCH: i64 = 100;

/// Somebody who follows what happens.
struct Follower {
    rest: Arc<Rest>,
    headers: HeaderMap,
    by: Caller,
    names: EventFilter,
    project: Option<ProjectId>,
    after: String,
    has_more: bool,
    listener: Listener,
    ready: VecDeque<Message>,
}

/// Tells what happens after the cursor in `Last-Event-ID` or `after`, or from now on, until the server stops or the
/// credentials are good no more.
pub(crate) async fn follow(
    State(rest): State<Arc<Rest>>,
    by: Caller,
    Params(which): Params<WhichEvents>,
    headers: HeaderMap,
) -> Outcome<impl IntoResponse> {
    if which.limit.is_some() {
        return Err(Problem::invalid("limit", "A stream has no limit."));
    }
    // Listening begins before the first look, so that nothing falls in between.
    let listener = by.app.bell().listen();
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let named = resumed.filter(|id| !id.is_empty()).or_else(|| which.after.clone());
    let after = match named.filter(|cursor| cursor != "now") {
        Some(cursor) => cursor,
        None => feed_end(&by.app).await?,
    };
    let (names, project) = (which.names()?, which.project_id.map(Into::into));
    let ready = VecDeque::new();
    let mut follower =
        Follower { rest, headers, by, names, project, after, has_more: false, listener, ready };
    follower.look().await?;
    let messages = unfold(follower, |mut follower| async move {
        let message = follower.next().await?;
        Some((Ok::<_, Infallible>(message), follower))
    });
    Ok((UNHELD, Sse::new(messages).keep_alive(KeepAlive::default())))
}

impl Follower {
    /// The next message; `None` when there will be none.
    async fn next(&mut self) -> Option<Message> {
        loop {
            if let Some(message) = self.ready.pop_front() {
                return Some(message);
            }
            if !self.has_more {
                self.wait().await;
                self.by.actor = self.identify().await?;
            }
            if self.by.app.has_streams_ended() {
                return None;
            }
            self.look().await.ok()?;
        }
    }

    /// Reads what is new.
    async fn look(&mut self) -> Outcome<()> {
        let filter = FeedFilter {
            after: Some(self.after.clone()),
            project: self.project,
            names: self.names.clone(),
            limit: BATCH,
        };
        let feed = read_feed(&self.by.app, &self.by.actor, filter).await?;
        for event in &feed.events {
            let mut told = documents(&*self.by.outgoing, event, &self.names)?.into_iter().peekable();
            while let Some(Document { name, json }) = told.next() {
                let message = Message::default().event(name.as_str()).data(json);
                // With the last one the whole event was told: from there one can go on.
                let is_whole = told.peek().is_none();
                self.ready.push_back(if is_whole { message.id(event.uid()) } else { message });
            }
        }
        (self.after, self.has_more) = (feed.next, feed.has_more);
        Ok(())
    }

    /// Who follows, if their credentials are still good. Nobody guesses by what was right once.
    async fn identify(&self) -> Option<kanso_core::Actor> {
        auth::identify_by_any(&self.rest.app, &self.headers, None, &self.rest.config).await.ok().flatten()
    }

    /// Waits for something to happen anywhere, or for the time to look anyway.
    async fn wait(&mut self) {
        // Running out of time is as good as a ring: the bell only makes things quick.
        tokio::select! {
            _ = timeout(LOOK_EVERY, self.listener.rung()) => (),
            () = self.by.app.streams_end() => (),
        }
        // What rang meanwhile is seen by the look that follows.
        self.listener = self.by.app.bell().listen();
    }
}
