//! The ways of a task through the columns, as the log tells them.

use kanso_db::params;
use kanso_domain::{ColumnId, Event, Permission, TaskId, UserId};

use crate::event::{EventRow, Logged};
use crate::{Actor, App, Result};

/// A task left a column for another.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// The column it left.
    pub from: ColumnId,
    /// The title that it had then, if it was kept.
    pub from_title: Option<String>,
    /// The column it entered.
    pub to: ColumnId,
    /// The title that it had then.
    pub to_title: Option<String>,
    /// Who moved it; 0 for the application.
    pub user: UserId,
    /// Their user name.
    pub username: Option<String>,
    /// When, in Unix seconds.
    pub at: i64,
    /// For how long it was where it left, in seconds.
    pub spent: i64,
}

/// The moves of a task from column to column, newest first.
#[crate::use_case]
pub async fn list_transitions(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<Transition>> {
    // What an entry is stands in its beginning: those of other acts are not read in full.
    let find = format!(
        "SELECT {} FROM events WHERE task_id = $1 AND event LIKE '%moved_before%' ORDER BY id DESC",
        EventRow::COLUMNS
    );
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let rows = conn.all::<EventRow>(&find, params![task.get()]).await?;
            let entries: Result<Vec<Logged>> = rows.into_iter().map(Logged::try_from).collect();
            Ok(entries?.into_iter().filter_map(Transition::of).collect())
        })
    })
    .await
}

impl Transition {
    /// The transition that an entry of the log tells of, if it does.
    pub(crate) fn of(entry: Logged) -> Option<Self> {
        let Event::TaskMoved { from, to, moved_before, .. } = entry.event else { return None };
        if from.lane.column == to.lane.column {
            return None;
        }
        Some(Self {
            from: from.lane.column,
            from_title: entry.snapshot.past.and_then(|past| past.column),
            to: to.lane.column,
            to_title: entry.snapshot.task.map(|task| task.column_title),
            user: entry.actor_id,
            username: entry.actor,
            at: entry.at,
            spent: entry.at.saturating_sub(moved_before).max(0),
        })
    }
}
