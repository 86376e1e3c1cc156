//! Kanboard before 2016: a flat object. Kanboard passed on what each piece of code held in hand, so a value is a
//! number where it was computed and text where it came from a form or from the database.

mod comment;
mod created;
mod managed;
mod part;
mod task;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::file::FileDetails;
use kanso_core::link::TaskLinkDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName};
use serde::Serialize;
use serde_json::{Map, Value};

use self::comment::{CommentCreated, CommentRemoved, CommentUpdated};
use self::created::Created;
use self::part::{LinkRemoved, LinkSaved, SubtaskCreated, SubtaskRemoved};
use super::moved::{Moved, MovedText};
use super::part::FileText;
use super::value::text;
use super::{Envelope, Error, changes, comment, file, subtask, task, task_link};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    // Files belonged to tasks only, so their event was called after them alone.
    let event_name = if name == EventName::FileCreate { "file.create" } else { name.as_str() };
    Ok(serde_json::to_string(&Envelope { event_name, event_data: data(logged)? })?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let (task, task_id) = (task(logged), logged.event.task().get());
    Ok(match &logged.event {
        Event::TaskCreated { .. } => Data::Created(task?),
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Row(task::updated(task?, &changes(&logged.event))?)
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            Data::Moved { task_id, moved: Moved::new(task?, *from, *to, *moved_before) }
        }
        Event::TaskMovedToProject { .. } => Data::Row(task::moved(task?)?),
        Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
        | Event::TaskRestored { .. }
        | Event::TaskTagged { .. } => Data::Row(task::row(task?)?),
        Event::CommentCreated { .. } => Data::CommentCreated(comment(logged)?),
        Event::CommentUpdated { .. } => Data::CommentUpdated(comment(logged)?),
        Event::CommentRemoved { .. } => Data::CommentRemoved(comment(logged)?),
        Event::SubtaskCreated { .. } => Data::SubtaskCreated(subtask(logged)?),
        Event::SubtaskUpdated { changes, .. } => Data::Row(part::updated(subtask(logged)?, changes)?),
        Event::SubtaskRemoved { .. } => Data::SubtaskRemoved(subtask(logged)?),
        Event::LinkSaved { .. } => Data::LinkSaved(task_link(logged)?),
        Event::LinkRemoved { .. } => Data::LinkRemoved(task_link(logged)?),
        Event::FileAdded { .. } => Data::FileAdded { task_id, name: &file(logged)?.name },
        Event::FileRemoved { .. } => Data::FileRemoved(file(logged)?),
        Event::Managed { act, changes, .. } => Data::Row(managed::row(logged, *act, changes)?),
    })
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Created(#[serde(with = "Created")] &'a TaskDetails),
    Row(Map<String, Value>),
    Moved {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(flatten, with = "MovedText")]
        moved: Moved,
    },
    CommentCreated(#[serde(with = "CommentCreated")] &'a CommentDetails),
    CommentUpdated(#[serde(with = "CommentUpdated")] &'a CommentDetails),
    CommentRemoved(#[serde(with = "CommentRemoved")] &'a CommentDetails),
    SubtaskCreated(#[serde(with = "SubtaskCreated")] &'a SubtaskDetails),
    SubtaskRemoved(#[serde(with = "SubtaskRemoved")] &'a SubtaskDetails),
    LinkSaved(#[serde(with = "LinkSaved")] &'a TaskLinkDetails),
    LinkRemoved(#[serde(with = "LinkRemoved")] &'a TaskLinkDetails),
    FileAdded {
        #[serde(serialize_with = "text")]
        task_id: i64,
        name: &'a str,
    },
    FileRemoved(#[serde(with = "FileText")] &'a FileDetails),
}
