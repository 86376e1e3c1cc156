//! What happens on a board, as it happens: server-sent events for each open page.
//!
//! An event names a task that changed; the page fetches it, which asks for permissions again and renders it the
//! one way there is. Nothing is remembered here: who comes back goes on after the last id they saw.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::unfold;
use kanso_core::event::find_latest;
use kanso_core::{Actor, Listener, Rung};
use kanso_domain::ProjectId;
use serde::Deserialize;
use serde_json::json;
use tokio::time::timeout;
use tower_sessions::Session;

use super::news::{News, Place};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::session;
use crate::web::Web;

/// How often to look without having been rung for.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Has nginx pass on each message at once, where its configuration does not say so for all.
const UNHELD: [(&str, &str); 1] = [("x-accel-buffering", "no")];

#[derive(Deserialize)]
pub(crate) struct From {
    after: Option<Place>,
}

/// One page that follows a board.
struct Follower {
    web: Web,
    actor: Actor,
    session: Session,
    project: ProjectId,
    after: Place,
    listener: Listener,
    ready: VecDeque<Event>,
}

/// `GET /board/{project}/live`
pub(crate) async fn follow(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(from): Query<From>,
    headers: HeaderMap,
    reader: Reader,
) -> Result<impl IntoResponse, Fault> {
    // Listening begins before the first look, so that nothing falls in between.
    let listener = web.app.bell().listen();
    let latest = find_latest(&web.app, &reader.actor, project).await?;
    let resumed = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    let after = resumed.or(from.after).unwrap_or_else(|| latest.into());
    let (actor, session) = (reader.actor, reader.session);
    // Something to read at once tells the page that nothing on the way holds the stream back.
    let hello = Event::default().event("hello").data("{}");
    let follower = Follower { web, actor, session, project, after, listener, ready: VecDeque::from([hello]) };
    let events = unfold(follower, |mut follower| async move {
        let event = follower.next().await?;
        Some((Ok::<_, Infallible>(event), follower))
    });
    Ok((UNHELD, Sse::new(events).keep_alive(KeepAlive::default())))
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
        let news = News::read(&self.web, &self.actor, self.project, self.after).await?;
        self.after = news.last;
        if news.is_of_board {
            self.ready.push_back(Event::default().id(self.after.to_string()).event("board").data("{}"));
            return Ok(());
        }
        for (event, task) in news.tasks {
            let place = Place { event, ..news.last };
            let told = Event::default().id(place.to_string()).event("task");
            self.ready.push_back(told.data(json!({ "task": task }).to_string()));
        }
        Ok(())
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
