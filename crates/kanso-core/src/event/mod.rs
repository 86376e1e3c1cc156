//! The event log: what happened, with what it was about at that time.

mod feed;
mod find;
mod insert;
mod list;
mod managed;
mod past;
mod recent;
mod snapshot;
mod uid;

use kanso_domain::{ApplicationRole, Event, EventId, EventName, ProjectId, UserId};

use crate::follow::message_id;

pub use feed::{Feed, FeedFilter, feed_end, read_feed};
pub use find::find_event;
pub(crate) use find::{events_by_id, load};
pub(crate) use insert::insert;
pub(crate) use list::{EventRow, latest};
pub use list::{
    Known, News, find_latest, list_events_after, list_instance_events, list_news, list_task_events,
};
pub(crate) use managed::{Managed, created, removed, restored, updated, updated_by};
pub use recent::list_recent_events;
pub use snapshot::{Past, Person, Snapshot};
pub(crate) use uid::uid;
pub use uid::{event_id, find_cause};

/// An entry of the log.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Its place in the log; within a project, a later event has a greater id.
    pub id: EventId,
    /// The project it happened in.
    pub project: ProjectId,
    /// What happened.
    pub event: Event,
    /// What it is about, as it was right after.
    pub snapshot: Snapshot,
    /// What makes its [`uid`](Self::uid) unlike that of any other installation's event.
    pub salt: String,
    /// The event that led to it, if one did.
    pub cause: Option<EventId>,
    /// How many events led to it, one after the other.
    pub depth: i64,
    /// Who did it; 0 for the application.
    pub actor_id: UserId,
    /// Their user name.
    pub actor: Option<String>,
    /// When, in Unix seconds.
    pub at: i64,
}

impl Logged {
    /// What it is called outside, wherever it is seen: in webhooks, in the feed, in the stream.
    pub fn uid(&self) -> String {
        uid(self.id, &self.salt)
    }

    /// The id on the wire under one of its names: that of the event, with a number for its further names.
    pub fn message_id(&self, name: EventName) -> String {
        let number = self.event.names().position(|known| known == name).unwrap_or_default();
        message_id(&self.uid(), number)
    }

    /// Whether somebody with this application role may read it, as far as what it is about can be hidden from people
    /// of its project: a comment that is not for all.
    pub(crate) fn is_visible_to(&self, role: ApplicationRole) -> bool {
        self.snapshot.comment.as_ref().is_none_or(|comment| comment.is_visible_to(role))
    }
}
