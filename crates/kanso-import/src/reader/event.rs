//! An entry of Kanboard's log as an event.

use std::collections::HashMap;

use kanso_core::event::{Past, Snapshot};
use kanso_core::task::TaskDetails;
use kanso_domain::{Event, Field, FieldChange, FieldValue, NamedChange, ProjectId, Slot};
use serde_json::Value;

use super::told::{self, Fields};

/// An entry of Kanboard's log.
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    pub(super) project: i64,
    pub(super) task: i64,
    /// When, in Unix seconds.
    pub(super) at: i64,
    /// What it was about, as JSON.
    pub(super) data: &'a str,
}

/// What happened, and what it was about then. What Kanboard's log does not say is nobody, nothing or none: it has one
/// end of a change only.
///
/// # Errors
///
/// Why the entry stays behind.
pub(super) fn happened(
    entry: &Entry<'_>,
    columns: &HashMap<i64, String>,
) -> Result<(Event, Snapshot), &'static str> {
    if entry.data.starts_with("a:") || entry.data.starts_with("O:") {
        return Err("it is serialized by PHP, as Kanboard did before it wrote JSON");
    }
    let Ok(Value::Object(data)) = serde_json::from_str::<Value>(entry.data) else {
        return Err("what it was about cannot be read");
    };
    let data = Fields(&data);
    let told = data.object("task").ok_or("what it was about cannot be read")?;
    let task = told::task(told, entry.task, entry.project);
    let mut snapshot = Snapshot::default();
    let event = event(entry, data, &task, &mut snapshot).ok_or("there is no such event here")?;
    if let Event::TaskMoved { from, .. } = &event {
        let column = columns.get(&from.lane.column.get()).cloned();
        snapshot.past = Some(Box::new(Past { column, ..Past::default() }));
    }
    snapshot.task = Some(Box::new(task));
    Ok((event, snapshot))
}

fn event(entry: &Entry<'_>, data: Fields<'_>, told: &TaskDetails, snapshot: &mut Snapshot) -> Option<Event> {
    let task = entry.task.into();
    Some(match entry.name {
        "task.create" => Event::TaskCreated { task },
        "task.update" => Event::TaskUpdated { task, changes: changes(data) },
        "task.assignee_change" => Event::TaskAssigned { task, from: 0.into(), to: told.owner_id.into() },
        "task.close" => {
            snapshot.past = Some(turned(1, 0));
            Event::TaskClosed { task }
        }
        "task.open" => {
            snapshot.past = Some(turned(0, 1));
            Event::TaskOpened { task }
        }
        "task.move.column" | "task.move.swimlane" | "task.move.position" => moved(entry, data, told),
        "task.move.project" => {
            Event::TaskMovedToProject { task, from: ProjectId::default(), to: entry.project.into() }
        }
        "comment.create" | "comment.update" | "comment.delete" => {
            let comment = told::comment(data.object("comment")?, entry.task);
            let id = comment.id;
            snapshot.comment = Some(Box::new(comment));
            match entry.name {
                "comment.create" => Event::CommentCreated { task, comment: id },
                "comment.update" => Event::CommentUpdated { task, comment: id, before: String::new() },
                _ => Event::CommentRemoved { task, comment: id },
            }
        }
        "subtask.create" | "subtask.update" | "subtask.delete" => {
            let subtask = told::subtask(data.object("subtask")?, entry.task);
            let id = subtask.id;
            snapshot.subtask = Some(Box::new(subtask));
            match entry.name {
                "subtask.create" => Event::SubtaskCreated { task, subtask: id },
                "subtask.update" => Event::SubtaskUpdated { task, subtask: id, changes: Vec::new() },
                _ => Event::SubtaskRemoved { task, subtask: id },
            }
        }
        "task_internal_link.create_update" | "task_internal_link.delete" => {
            let link = told::link(data.object("task_link")?, entry.task);
            let id = link.id;
            snapshot.task_link = Some(Box::new(link));
            let is_made = entry.name == "task_internal_link.create_update";
            if is_made { Event::LinkSaved { task, link: id } } else { Event::LinkRemoved { task, link: id } }
        }
        "task.file.create" | "task.file.destroy" => {
            let file = told::file(data.object("file")?, entry.task);
            let id = file.id;
            snapshot.file = Some(Box::new(file));
            let is_made = entry.name == "task.file.create";
            if is_made { Event::FileAdded { task, file: id } } else { Event::FileRemoved { task, file: id } }
        }
        _ => return None,
    })
}

