//! Kanboard of 2016 to 2018: a nested task; what was read from the database is text, whatever its type.

use std::borrow::Cow;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::task::TaskDetails;
use kanso_domain::{CommentId, Event, EventName, Field, FieldChange, FieldValue, TaskId, UserId};
use serde::{Serialize, Serializer};

use super::moved::{MoveChanges, MoveChangesText, Moved, MovedText};
use super::value::{changed_text, or_empty, or_null, text, text_or_null, text_or_zero};
use super::{Envelope, Error, changes, comment};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    let envelope = Envelope { event_name: name.as_str(), event_data: data(logged)? };
    Ok(serde_json::to_string(&envelope)?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let task = &logged.snapshot.task;
    Ok(match &logged.event {
        Event::TaskCreated { .. } => Data::Created { task_id: task.id, task },
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Updated { task_id: task.id, task, changes: Changes(changes(&logged.event)) }
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            let moved = Moved::new(task, *from, *to, *moved_before);
            Data::Moved { task_id: task.id, task, changes: moved.changes(task), moved }
        }
        Event::TaskClosed { .. } | Event::TaskOpened { .. } | Event::TaskRemoved { .. } => {
            Data::Task { task_id: task.id, task }
        }
        Event::CommentCreated { .. } | Event::CommentUpdated { .. } | Event::CommentRemoved { .. } => {
            Data::Comment { comment: comment(logged)?, task }
        }
    })
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    /// The id of a new task came from the insertion, so it is a number.
    Created {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Updated {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: Changes<'a>,
    },
    Moved {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        #[serde(with = "MoveChangesText")]
        changes: MoveChanges,
        #[serde(flatten, with = "MovedText")]
        moved: Moved,
    },
    Task {
        #[serde(serialize_with = "text")]
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Comment {
        #[serde(with = "Comment")]
        comment: &'a CommentDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
}

struct Changes<'a>(Cow<'a, [FieldChange]>);

struct Changed<'a>(&'a FieldChange);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (change.field.as_str(), Changed(change))))
    }
}

impl Serialize for Changed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use Field::{CategoryId, DateDue, DateStarted, Priority, Reference, Score, TimeEstimated, TimeSpent};
        match (self.0.field, &self.0.to) {
            // Dates were computed from what the form held.
            (DateDue | DateStarted, FieldValue::Int(date)) => serializer.serialize_i64(*date),
            (DateDue | DateStarted, FieldValue::Null) => serializer.serialize_i64(0),
            (CategoryId | Priority | Score | TimeEstimated | TimeSpent, FieldValue::Null) => {
                serializer.serialize_str("0")
            }
            (Reference, FieldValue::Null) => serializer.serialize_str(""),
            (_, to) => changed_text(to, serializer),
        }
    }
}

/// There are no categories yet.
fn no_category(_: &TaskDetails) -> Option<String> {
    None
}

#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
struct Task {
    #[serde(serialize_with = "text")]
    id: i64,
    #[serde(serialize_with = "or_empty")]
    reference: Option<String>,
    title: String,
    description: Option<String>,
    #[serde(serialize_with = "text")]
    date_creation: i64,
    #[serde(serialize_with = "text_or_null")]
    date_completed: Option<i64>,
    #[serde(serialize_with = "text")]
    date_modification: i64,
    #[serde(serialize_with = "text_or_zero")]
    date_due: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    date_started: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    time_estimated: Option<f64>,
    #[serde(serialize_with = "text_or_zero")]
    time_spent: Option<f64>,
    color_id: String,
    #[serde(serialize_with = "text")]
    project_id: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    #[serde(serialize_with = "text")]
    owner_id: i64,
    #[serde(serialize_with = "text")]
    creator_id: i64,
    #[serde(serialize_with = "text")]
    position: i64,
    #[serde(serialize_with = "text")]
    is_active: i64,
    #[serde(serialize_with = "text_or_zero")]
    score: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    category_id: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    priority: Option<i64>,
    #[serde(serialize_with = "text")]
    swimlane_id: i64,
    #[serde(serialize_with = "text")]
    date_moved: i64,
    #[serde(serialize_with = "text")]
    recurrence_status: i64,
    #[serde(serialize_with = "text")]
    recurrence_trigger: i64,
    #[serde(serialize_with = "text")]
    recurrence_factor: i64,
    #[serde(serialize_with = "text")]
    recurrence_timeframe: i64,
    #[serde(serialize_with = "text")]
    recurrence_basedate: i64,
    #[serde(serialize_with = "text_or_null")]
    recurrence_parent: Option<i64>,
    #[serde(serialize_with = "text_or_null")]
    recurrence_child: Option<i64>,
    #[serde(getter = "no_category")]
    category_name: Option<String>,
    swimlane_name: Option<String>,
    project_name: String,
    default_swimlane: String,
    column_title: String,
    assignee_username: Option<String>,
    assignee_name: Option<String>,
    creator_username: Option<String>,
    creator_name: Option<String>,
}

#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
struct Comment {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    #[serde(serialize_with = "text")]
    date_creation: i64,
    comment: String,
    #[serde(serialize_with = "or_null")]
    reference: String,
    username: Option<String>,
    name: Option<String>,
    email: Option<String>,
    avatar_path: Option<String>,
}
