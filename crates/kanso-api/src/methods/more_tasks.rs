use kanso_core::Kind::Task;

use crate::class::Class::Member;
use crate::class::Missing::{False, Zero};
use crate::procedure::{Procedure, procedure};
use crate::task;

const TO_PROJECT: &str = "task_id, project_id, swimlane_id?, column_id?, category_id?, owner_id?";

#[rustfmt::skip]
pub(super) fn all() -> Vec<Procedure> {
    vec![
        procedure("moveTaskToProject", TO_PROJECT, Member(Task), False, task::move_task_to_project),
        procedure("duplicateTaskToProject", TO_PROJECT, Member(Task), Zero, task::duplicate_task_to_project),
    ]
}
