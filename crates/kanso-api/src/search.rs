//! Finding tasks: by the search language, and those that concern who calls.

use std::sync::Arc;

use kanso_core::board::{FullTask, TaskTag};
use kanso_core::dashboard::{Dashboard, find_my_dashboard};
use kanso_core::search;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::ProjectId;
use kanso_rpc::lenient::{Given, Id};
use serde::{Deserialize, Serialize, Serializer};

use crate::application::Nothing;
use crate::error::Outcome;
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SearchTasks {
    project_id: Id<ProjectId>,
    query: Given<String>,
}

pub(crate) async fn search_tasks(by: Arc<Caller>, params: SearchTasks) -> Outcome<Vec<FullTask>> {
    let query = params.query.or_empty()?;
    Ok(search::search_tasks(&by.app, &by.actor, params.project_id.0, &query).await?)
}

pub(crate) async fn get_my_dashboard(by: Arc<Caller>, _: Nothing) -> Outcome<DashboardAnswer> {
    Ok(DashboardAnswer(find_my_dashboard(&by.app, &by.actor).await?))
}

/// A dashboard that is put together while it is written, so that nothing of it is copied.
pub(crate) struct DashboardAnswer(Dashboard);

impl Serialize for DashboardAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(Dashboard { tasks, tags, subtasks }) = self;
        serializer.collect_seq(tasks.iter().map(|task| TaskOnDashboard {
            task,
            tags: tags.of(task.id),
            subtasks: subtasks.get(&task.id).into_iter().flatten().map(OwnSubtask::new).collect(),
        }))
    }
}

/// A task with its tags and those of its subtasks that are the caller's.
#[derive(Serialize)]
struct TaskOnDashboard<'a> {
    #[serde(flatten)]
    task: &'a FullTask,
    tags: &'a [TaskTag],
    subtasks: Vec<OwnSubtask<'a>>,
}

#[derive(Serialize)]
struct OwnSubtask<'a> {
    #[serde(flatten)]
    subtask: &'a SubtaskDetails,
    status_name: Option<&'static str>,
    is_timer_started: bool,
}

impl<'a> OwnSubtask<'a> {
    fn new(subtask: &'a SubtaskDetails) -> Self {
        Self { subtask, status_name: subtask.status_name(), is_timer_started: subtask.is_timer_started() }
    }
}
