//! `moveTaskToProject` and `duplicateTaskToProject`.

use std::sync::Arc;

use kanso_core::task::{self, Destination};
use kanso_domain::{ProjectId, TaskId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct ToProject {
    task_id: Id<TaskId>,
    project_id: Id<ProjectId>,
    swimlane_id: Given<i64>,
    column_id: Given<i64>,
    category_id: Given<i64>,
    owner_id: Given<i64>,
}

impl ToProject {
    fn destination(self) -> Result<Destination, Failure> {
        Ok(Destination {
            project: self.project_id.0,
            swimlane: self.swimlane_id.optional()?.map(Into::into),
            column: self.column_id.optional()?.map(Into::into),
            category: self.category_id.optional()?,
            owner: self.owner_id.optional()?.map(Into::into),
        })
    }
}

pub(crate) async fn move_task_to_project(by: Arc<Caller>, params: ToProject) -> Outcome<bool> {
    let task = params.task_id.0;
    task::move_task_to_project(&by.app, &by.actor, task, params.destination()?).await?;
    Ok(true)
}

pub(crate) async fn duplicate_task_to_project(by: Arc<Caller>, params: ToProject) -> Outcome<TaskId> {
    let task = params.task_id.0;
    Ok(task::duplicate_task(&by.app, &by.actor, task, params.destination()?).await?)
}
