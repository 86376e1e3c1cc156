//! Subtasks and their timers.

mod convert;
mod copy;
mod create;
mod create_several;
mod find;
mod hours;
mod order;
mod remove;
mod timer;
mod timesheet;
mod turn;
mod update;

use kanso_db::row;
use kanso_domain::{SubtaskId, TaskId, UserId};
use serde::{Deserialize, Serialize};

pub use convert::convert_subtask;
pub(crate) use copy::copy;
pub(crate) use create::create_in;
pub use create::{NewSubtask, create_subtask};
pub use create_several::create_subtasks;
pub(crate) use find::list_of_tasks;
pub use find::{find_subtask, list_subtasks};
pub use order::move_subtask;
pub use remove::remove_subtask;
pub use timer::{find_running_timer, start_subtask_timer, stop_subtask_timer};
pub(crate) use timer::{start_timer, stop_timer};
pub use timesheet::{TimerEntry, list_timers};
pub use turn::{Busy, Other, Turn, turn_subtask};
pub(crate) use update::finish_all;
pub use update::{SubtaskPatch, update_subtask};

row! {
    /// A subtask as it is stored, with Kanboard's fields. Hours are numbers.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Subtask {
        pub id: SubtaskId as i64,
        pub title: String,
        /// 0 to do, 1 in progress, 2 done.
        pub status: i64,
        pub time_estimated: f64,
        pub time_spent: f64,
        pub task_id: TaskId as i64,
        pub user_id: UserId as i64,
        /// Its place in the task; the first is 1.
        pub position: i64,
    }
}

row! {
    /// A subtask with the name of who has it, as lists and events show it. Hours are numbers.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct SubtaskDetails {
        pub id: SubtaskId as i64 = "s.id",
        pub title: String = "s.title",
        /// 0 to do, 1 in progress, 2 done.
        pub status: i64 = "s.status",
        pub time_estimated: f64 = "s.time_estimated",
        pub time_spent: f64 = "s.time_spent",
        pub task_id: TaskId as i64 = "s.task_id",
        pub user_id: UserId as i64 = "s.user_id",
        pub position: i64 = "s.position",
        pub username: Option<String> = "u.username",
        pub name: Option<String> = "u.name",
        /// When the timer of who asks or acts began (Unix seconds); 0 while none runs.
        pub timer_start_date: i64 = "COALESCE(r.started_at, 0)",
    }
}

impl SubtaskDetails {
    /// Kanboard's word for the status, if it is one of the three.
    pub fn status_name(&self) -> Option<&'static str> {
        match self.status {
            0 => Some("Todo"),
            1 => Some("In progress"),
            DONE => Some("Done"),
            _ => None,
        }
    }

    /// Whether a timer of who asks or acts runs.
    pub fn is_timer_started(&self) -> bool {
        self.timer_start_date != 0
    }
}

/// The status of a subtask that nobody has begun.
const TO_DO: i64 = 0;
/// The status of a subtask that somebody works on.
const IN_PROGRESS: i64 = 1;
/// The status of a finished subtask.
const DONE: i64 = 2;
