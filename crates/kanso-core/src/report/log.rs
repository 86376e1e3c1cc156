//! What the log tells of how tasks counted.

use std::collections::HashMap;

use kanso_db::{Conn, Param, dialect, params};
use kanso_domain::{Event, Field, FieldChange, FieldValue, NamedChange, ProjectId};
use serde::Deserialize;

use super::walk::{Past, Standing, Step};
use crate::Result;

/// How many entries are read at once.
const ROWS: i64 = 2_000;

/// The part of a snapshot that counts; the rest is passed over.
#[derive(Deserialize)]
struct Told {
    task: Option<Task>,
    past: Option<Left>,
}

#[derive(Deserialize)]
struct Task {
    column_id: i64,
    is_active: i64,
    score: Option<i64>,
    date_creation: i64,
    date_completed: Option<i64>,
    date_moved: i64,
    column_title: String,
}

#[derive(Default, Deserialize)]
struct Left {
    #[serde(default)]
    changes: Vec<NamedChange>,
    column: Option<String>,
}

/// An entry: its number, the task, what happened, what it was about, and when.
type Entry = (i64, i64, String, String, i64);

/// Reads the log of a project backwards, with what other projects' logs tell of tasks that left it.
pub(super) struct Log {
    project: ProjectId,
    /// Entries up to this number are not read.
    after: i64,
    /// Those that left, the latest last.
    left: Vec<Entry>,
    below: i64,
    is_read: bool,
    /// What columns were called that it told of, by their ids.
    pub(super) titles: HashMap<i64, String>,
}

impl Log {
    pub(super) async fn after(conn: &Conn, project: ProjectId, after: i64) -> Result<Self> {
        let leaving = format!(
            "SELECT id, task_id, event, snapshot, created_at FROM events{} WHERE id > $1 AND project_id <> $2 \
             AND substr(event, 1, 30) = '{{\"type\":\"task_moved_to_project' ORDER BY id",
            dialect::found_by(conn.kind(), Some("events_leaving"))
        );
        let mut left: Vec<Entry> = conn.all(&leaving, params![after, project.get()]).await?;
        left.retain(|(_, _, event, ..)| {
            matches!(serde_json::from_str(event), Ok(Event::TaskMovedToProject { from, .. }) if from == project)
        });
        Ok(Self { project, after, left, below: i64::MAX, is_read: false, titles: HashMap::new() })
    }

    /// The next steps back with the numbers of their entries, from the latest to the first; empty at the end.
    pub(super) async fn next(&mut self, conn: &Conn) -> Result<Vec<(i64, Step)>> {
        // What else happens to tasks is no change of where they count, and is not read in full.
        const LIST: &str = "SELECT id, task_id, event, snapshot, created_at FROM events \
            WHERE project_id = $1 AND id > $2 AND id < $3 AND event LIKE '{\"type\":\"task_%' \
            AND event NOT LIKE '{\"type\":\"task_tagged\"%' AND event NOT LIKE '{\"type\":\"task_assigned\"%' \
            AND (event NOT LIKE '{\"type\":\"task_updated\"%' OR event LIKE '%\"field\":\"score\"%') \
            ORDER BY id DESC LIMIT $4";
        while !self.is_read {
            let values: &[Param<'_>] = params![self.project.get(), self.after, self.below, ROWS];
            let mut entries: Vec<Entry> = conn.all(LIST, values).await?;
            self.is_read = entries.is_empty();
            self.below = entries.last().map_or(i64::MIN, |(id, ..)| *id);
            let first = self.left.partition_point(|(id, ..)| *id < self.below);
            entries.extend(self.left.drain(first..));
            entries.sort_unstable_by_key(|(id, ..)| std::cmp::Reverse(*id));
            let mut steps = Vec::with_capacity(entries.len());
            for entry in &entries {
                steps.extend(self.step(entry)?.map(|step| (entry.0, step)));
            }
            if !steps.is_empty() {
                return Ok(steps);
            }
        }
        Ok(Vec::new())
    }

    fn step(&mut self, (_, task, event, snapshot, at): &Entry) -> Result<Option<Step>> {
        let event: Event = serde_json::from_str(event)?;
        if matches!(&event, Event::TaskMoved { from, to, .. } if from.lane.column == to.lane.column) {
            return Ok(None);
        }
        let told: Told = serde_json::from_str(snapshot)?;
        let Some(found) = told.task else { return Ok(None) };
        let left = told.past.unwrap_or_default();
        let here = Some(found.standing());
        let (before, after) = match &event {
            Event::TaskCreated { .. } | Event::TaskRestored { .. } => (None, here),
            Event::TaskRemoved { .. } => (here, None),
            Event::TaskMovedToProject { to, .. } if *to == self.project => (None, here),
            Event::TaskMovedToProject { .. } => (Some(before_turn(found.standing(), &left)), None),
            Event::TaskMoved { from, .. } => {
                (here.map(|here| Standing { column: from.lane.column.get(), ..here }), here)
            }
            Event::TaskClosed { .. } | Event::TaskOpened { .. } => {
                (Some(before_turn(found.standing(), &left)), here)
            }
            Event::TaskUpdated { changes, .. } => (here.map(|here| before_update(here, changes)), here),
            Event::TaskAssigned { .. }
            | Event::TaskTagged { .. }
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
            | Event::Managed { .. } => return Ok(None),
        };
        if let Some(after) = after {
            self.titles.entry(after.column).or_insert(found.column_title);
        }
        if let (Some(before), Some(title)) = (before, left.column) {
            self.titles.entry(before.column).or_insert(title);
        }
        let was_closed = before.is_some_and(|before| !before.is_open);
        let past = Past {
            created: found.date_creation,
            completed: found.date_completed.filter(|_| was_closed).unwrap_or_default().min(*at),
            moved: found.date_moved.min(*at),
        };
        Ok(Some(Step { task: *task, at: *at, before, after, past }))
    }
}

impl Task {
    fn standing(&self) -> Standing {
        let score = self.score.unwrap_or_default();
        Standing { column: self.column_id, is_open: self.is_active == 1, score }
    }
}

/// How a task counted before it was closed, opened or moved to another project.
fn before_turn(mut here: Standing, left: &Left) -> Standing {
    for change in &left.changes {
        match (change.field.as_str(), &change.from) {
            ("column_id", FieldValue::Int(column)) => here.column = *column,
            ("is_active", FieldValue::Int(active)) => here.is_open = *active == 1,
            _ => (),
        }
    }
    here
}

/// How it counted before its fields were changed.
fn before_update(mut here: Standing, changes: &[FieldChange]) -> Standing {
    if let Some(score) = changes.iter().find(|change| change.field == Field::Score) {
        here.score = if let FieldValue::Int(score) = score.from { score } else { 0 };
    }
    here
}
