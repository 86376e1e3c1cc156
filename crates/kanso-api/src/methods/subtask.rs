use kanso_core::Kind::{Subtask, Task};

use crate::class::Class::{Member, Viewer};
use crate::class::Missing::{EmptyList, False, Null, True, Zero};
use crate::procedure::{Procedure, procedure};
use crate::subtask;

const CREATE: &str = "task_id, title, user_id?, time_estimated?, time_spent?, status?";
const UPDATE: &str = "id, task_id, title?, user_id?, time_estimated?, time_spent?, status?, position?";
const TIMER: &str = "subtask_id, user_id";

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("createSubtask", CREATE, Member(Task), False, subtask::create_subtask),
        procedure("getSubtask", "subtask_id", Viewer(Subtask), Null, subtask::get_subtask),
        procedure("getAllSubtasks", "task_id", Viewer(Task), EmptyList, subtask::get_all_subtasks),
        procedure("updateSubtask", UPDATE, Member(Task), False, subtask::update_subtask),
        procedure("removeSubtask", "subtask_id", Member(Subtask), False, subtask::remove_subtask),
        procedure("hasSubtaskTimer", TIMER, Viewer(Subtask), False, subtask::has_subtask_timer),
        procedure("setSubtaskStartTime", TIMER, Member(Subtask), False, subtask::set_subtask_start_time),
        procedure("setSubtaskEndTime", TIMER, Member(Subtask), True, subtask::set_subtask_end_time),
        procedure("getSubtaskTimeSpent", TIMER, Viewer(Subtask), Zero, subtask::get_subtask_time_spent),
    ]
}
