//! Tasks: reading, opening and closing, moving.

mod create;
mod to_project;
mod update;

use std::sync::Arc;

use kanso_core::Door;
use kanso_core::task::{self, Counted, OverdueTask, Task, TaskMove};
use kanso_domain::{ColumnId, ProjectId, SwimlaneId, TaskId};
use kanso_rpc::lenient::{Date, Given, Id};
use serde::{Deserialize, Serialize};

use crate::application::{ColorAnswer, Nothing, color_or};
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;
use crate::project::OneProject;

pub(crate) use create::create_task;
pub(crate) use to_project::{duplicate_task_to_project, move_task_to_project};
pub(crate) use update::update_task;

/// A task with its address and its colour.
#[derive(Serialize)]
pub(crate) struct TaskAnswer {
    #[serde(flatten)]
    task: Task,
    url: String,
    color: ColorAnswer,
}

impl TaskAnswer {
    fn one(by: &Caller, task: Task) -> Self {
        let settings = by.app.settings();
        Self::new(&settings.application_url(), settings.default_color(), task)
    }

    fn list(by: &Caller, tasks: Vec<Task>) -> Vec<Self> {
        let settings = by.app.settings();
        let (root, color) = (settings.application_url(), settings.default_color());
        tasks.into_iter().map(|task| Self::new(&root, color, task)).collect()
    }

    /// The address is Kanboard's, which Kanso serves too.
    fn new(root: &str, default_color: &str, task: Task) -> Self {
        let url = format!("{root}?controller=TaskViewController&action=show&task_id={}", task.id);
        Self { url, color: color_or(&task.color_id, default_color), task }
    }
}

/// What names a task.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneTask {
    pub(crate) task_id: Id<TaskId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct ByReference {
    project_id: Id<ProjectId>,
    reference: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct AllTasks {
    project_id: Id<ProjectId>,
    status_id: Given<i64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MoveTask {
    project_id: Id<ProjectId>,
    task_id: Id<TaskId>,
    column_id: Id<ColumnId>,
    position: Given<i64>,
    swimlane_id: Id<SwimlaneId>,
}

pub(crate) async fn get_task(by: Arc<Caller>, params: OneTask) -> Outcome<TaskAnswer> {
    let found = task::find_task(&by.app, &by.actor, params.task_id.0).await?;
    Ok(TaskAnswer::one(&by, found))
}

pub(crate) async fn get_task_by_reference(by: Arc<Caller>, params: ByReference) -> Outcome<TaskAnswer> {
    let (project, reference) = (params.project_id.0, params.reference.or_empty()?);
    let found = task::find_task_by_reference(&by.app, &by.actor, project, reference).await?;
    Ok(TaskAnswer::one(&by, found))
}

pub(crate) async fn get_all_tasks(by: Arc<Caller>, params: AllTasks) -> Outcome<Vec<TaskAnswer>> {
    const OPEN: i64 = 1;
    // A status that is none matches nothing.
    const NONE: i64 = -1;
    let status = params.status_id.or(OPEN).ok().flatten().unwrap_or(NONE);
    let tasks = task::list_tasks(&by.app, &by.actor, params.project_id.0, status).await?;
    Ok(TaskAnswer::list(&by, tasks))
}

pub(crate) async fn get_overdue_tasks(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<OverdueTask>> {
    Ok(task::list_overdue_tasks(&by.app, &by.actor).await?)
}

pub(crate) async fn get_overdue_tasks_by_project(
    by: Arc<Caller>,
    params: OneProject,
) -> Outcome<Vec<OverdueTask>> {
    Ok(task::list_overdue_tasks_of_project(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn open_task(by: Arc<Caller>, params: OneTask) -> Outcome<bool> {
    task::open_task(&by.app, &by.actor, params.task_id.0).await?;
    Ok(true)
}

pub(crate) async fn close_task(by: Arc<Caller>, params: OneTask) -> Outcome<bool> {
    task::close_task(&by.app, &by.actor, params.task_id.0).await?;
    Ok(true)
}

pub(crate) async fn remove_task(by: Arc<Caller>, params: OneTask) -> Outcome<bool> {
    task::remove_task(&by.app, &by.actor, params.task_id.0, Door::Api).await?;
    Ok(true)
}

pub(crate) async fn move_task_position(by: Arc<Caller>, params: MoveTask) -> Outcome<bool> {
    let swimlane = params.swimlane_id.0;
    let to = TaskMove {
        counted: Counted::Stored,
        task: params.task_id.0,
        project: Some(params.project_id.0),
        column: params.column_id.0,
        swimlane: (!swimlane.is_none()).then_some(swimlane),
        position: params.position.required()?,
    };
    task::move_task(&by.app, &by.actor, to).await?;
    Ok(true)
}

/// The moment that a date names, in Unix seconds; 0 for an empty text.
fn moment(by: &Caller, Date(text): &Date) -> Result<i64, Failure> {
    if text.is_empty() {
        return Ok(0);
    }
    let input = by.app.settings().date_input();
    input.parse(text, by.app.clock().now()).ok_or(Failure::Refused)
}
