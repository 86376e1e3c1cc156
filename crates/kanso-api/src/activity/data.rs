//! The data of an event, with the keys that Kanboard's activity events have.

use kanso_core::event::{Logged, Snapshot};
use kanso_core::file::{FileDetails, etag};
use kanso_core::subtask::SubtaskDetails;
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, FieldChange, Slot};
use serde::Serialize;
use serde_json::{Map, Result, Value, json};

/// What an activity shows besides its author: the task and what else the event is about, as they were then.
pub(super) fn data(logged: &Logged) -> Result<Map<String, Value>> {
    let mut data = parts(&logged.snapshot)?;
    match &logged.event {
        Event::TaskUpdated { changes, .. } => insert(&mut data, "changes", fields(changes)?),
        Event::TaskAssigned { to, .. } => insert(&mut data, "changes", json!({"owner_id": to})),
        Event::TaskMoved { from, to, moved_before, .. } => {
            if let Some(task) = logged.snapshot.task.as_deref() {
                data.extend(moved(task, *from, *to, *moved_before));
            }
        }
        // Kanboard compares what it has just stored with itself.
        Event::TaskMovedToProject { .. } | Event::SubtaskUpdated { .. } => {
            insert(&mut data, "changes", json!([]));
        }
        Event::TaskCreated { .. }
        | Event::TaskTagged { .. }
        | Event::TaskClosed { .. }
        | Event::TaskOpened { .. }
        | Event::TaskRemoved { .. }
        | Event::TaskRestored { .. }
        | Event::CommentCreated { .. }
        | Event::CommentUpdated { .. }
        | Event::CommentRemoved { .. }
        | Event::SubtaskCreated { .. }
        | Event::SubtaskRemoved { .. }
        | Event::LinkSaved { .. }
        | Event::LinkRemoved { .. }
        | Event::FileAdded { .. }
        | Event::FileRemoved { .. }
        | Event::Managed { .. } => {}
    }
    Ok(data)
}

fn insert(data: &mut Map<String, Value>, key: &str, value: Value) {
    data.insert(key.to_owned(), value);
}

/// The task, and the part of it that the event is about.
fn parts(snapshot: &Snapshot) -> Result<Map<String, Value>> {
    let Snapshot { task: _, comment, subtask, task_link, file, .. } = snapshot;
    let mut parts = Map::new();
    let mut add = |key: &str, part: Option<Value>| parts.extend(part.map(|part| (key.to_owned(), part)));
    add("comment", comment.as_ref().map(serde_json::to_value).transpose()?);
    add("subtask", subtask.as_deref().map(listed).transpose()?);
    add("task_link", task_link.as_ref().map(serde_json::to_value).transpose()?);
    add("file", file.as_deref().map(file_object).transpose()?);
    add("task", snapshot.task.as_deref().map(task).transpose()?);
    Ok(parts)
}

/// The file as `getTaskFile` shows it.
fn file_object(file: &FileDetails) -> Result<Value> {
    let mut object = serde_json::to_value(file)?;
    if let Some(members) = object.as_object_mut() {
        insert(members, "etag", etag(&file.path).into());
    }
    Ok(object)
}

/// The task with the names of what it refers to. Kanboard of today has no default swimlane there.
fn task(task: &TaskDetails) -> Result<Value> {
    let mut task = serde_json::to_value(task)?;
    if let Some(members) = task.as_object_mut() {
        members.shift_remove("default_swimlane");
    }
    Ok(task)
}

/// A subtask as lists show it.
#[derive(Serialize)]
struct ListedSubtask<'a> {
    #[serde(flatten)]
    subtask: &'a SubtaskDetails,
    status_name: Option<&'static str>,
    is_timer_started: bool,
}

fn listed(subtask: &SubtaskDetails) -> Result<Value> {
    let status_name = match subtask.status {
        0 => Some("Todo"),
        1 => Some("In progress"),
        2 => Some("Done"),
        _ => None,
    };
    let is_timer_started = subtask.timer_start_date > 0;
    serde_json::to_value(ListedSubtask { subtask, status_name, is_timer_started })
}

/// Field and new value; a list when there is none, as PHP writes it.
fn fields(changes: &[FieldChange]) -> Result<Value> {
    if changes.is_empty() {
        return Ok(json!([]));
    }
    let changes = changes.iter().map(|change| {
        let value = serde_json::to_value(&change.to)?;
        Ok((change.field.as_str().to_owned(), value))
    });
    Ok(Value::Object(changes.collect::<Result<_>>()?))
}

/// What a move shows beside the task: where from, where to, and when it had been moved before.
fn moved(task: &TaskDetails, from: Slot, to: Slot, moved_before: i64) -> Map<String, Value> {
    let (source, target) = (from.lane.column, to.lane.column);
    let mut changes = Map::new();
    insert(&mut changes, "src_column_id", json!(source));
    insert(&mut changes, "dst_column_id", json!(target));
    if moved_before != task.date_moved {
        insert(&mut changes, "date_moved", json!(moved_before));
    }
    let mut moved = Map::new();
    insert(&mut moved, "changes", Value::Object(changes));
    insert(&mut moved, "position", json!(to.position));
    insert(&mut moved, "column_id", json!(target));
    insert(&mut moved, "swimlane_id", json!(to.lane.swimlane));
    insert(&mut moved, "src_column_id", json!(source));
    insert(&mut moved, "dst_column_id", json!(target));
    insert(&mut moved, "date_moved", json!(moved_before));
    insert(&mut moved, "recurrence_status", json!(task.recurrence_status));
    insert(&mut moved, "recurrence_trigger", json!(task.recurrence_trigger));
    moved
}
