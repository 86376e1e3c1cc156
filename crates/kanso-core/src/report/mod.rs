//! Reports: what a project's tasks and its log say about how work goes.
//!
//! `walk.rs` finds what a board held on any past day, from what it holds now and what happened since; `flow.rs` gives
//! that to the reports that need days. The others read tasks. All are for who manages the project.

mod calendar;
mod column_times;
mod days;
mod estimates;
mod flow;
mod log;
mod now;
mod part;
mod selection;
mod times;
mod walk;

pub use column_times::{ColumnTime, report_column_times};
pub use estimates::{Estimates, Hours, TaskHours, report_estimates};
pub use flow::{Flow, FlowColumn, FlowDay, MOST_DAYS, report_flow};
pub use part::{Part, report_assignees, report_columns};
pub use selection::Selection;
pub use times::{MOST_TASKS, TimeRow, Times, report_times, times_of};
pub use walk::Counts;
