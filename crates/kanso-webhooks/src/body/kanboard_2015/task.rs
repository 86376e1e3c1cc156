//! A task in bodies of Kanboard before 2016: as the database returned it, with what was computed in its places.

use kanso_core::task::TaskDetails;
use kanso_domain::{Field, FieldChange, FieldValue};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::body::Error;
use crate::body::value::{Hours, changed_text, or_empty, text, text_or_null, text_or_zero};

/// The task with its number once more.
pub(super) fn row(task: &TaskDetails) -> Result<Map<String, Value>, Error> {
    let mut row = stored(task)?;
    row.insert("task_id".to_owned(), json!(task.id.to_string()));
    Ok(row)
}

/// The same after it came to another project, where it is opened and its place counted anew.
pub(super) fn moved(task: &TaskDetails) -> Result<Map<String, Value>, Error> {
    let mut row = row(task)?;
    for (name, value) in [("is_active", task.is_active), ("position", task.position)] {
        row.insert(name.to_owned(), json!(value));
    }
    Ok(row)
}

/// The task with what the update computed in the places of what the database had returned.
pub(super) fn updated(task: &TaskDetails, changes: &[FieldChange]) -> Result<Map<String, Value>, Error> {
    let mut row = stored(task)?;
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

/// The task as the database returned it.
fn stored(task: &TaskDetails) -> Result<Map<String, Value>, Error> {
    Ok(Row::serialize(task, serde_json::value::Serializer)?.as_object().cloned().unwrap_or_default())
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
