//! What happens on a board, as it happens: server-sent events for each open page.
//!
//! An event names a task that changed; the page fetches it, which asks for permissions again and renders it the
//! one way there is. Nothing is remembered here: who comes back goes on after the last id they saw.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use kanso_core::event::{latest_event, list_events_after};
use kanso_core::{Actor, Listener, Rung, column, swimlane};
use kanso_domain::{EventId, ProjectId};
use serde::Deserialize;
use serde_json::json;
use tokio::time::timeout;
use tower_sessions::Session;

use crate::fault::Fault;
use crate::reader::Reader;
use crate::session;
use crate::web::Web;

/// How often to look without having been rung for.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// More events than this are not told one by one: the board is drawn anew.
const BATCH: i64 = 200;

#[derive(Deserialize)]
pub(crate) struct From {
    after: Option<i64>,
}

/// One page that follows a board.
struct Follower {
    web: Web,
    actor: Actor,
    session: Session,
    project: ProjectId,
    after: EventId,
    listener: Listener,
    /// The columns and swimlanes as last seen.
    shape: String,
    ready: VecDeque<Event>,
}

/// `GET /board/{project}/live`
pub(crate) async fn follow(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(from): Query<From>,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    // Listening begins before the first look, so that nothing falls in between.
    let listener = web.app.bell().listen();
    let latest = latest_event(&web.app, &reader.actor, project).await?;
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let after = resumed.or(from.after).map_or(latest, EventId::from);
    let (actor, session) = (reader.actor, reader.session);
    let shape = shape(&web, &actor, project).await?;
    let follower = Follower { web, actor, session, project, after, listener, shape, ready: VecDeque::new() };
    let events = unfold(follower, |mut follower| async move {
        let event = follower.next().await?;
        Some((Ok(event), follower))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

impl Follower {
    /// The next event; `None` when the reader may not follow any more.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(event);
            }
            self.look().await.ok()?;
            if self.ready.is_empty() {
                self.wait().await;
                if self.web.app.has_streams_ended() || !session::is_alive(&self.web.app, &self.session).await
                {
                    return None;
                }
            }
        }
    }

    /// Reads what is new.
    async fn look(&mut self) -> Result<(), Fault> {
        let events = list_events_after(&self.web.app, &self.actor, self.project, self.after, BATCH).await?;
        let is_far_behind = i64::try_from(events.len()).is_ok_and(|count| count >= BATCH);
        if is_far_behind {
            self.after = latest_event(&self.web.app, &self.actor, self.project).await?;
        }
        // Changes to the board itself are no events of the log: a ring with nothing behind it may be one.
        if is_far_behind || (events.is_empty() && self.has_new_shape().await?) {
            self.ready.push_back(Event::default().id(self.after.to_string()).event("board").data("{}"));
            return Ok(());
        }
        for logged in events {
            self.after = logged.id;
            let data = json!({ "task": logged.event.task() }).to_string();
            self.ready.push_back(Event::default().id(logged.id.to_string()).event("task").data(data));
        }
        Ok(())
    }

    async fn has_new_shape(&mut self) -> Result<bool, Fault> {
        let now = shape(&self.web, &self.actor, self.project).await?;
        let is_new = now != self.shape;
        self.shape = now;
        Ok(is_new)
    }

    /// Waits for something to happen on this board, or for the time to look anyway.
    async fn wait(&mut self) {
        let (listener, here) = (&mut self.listener, Rung::Topic(self.project.get()));
        let rung_here = async {
            loop {
                let rung = listener.rung().await;
                if rung == here || rung == Rung::Missed {
                    return;
                }
            }
        };
        // Running out of time is as good as a ring: the bell only makes things quick.
        tokio::select! {
            _ = timeout(LOOK_EVERY, rung_here) => (),
            () = self.web.app.streams_end() => (),
        }
    }
}

/// The columns and swimlanes in one text, to notice when they change.
async fn shape(web: &Web, actor: &Actor, project: ProjectId) -> Result<String, Fault> {
    let columns = column::list_columns(&web.app, actor, project).await?;
    let swimlanes = swimlane::list_active_swimlanes(&web.app, actor, project).await?;
    Ok(format!("{columns:?}{swimlanes:?}"))
}
