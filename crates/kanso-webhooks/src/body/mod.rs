//! What is sent: a stored event in the format that its receiver reads.
//!
//! A body is made from the event as it was stored and from nothing else, so it tells what happened then,
//! whatever has become of the task since.

mod address;
pub(crate) mod cloudevents;
mod discord;
mod kanboard_1_2;
mod kanboard_2015;
mod kanboard_2016;
mod managed;
mod markdown;
mod mattermost;
mod moved;
mod ntfy;
mod part;
mod slack;
pub(crate) mod standard;
mod story;
mod teams;
mod template;
mod text;
mod thin;
mod value;

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kanso_core::comment::CommentDetails;
use kanso_core::delivery::Claimed;
use kanso_core::endpoint::{Endpoint, Format};
use kanso_core::event::Logged;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue};
use serde::Serialize;
use serde::de::IgnoredAny;

pub use template::check_template;

use self::story::Story;

pub use address::address;

/// Where dates are when nobody says where.
pub(crate) static UTC: TimeZone = TimeZone::UTC;

/// Why no body could be made of a stored event.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stored entry lacks what its event is about.
    #[error("the stored event has no {0}")]
    Missing(&'static str),
    /// The endpoint's address names no topic.
    #[error("the address of ntfy must end with a topic, as in https://ntfy.sh/my-board")]
    NoTopic,
    /// A value that JSON cannot say.
    #[error("the event cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// What the endpoint's template does not do.
    #[error("the template makes no body: {0}")]
    Template(String),
}

/// What a body depends on besides the event.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    /// How it is made.
    pub format: Format,
    /// The template of [`Format::Template`].
    pub template: &'a str,
    /// The endpoint's address.
    pub url: &'a str,
    /// Where the application is reached, with a slash at the end: for links.
    pub base: &'a str,
    /// Where dates are, in messages to people.
    pub zone: &'a TimeZone,
}

impl<'a> Style<'a> {
    /// That of an endpoint, with dates in UTC.
    pub fn of(endpoint: &'a Endpoint, base: &'a str) -> Self {
        Self { format: endpoint.format, template: &endpoint.template, url: &endpoint.url, base, zone: &UTC }
    }

    /// The same with dates in another time zone.
    #[must_use]
    pub fn in_zone(self, zone: &'a TimeZone) -> Self {
        Self { zone, ..self }
    }
}

/// The body of a delivery.
pub fn body(style: &Style<'_>, delivery: &Claimed) -> Result<String, Error> {
    write(style, delivery.name, &delivery.event)
}

/// The body that tells `logged` under `name`.
pub fn write(style: &Style<'_>, name: EventName, logged: &Logged) -> Result<String, Error> {
    match style.format {
        Format::Kanboard2015 => kanboard_2015::write(name, logged),
        Format::Kanboard2016 => kanboard_2016::write(name, logged),
        Format::Kanboard12 => kanboard_1_2::write(name, logged),
        Format::Standard => standard::write(name, logged, style.base),
        Format::CloudEvents => cloudevents::write(name, logged, style.base),
        Format::Template => template::render(style.template, &standard::value(name, logged, style.base)?),
        Format::Slack => slack::write(&Story::of(style, name, logged)?),
        Format::Discord => discord::write(&Story::of(style, name, logged)?),
        Format::Mattermost => mattermost::write(&Story::of(style, name, logged)?),
        Format::Teams => teams::write(&Story::of(style, name, logged)?),
        Format::Ntfy => ntfy::write(&Story::of(style, name, logged)?, style.url),
    }
}

/// The header `Content-Type` of a body.
pub fn content_type(format: Format, body: &str) -> &'static str {
    let is_json = || serde_json::from_str::<IgnoredAny>(body).is_ok();
    match format {
        Format::CloudEvents => "application/cloudevents+json",
        Format::Template if !is_json() => "text/plain; charset=utf-8",
        Format::Kanboard2016
        | Format::Kanboard2015
        | Format::Kanboard12
        | Format::Standard
        | Format::Slack
        | Format::Discord
        | Format::Mattermost
        | Format::Teams
        | Format::Ntfy
        | Format::Template => "application/json",
    }
}

/// The outermost object of Kanboard before 1.2.
#[derive(Serialize)]
struct Envelope<D> {
    event_name: &'static str,
    event_data: D,
}

fn task(logged: &Logged) -> Result<&TaskDetails, Error> {
    logged.snapshot.task.as_deref().ok_or(Error::Missing("task"))
}

fn comment(logged: &Logged) -> Result<&CommentDetails, Error> {
    logged.snapshot.comment.as_deref().ok_or(Error::Missing("comment"))
}

fn subtask(logged: &Logged) -> Result<&SubtaskDetails, Error> {
    logged.snapshot.subtask.as_deref().ok_or(Error::Missing("subtask"))
}

fn task_link(logged: &Logged) -> Result<&TaskLinkDetails, Error> {
    logged.snapshot.task_link.as_deref().ok_or(Error::Missing("link"))
}

fn file(logged: &Logged) -> Result<&FileDetails, Error> {
    logged.snapshot.file.as_deref().ok_or(Error::Missing("file"))
}

/// The fields that an event changed; Kanboard tells a new assignee as one of them.
fn changes(event: &Event) -> Cow<'_, [FieldChange]> {
    match event {
        Event::TaskUpdated { changes, .. } => Cow::Borrowed(changes),
        Event::TaskAssigned { from, to, .. } => {
            let (from, to) = (FieldValue::from(*from), FieldValue::from(*to));
            Cow::Owned(vec![FieldChange { field: Field::OwnerId, from, to }])
        }
        Event::TaskCreated { .. }
        | Event::TaskTagged { .. }
        | Event::TaskMoved { .. }
        | Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
        | Event::TaskRestored { .. }
        | Event::TaskMovedToProject { .. }
        | Event::CommentCreated { .. }
        | Event::CommentUpdated { .. }
        | Event::CommentRemoved { .. }
        | Event::SubtaskCreated { .. }
        | Event::SubtaskUpdated { .. }
        | Event::SubtaskRemoved { .. }
        | Event::LinkSaved { .. }
        | Event::LinkRemoved { .. }
        | Event::FileAdded { .. }
        | Event::FileRemoved { .. }
        | Event::Managed { .. } => Cow::Borrowed(&[]),
    }
}
