//! What a project holds, part by part, to be kept elsewhere: for those who manage it.
//!
//! Each part is read on from the last id of the one before, so that a project of any size takes little memory.

mod span;
mod subtasks;
mod tasks;
mod transitions;

pub use span::Span;
pub use subtasks::{ExportedSubtask, export_subtasks};
pub use tasks::{ExportedTask, TaskRow, export_tasks};
pub use transitions::{ExportedTransition, Transitions, export_transitions};

/// How many rows are read at once.
const ROWS: i64 = 1_000;
