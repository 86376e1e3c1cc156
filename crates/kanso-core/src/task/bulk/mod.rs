//! Acting on several tasks of a project at once: one change, all or nothing, and an event for each task.

mod close;
mod move_;
mod sort;
mod update;

use kanso_domain::TaskId;

use super::{Task, find};
use crate::change::Change;
use crate::{Error, Fault, Kind, Result};

pub use close::{close_column, close_tasks, open_tasks};
pub use move_::{move_tasks, place_tasks};
pub use sort::{Order, sort_column};
pub use update::{BulkPatch, undo_updates, update_tasks};

/// How many tasks one act may be about.
pub const MOST_TASKS: usize = 500;

/// The tasks that were named, each once, in the order in which they were.
///
/// # Errors
///
/// [`Fault::Missing`] for none, [`Fault::TooMany`] for more than [`MOST_TASKS`].
fn check(tasks: Vec<TaskId>) -> Result<Vec<TaskId>> {
    let mut seen = std::collections::HashSet::new();
    let named: Vec<TaskId> = tasks.into_iter().filter(|task| seen.insert(*task)).collect();
    match named.len() {
        0 => Err(Error::Invalid(Fault::Missing("tasks"))),
        1..=MOST_TASKS => Ok(named),
        _ => Err(Error::Invalid(Fault::TooMany("tasks", MOST_TASKS))),
    }
}

/// The task, if it is the project's: one of another project and one that is not there are answered alike.
async fn load(change: &Change<'_>, task: TaskId) -> Result<Task> {
    let found = find::load(change.conn(), task).await?;
    if found.project_id == change.project() { Ok(found) } else { Err(Error::NotFound(Kind::Task)) }
}
