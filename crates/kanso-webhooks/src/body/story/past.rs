//! Names, as far as the stored entry knows them: as they were when it happened.

use kanso_core::event::{Logged, Past};
use kanso_core::task::TaskDetails;
use kanso_domain::{ColumnId, ProjectId, SwimlaneId};

use super::words;

/// Who did it.
pub(super) fn who(logged: &Logged) -> &str {
    person(logged.snapshot.actor_name.as_ref(), logged.actor.as_ref()).unwrap_or(words::APPLICATION)
}

/// What people call somebody: their name, else their user name.
pub(super) fn person<'a>(name: Option<&'a String>, username: Option<&'a String>) -> Option<&'a str> {
    [name, username].into_iter().flatten().map(String::as_str).find(|name| !name.is_empty())
}

/// Who has the task.
pub(super) fn assignee(task: &TaskDetails) -> Option<&str> {
    person(task.assignee_name.as_ref(), task.assignee_username.as_ref())
}

/// The name of the project in which the event is told.
pub(super) fn project(logged: &Logged) -> Option<&str> {
    let of_task = task(logged).map(|task| task.project_name.as_str());
    of_task.or(logged.snapshot.project_name.as_deref())
}

/// The name of a project that the task was in.
pub(super) fn left_project(logged: &Logged, project: ProjectId) -> Option<&str> {
    let is_here = task(logged).is_some_and(|task| task.project_id == project.get());
    past(logged).filter(|_| !is_here)?.project.as_deref()
}

/// The title of a column that the task is or was in.
pub(super) fn column(logged: &Logged, column: ColumnId) -> Option<&str> {
    match task(logged).filter(|task| task.column_id == column.get()) {
        Some(task) => Some(&task.column_title),
        None => past(logged)?.column.as_deref(),
    }
}

/// The name of a swimlane that the task is or was in.
pub(super) fn swimlane(logged: &Logged, swimlane: SwimlaneId) -> Option<&str> {
    match task(logged).filter(|task| task.swimlane_id == swimlane.get()) {
        Some(task) => task.swimlane_name.as_deref(),
        None => past(logged)?.swimlane.as_deref(),
    }
}

/// The name of a category that the task has or had.
pub(super) fn category(logged: &Logged, category: i64) -> Option<&str> {
    match task(logged).filter(|task| task.category_id == Some(category)) {
        Some(task) => task.category_name.as_deref(),
        None => past(logged)?.category.as_deref(),
    }
}

/// What people call somebody who has or had the task or the subtask.
pub(super) fn user(logged: &Logged, user: i64) -> Option<&str> {
    let subtask = logged.snapshot.subtask.as_deref().filter(|subtask| subtask.user_id.get() == user);
    let of_subtask = subtask.and_then(|subtask| person(subtask.name.as_ref(), subtask.username.as_ref()));
    let of_task = || task(logged).filter(|task| task.owner_id == user).and_then(assignee);
    let before = || past(logged)?.assignee.as_ref().filter(|before| before.id.get() == user);
    of_subtask
        .or_else(of_task)
        .or_else(|| before().and_then(|before| person(before.name.as_ref(), Some(&before.username))))
}

fn task(logged: &Logged) -> Option<&TaskDetails> {
    logged.snapshot.task.as_deref()
}

fn past(logged: &Logged) -> Option<&Past> {
    logged.snapshot.past.as_deref()
}
