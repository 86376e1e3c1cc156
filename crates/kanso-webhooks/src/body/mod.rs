//! What is sent: a stored event in the format that its receiver reads.
//!
//! A body is made from the event as it was stored and from nothing else, so it tells what happened then,
//! whatever has become of the task since.

mod kanboard_1_2;
mod kanboard_2015;
mod kanboard_2016;
mod managed;
mod moved;
mod part;
mod value;

use std::borrow::Cow;

use kanso_core::comment::CommentDetails;
use kanso_core::delivery::Claimed;
use kanso_core::endpoint::Format;
use kanso_core::event::Logged;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName, Field, FieldChange, FieldValue};
use serde::Serialize;

/// Why no body could be made of a stored event.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The stored entry lacks what its event is about.
    #[error("the stored event has no {0}")]
    Missing(&'static str),
    /// A value that JSON cannot say.
    #[error("the event cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// The body of a delivery, as compact JSON.
pub fn body(format: Format, delivery: &Claimed) -> Result<String, Error> {
    write(format, delivery.name, &delivery.event)
}

/// The body that tells `logged` under `name`.
pub(crate) fn write(format: Format, name: EventName, logged: &Logged) -> Result<String, Error> {
    match format {
        Format::Kanboard2015 => kanboard_2015::write(name, logged),
        Format::Kanboard2016 => kanboard_2016::write(name, logged),
        Format::Kanboard12 => kanboard_1_2::write(name, logged),
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
        | Event::TaskMoved { .. }
        | Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
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
