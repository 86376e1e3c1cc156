//! The moves of a project's tasks from column to column.

use kanso_db::params;
use kanso_domain::{EventId, Permission, ProjectId};

use super::{ROWS, Span};
use crate::event::{EventRow, Logged};
use crate::task::Transition;
use crate::{Actor, App, Result};

/// A move from column to column, as the log tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportedTransition {
    pub id: EventId,
    /// The title that the task had then.
    pub task_title: String,
    pub transition: Transition,
}

/// Some transitions, and where to go on.
#[derive(Clone, Debug, Default)]
pub struct Transitions {
    pub found: Vec<ExportedTransition>,
    /// The last entry of the log that was looked at; none when there are no more.
    pub next: Option<EventId>,
}

/// Moves of tasks in the span that the log of a project has after the entry `after`, oldest first: some of them. For
/// who manages the project.
#[crate::use_case]
pub async fn export_transitions(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    span: Span,
    after: EventId,
) -> Result<Transitions> {
    // What an entry is stands in its beginning: those of other acts are not read in full.
    let list = format!(
        "SELECT {} FROM events WHERE project_id = $1 AND id > $2 AND created_at >= $3 AND created_at < $4 \
         AND event LIKE '%moved_before%' ORDER BY id LIMIT $5",
        EventRow::COLUMNS
    );
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let values = params![project.get(), after.get(), span.from, span.until, ROWS];
            let rows: Vec<EventRow> = conn.all(&list, values).await?;
            let next = rows.last().map(|row| row.id.into());
            let mut found = Vec::new();
            for row in rows {
                let entry = Logged::try_from(row)?;
                let (id, task) = (entry.id, entry.snapshot.task.clone());
                let task_title = task.map(|task| task.title).unwrap_or_default();
                let told = Transition::of(entry);
                found.extend(told.map(|transition| ExportedTransition { id, task_title, transition }));
            }
            Ok(Transitions { found, next })
        })
    })
    .await
}
