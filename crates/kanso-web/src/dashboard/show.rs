//! The page behind `/`: what is the reader's, at a glance.

use axum::extract::State;
use axum::response::Response;
use kanso_core::activity::list_my_activities;
use kanso_core::dashboard::{TaskOrder, list_my_subtasks, list_my_tasks};
use kanso_core::project::list_project_summaries;

use super::view::{DashboardPage, SubtaskRow, TaskGroup, TaskRow};
use crate::activity::view::ActivityLine;
use crate::fault::Fault;
use crate::project::view::ProjectView;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How much of each list is shown before the way to the whole of it.
const TASKS: i64 = 40;
const SUBTASKS: i64 = 10;
const PROJECTS: usize = 10;
const ACTIVITIES: usize = 12;

/// The page behind `/`.
pub(crate) async fn show(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
    let ((tasks, tasks_in_all), (subtasks, subtasks_in_all), (projects, projects_in_all), activities) = tokio::try_join!(
        list_my_tasks(app, actor, TaskOrder::Due, 0, TASKS),
        list_my_subtasks(app, actor, 0, SUBTASKS),
        list_project_summaries(app, actor, 0, PROJECTS),
        list_my_activities(app, actor, ACTIVITIES),
    )?;
    let rows = tasks.into_iter().map(|task| TaskRow::new(page, task));
    let (overdue, others): (Vec<TaskRow>, Vec<TaskRow>) = rows.partition(TaskRow::is_late);
    respond::page(&DashboardPage {
        page,
        section: "projects",
        tab: "overview",
        overdue,
        groups: TaskGroup::all(others),
        tasks: tasks_in_all,
        subtasks: subtasks.into_iter().map(|subtask| SubtaskRow::new(page, subtask)).collect(),
        subtasks_in_all,
        projects: projects.into_iter().map(ProjectView::from).collect(),
        projects_in_all: i64::try_from(projects_in_all).unwrap_or(i64::MAX),
        activities: activities.iter().map(|activity| ActivityLine::new(page, activity)).collect(),
    })
}
