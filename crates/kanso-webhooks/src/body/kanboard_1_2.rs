//! Kanboard 1.2: a nested task, numbers as numbers, and who did it.

use std::borrow::Cow;

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, EventName, FieldChange, FieldValue};
use serde::{Serialize, Serializer};

use super::moved::{MoveChanges, Moved};
use super::value::{Hours, hours};
use super::{Error, changes, comment};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    let envelope = Envelope {
        event_name: name.as_str(),
        event_data: data(logged)?,
        event_author: logged.actor.as_deref(),
    };
    Ok(serde_json::to_string(&envelope)?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let task = &logged.snapshot.task;
    Ok(match &logged.event {
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Updated { task_id: task.id, task, changes: Changes(changes(&logged.event)) }
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            let moved = Moved::new(task, *from, *to, *moved_before);
            Data::Moved { task_id: task.id, task, changes: moved.changes(task), moved }
        }
        Event::TaskCreated { .. }
        | Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. } => Data::Task { task_id: task.id, task },
        Event::CommentCreated { .. } | Event::CommentUpdated { .. } | Event::CommentRemoved { .. } => {
            Data::Comment { comment: comment(logged)?, task }
        }
    })
}

#[derive(Serialize)]
struct Envelope<'a> {
    event_name: &'static str,
    event_data: Data<'a>,
    /// Null for the application.
    event_author: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Data<'a> {
    Updated {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: Changes<'a>,
    },
    Moved {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
        changes: MoveChanges,
        #[serde(flatten)]
        moved: Moved,
    },
    Task {
        task_id: i64,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
    Comment {
        /// Stored with Kanboard's keys in Kanboard's order.
        comment: &'a CommentDetails,
        #[serde(with = "Task")]
        task: &'a TaskDetails,
    },
}

struct Changes<'a>(Cow<'a, [FieldChange]>);

struct Changed<'a>(&'a FieldValue);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|change| (change.field.as_str(), Changed(&change.to))))
    }
}

impl Serialize for Changed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            FieldValue::Null => serializer.serialize_none(),
            FieldValue::Int(value) => serializer.serialize_i64(*value),
            FieldValue::Real(value) => Hours(*value).serialize(serializer),
            FieldValue::Text(value) => serializer.serialize_str(value),
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
    id: i64,
    title: String,
    description: Option<String>,
    date_creation: i64,
    color_id: String,
    project_id: i64,
    column_id: i64,
    owner_id: i64,
    position: i64,
    is_active: i64,
    date_completed: Option<i64>,
    score: Option<i64>,
    date_due: Option<i64>,
    category_id: Option<i64>,
    creator_id: i64,
    date_modification: i64,
    reference: Option<String>,
    date_started: Option<i64>,
    #[serde(serialize_with = "hours")]
    time_spent: Option<f64>,
    #[serde(serialize_with = "hours")]
    time_estimated: Option<f64>,
    swimlane_id: i64,
    date_moved: i64,
    recurrence_status: i64,
    recurrence_trigger: i64,
    recurrence_factor: i64,
    recurrence_timeframe: i64,
    recurrence_basedate: i64,
    recurrence_parent: Option<i64>,
    recurrence_child: Option<i64>,
    priority: Option<i64>,
    external_provider: Option<String>,
    external_uri: Option<String>,
    #[serde(getter = "no_category")]
    category_name: Option<String>,
    swimlane_name: Option<String>,
    project_name: String,
    column_title: String,
    assignee_username: Option<String>,
    assignee_name: Option<String>,
    creator_username: Option<String>,
    creator_name: Option<String>,
    #[serde(getter = "no_category")]
    category_description: Option<String>,
    column_position: i64,
}
