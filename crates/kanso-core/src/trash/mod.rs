//! Tasks that were removed, kept whole for a month: each row of theirs as it was, so that they come back under the
//! same ids.
//!
//! They are not in the tables of tasks meanwhile: whatever lists, counts or searches tasks meets none of them.

mod keep;
mod list;
mod parts;
mod purge;
mod restore;
mod row;

use kanso_db::row;
use kanso_domain::{TaskId, UserId};

pub(crate) use keep::keep;
pub use list::list_trash;
pub(crate) use purge::note_strays_of_project;
pub use purge::{empty_old, purge_task};
pub use restore::restore_task;

/// For how long a removed task can be brought back.
pub const KEPT_DAYS: i64 = 30;

row! {
    /// A removed task, as a list shows it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct RemovedTask {
        pub task_id: TaskId as i64 = "x.task_id",
        pub title: String = "x.title",
        pub color_id: String = "x.color_id",
        /// Who removed it; 0 for the application.
        pub removed_by: UserId as i64 = "x.removed_by",
        /// Unix seconds.
        pub removed_at: i64 = "x.removed_at",
        pub username: Option<String> = "u.username",
        pub name: Option<String> = "u.name",
    }
}
