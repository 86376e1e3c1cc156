//! Kanboard before 2016: a flat object. Kanboard passed on what each piece of code held in hand, so a value is a
//! number where it was computed and text where it came from a form or from the database.

use kanso_core::comment::CommentDetails;
use kanso_core::event::Logged;
use kanso_core::task::TaskDetails;
use kanso_domain::{CommentId, Event, EventName, Field, FieldChange, FieldValue, TaskId, UserId};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::moved::{Moved, MovedText};
use super::value::{Hours, changed_text, or_empty, text, text_or_null, text_or_zero};
use super::{Envelope, Error, changes, comment};

pub(super) fn write(name: EventName, logged: &Logged) -> Result<String, Error> {
    let event_data = data(logged)?;
    Ok(serde_json::to_string(&Envelope { event_name: name.as_str(), event_data })?)
}

fn data(logged: &Logged) -> Result<Data<'_>, Error> {
    let task = &logged.snapshot.task;
    Ok(match &logged.event {
        Event::TaskCreated { .. } => Data::Created(task),
        Event::TaskUpdated { .. } | Event::TaskAssigned { .. } => {
            Data::Row(updated(task, &changes(&logged.event))?)
        }
        Event::TaskMoved { from, to, moved_before, .. } => {
            Data::Moved { task_id: task.id, moved: Moved::new(task, *from, *to, *moved_before) }
        }
        Event::TaskClosed { .. } | Event::TaskOpened { .. } | Event::TaskRemoved { .. } => {
            let mut row = row(task)?;
            row.insert("task_id".to_owned(), json!(task.id.to_string()));
            Data::Row(row)
        }
        Event::CommentCreated { .. } => Data::CommentCreated(comment(logged)?),
        Event::CommentUpdated { .. } => Data::CommentUpdated(comment(logged)?),
        Event::CommentRemoved { .. } => Data::CommentRemoved(comment(logged)?),
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
}

/// The task as the database returned it.
fn row(task: &TaskDetails) -> Result<Map<String, Value>, Error> {
    Ok(Row::serialize(task, serde_json::value::Serializer)?.as_object().cloned().unwrap_or_default())
}

/// The task with what the update computed in the places of what the database had returned.
fn updated(task: &TaskDetails, changes: &[FieldChange]) -> Result<Map<String, Value>, Error> {
    let mut row = row(task)?;
    row.insert("date_modification".to_owned(), json!(task.date_modification));
    for (name, date) in [("date_due", task.date_due), ("date_started", task.date_started)] {
        // An empty date in the form left the stored text as it was.
        if let Some(date) = date.filter(|date| *date != 0) {
            row.insert(name.to_owned(), json!(date));
        }
    }
    for (name, hours) in [("time_spent", task.time_spent), ("time_estimated", task.time_estimated)] {
        row.insert(name.to_owned(), serde_json::to_value(Hours(hours.unwrap_or_default()))?);
    }
    row.insert("task_id".to_owned(), json!(task.id.to_string()));
    let mut changed = Map::new();
    // There were no priorities yet.
    for change in changes.iter().filter(|change| change.field != Field::Priority) {
        changed.insert(change.field.as_str().to_owned(), changed_value(change)?);
    }
    row.insert("changes".to_owned(), Value::Object(changed));
    Ok(row)
}

fn changed_value(change: &FieldChange) -> Result<Value, Error> {
    Ok(match (change.field, &change.to) {
        (Field::DateDue | Field::DateStarted, FieldValue::Int(date)) => json!(date),
        (Field::TimeSpent | Field::TimeEstimated, FieldValue::Real(hours)) => {
            serde_json::to_value(Hours(*hours))?
        }
        (Field::DateDue | Field::DateStarted | Field::TimeSpent | Field::TimeEstimated, FieldValue::Null) => {
            json!(0)
        }
        (Field::CategoryId | Field::Score, FieldValue::Null) => json!("0"),
        (Field::Reference, FieldValue::Null) => json!(""),
        (_, to) => changed_text(to, serde_json::value::Serializer)?,
    })
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn number<S: Serializer>(value: &Option<i64>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(value.unwrap_or_default())
}

#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
fn hours<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    Hours(value.unwrap_or_default()).serialize(serializer)
}

/// What was given to the insertion: ids chosen in the form are text.
#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
struct Created {
    title: String,
    #[serde(serialize_with = "or_empty")]
    description: Option<String>,
    #[serde(serialize_with = "text")]
    project_id: i64,
    #[serde(serialize_with = "text")]
    owner_id: i64,
    #[serde(serialize_with = "number")]
    category_id: Option<i64>,
    swimlane_id: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    color_id: String,
    #[serde(serialize_with = "number")]
    score: Option<i64>,
    #[serde(serialize_with = "hours")]
    time_estimated: Option<f64>,
    #[serde(serialize_with = "number")]
    date_due: Option<i64>,
    creator_id: i64,
    date_creation: i64,
    date_modification: i64,
    date_moved: i64,
    position: i64,
    #[serde(rename = "task_id")]
    id: i64,
}

#[derive(Serialize)]
#[serde(remote = "TaskDetails")]
struct Row {
    #[serde(serialize_with = "text")]
    id: i64,
    title: String,
    description: Option<String>,
    #[serde(serialize_with = "text")]
    date_creation: i64,
    color_id: String,
    #[serde(serialize_with = "text")]
    project_id: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    #[serde(serialize_with = "text")]
    owner_id: i64,
    #[serde(serialize_with = "text")]
    position: i64,
    #[serde(serialize_with = "text")]
    is_active: i64,
    #[serde(serialize_with = "text_or_null")]
    date_completed: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    score: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    date_due: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    category_id: Option<i64>,
    #[serde(serialize_with = "text")]
    creator_id: i64,
    #[serde(serialize_with = "text")]
    date_modification: i64,
    #[serde(serialize_with = "or_empty")]
    reference: Option<String>,
    #[serde(serialize_with = "text_or_zero")]
    date_started: Option<i64>,
    #[serde(serialize_with = "text_or_zero")]
    time_spent: Option<f64>,
    #[serde(serialize_with = "text_or_zero")]
    time_estimated: Option<f64>,
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
}

/// What was given to the insertion, and the number it answered.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
struct CommentCreated {
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
    date_creation: i64,
}

/// What the form held.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
struct CommentUpdated {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
}

/// The row that was read before it was deleted.
#[derive(Serialize)]
#[serde(remote = "CommentDetails")]
struct CommentRemoved {
    #[serde(serialize_with = "text")]
    id: CommentId,
    #[serde(serialize_with = "text")]
    task_id: TaskId,
    #[serde(serialize_with = "text")]
    user_id: UserId,
    comment: String,
    #[serde(serialize_with = "text")]
    date_creation: i64,
}
