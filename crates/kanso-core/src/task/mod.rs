//! Tasks.

mod bulk;
mod changed;
mod close;
mod create;
mod create_several;
mod destination;
mod details;
mod duplicate;
pub(crate) mod find;
mod import;
mod jump;
pub(crate) mod lane;
mod move_to_project;
pub(crate) mod occurrence;
mod open;
mod position;
mod remove;
mod suggest;
mod transition;
mod update;

use kanso_db::row;
use kanso_domain::{ColumnId, ProjectId, Slot, SwimlaneId, TaskId, UserId};

pub use bulk::{
    BulkPatch, MOST_TASKS, Order, close_column, close_tasks, move_tasks, open_tasks, place_tasks,
    sort_column, undo_updates, update_tasks,
};
pub use changed::Changed;
pub(crate) use close::close_in;
pub use close::close_task;
pub(crate) use create::create_in;
pub use create::{NewTask, Recurrence, create_task};
pub use create_several::create_tasks;
pub use destination::Destination;
pub use details::TaskDetails;
pub(crate) use details::details;
pub use duplicate::duplicate_task;
pub(crate) use duplicate::{copy_in, duplicate_in};
pub use find::{
    OverdueTask, find_task, find_task_by_reference, list_my_overdue_tasks, list_overdue_tasks,
    list_overdue_tasks_of_project, list_tasks,
};
pub use import::{ListedTask, MOST_LISTED, check_task_list, import_task_list};
pub use jump::{Sight, find_tasks_to_go_to};
pub use move_to_project::move_task_to_project;
pub(crate) use move_to_project::move_to_project_in;
pub(crate) use occurrence::{PENDING, Shift, create_occurrence};
pub(crate) use open::open_in;
pub use open::open_task;
pub(crate) use position::move_in;
pub use position::{Counted, TaskMove, move_task};
pub use remove::remove_task;
pub use suggest::{Suggested, suggest_tasks};
pub use transition::{Transition, list_transitions};
pub use update::{TaskPatch, update_task};
pub(crate) use update::{change_in, update_in};

/// Whether a change of a task is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Telling {
    /// An event is recorded, and what follows from it happens.
    Recorded,
    /// Open boards look again, no more: how Kanboard carries out many automatic actions.
    Silent,
}

row! {
    /// A task as it is stored, with Kanboard's fields in Kanboard's order. Times are Unix seconds, hours are
    /// numbers, `is_active` is 1 for open and 0 for closed.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct Task {
        pub id: TaskId as i64,
        pub title: String,
        pub description: Option<String>,
        pub date_creation: i64,
        pub color_id: String,
        pub project_id: ProjectId as i64,
        pub column_id: ColumnId as i64,
        pub owner_id: UserId as i64,
        pub position: i64,
        pub is_active: i64,
        pub date_completed: Option<i64>,
        pub score: Option<i64>,
        pub date_due: Option<i64>,
        pub category_id: Option<i64>,
        pub creator_id: UserId as i64,
        pub date_modification: i64,
        pub reference: Option<String>,
        pub date_started: Option<i64>,
        pub time_spent: Option<f64>,
        pub time_estimated: Option<f64>,
        pub swimlane_id: SwimlaneId as i64,
        pub date_moved: i64,
        pub recurrence_status: i64,
        pub recurrence_trigger: i64,
        pub recurrence_factor: i64,
        pub recurrence_timeframe: i64,
        pub recurrence_basedate: i64,
        pub recurrence_parent: Option<i64>,
        pub recurrence_child: Option<i64>,
        pub priority: Option<i64>,
        pub external_provider: Option<String>,
        pub external_uri: Option<String>,
    }
}

impl Task {
    /// Where it is on its board.
    pub fn slot(&self) -> Slot {
        Slot::new(self.swimlane_id, self.column_id, self.position)
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.is_active == 1
    }
}