/// A move has one name in Kanboard's log, so that it leaves the place that the name says, and no other.
fn moved(entry: &Entry<'_>, data: Fields<'_>, told: &TaskDetails) -> Event {
    let column = data.int("dst_column_id").or_else(|| data.int("column_id")).unwrap_or(told.column_id);
    let swimlane = data.int("swimlane_id").unwrap_or(told.swimlane_id);
    let position = data.int("position").unwrap_or(told.position);
    let to = Slot::new(swimlane.into(), column.into(), position);
    let from = match entry.name {
        "task.move.column" => {
            Slot::new(swimlane.into(), data.int("src_column_id").unwrap_or_default().into(), 0)
        }
        "task.move.swimlane" => Slot::new(0.into(), column.into(), 0),
        _ => Slot { position: if position == 0 { 1 } else { 0 }, ..to },
    };
    let moved_before = data.int("date_moved").unwrap_or(entry.at);
    Event::TaskMoved { task: entry.task.into(), from, to, moved_before }
}

/// The values after the change, of fields that are known here.
fn changes(data: Fields<'_>) -> Vec<FieldChange> {
    let Some(changes) = data.object("changes") else { return Vec::new() };
    let known = changes.0.iter().filter_map(|(name, value)| {
        let field = serde_json::from_value::<Field>(Value::String(name.clone())).ok()?;
        let to = match field {
            Field::Title | Field::ColorId | Field::Description | Field::Reference => {
                changes.text(name).map_or(FieldValue::Null, FieldValue::Text)
            }
            Field::TimeSpent | Field::TimeEstimated => {
                told::real(value).map_or(FieldValue::Null, FieldValue::Real)
            }
            Field::OwnerId
            | Field::DateDue
            | Field::CategoryId
            | Field::Score
            | Field::Priority
            | Field::RecurrenceStatus
            | Field::RecurrenceTrigger
            | Field::RecurrenceFactor
            | Field::RecurrenceTimeframe
            | Field::RecurrenceBasedate
            | Field::DateStarted => told::int(value).map_or(FieldValue::Null, FieldValue::Int),
        };
        Some(FieldChange { field, from: FieldValue::Null, to })
    });
    known.collect()
}

/// Whether the task is open changed along with what the event tells.
fn turned(from: i64, to: i64) -> Box<Past> {
    let changes = NamedChange::between("is_active", from, to).into_iter().collect();
    Box::new(Past { changes, ..Past::default() })
}

#[cfg(test)]
mod tests {
    use kanso_domain::EventName;

    use super::*;

    fn read(name: &str, data: &str) -> Result<(Event, Snapshot), &'static str> {
        let entry = Entry { name, project: 3, task: 7, at: 100, data };
        happened(&entry, &HashMap::from([(5, "Ready".to_owned())]))
    }

    #[test]
    fn every_event_of_kanboards_is_read_under_its_own_name() {
        let parts = r#""comment":{"id":1},"subtask":{"id":"2"},"task_link":{"id":3},"file":{"id":4}"#;
        let data = format!(
            r#"{{"task":{{"title":"A","column_id":"6"}},"src_column_id":5,"dst_column_id":6,"swimlane_id":7,"position":1,{parts}}}"#
        );
        let kanboards = EventName::all().filter(|name| name.is_kanboards());
        let mut seen = 0;
        for name in kanboards {
            let (event, snapshot) = read(name.as_str(), &data).unwrap();
            assert_eq!(event.names().collect::<Vec<_>>(), [name]);
            assert_eq!(snapshot.task.unwrap().column_id, 6);
            seen += 1;
        }
        assert_eq!(seen, 19);
        let (_, moved) = read("task.move.column", &data).unwrap();
        assert_eq!(moved.past.unwrap().column.as_deref(), Some("Ready"));
    }

    #[test]
    fn changes_keep_the_values_of_known_fields() {
        let data =
            r#"{"task":{},"changes":{"score":"5","title":"B","time_spent":1.5,"tags":[],"date_due":null}}"#;
        let Ok((Event::TaskUpdated { changes, .. }, _)) = read("task.update", data) else {
            panic!("an update")
        };
        let told: Vec<_> = changes.iter().map(|change| (change.field.as_str(), &change.to)).collect();
        let (five, b) = (FieldValue::Int(5), FieldValue::Text("B".to_owned()));
        let (hours, none) = (FieldValue::Real(1.5), FieldValue::Null);
        assert_eq!(told, [("score", &five), ("title", &b), ("time_spent", &hours), ("date_due", &none)]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        assert!(read("task.create", "a:1:{s:4:\"task\";}").unwrap_err().contains("PHP"));
        assert!(read("task.create", "{").unwrap_err().contains("cannot be read"));
        assert!(read("task.create", "[]").is_err());
        assert!(read("plugin.event", r#"{"task":{}}"#).unwrap_err().contains("no such event"));
        assert!(read("comment.create", r#"{"task":{}}"#).is_err());
    }
}
