//! Adding several tasks to a board at once.

use kanso_domain::{Permission, ProjectId, TaskId};

use super::create::{NewTask, create_in};
use crate::{Actor, App, Error, Fault, Result, Scope};

/// Adds these tasks to a project in their order, all of them or none; each is told by an event of its own.
///
/// # Errors
///
/// As [`create_task`](super::create_task); [`Error::Invalid`] without a task, or for one of another project.
#[crate::use_case]
pub async fn create_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    new: Vec<NewTask>,
) -> Result<Vec<TaskId>> {
    if new.is_empty() {
        return Err(Error::Invalid(Fault::Missing("title")));
    }
    if new.iter().any(|task| task.project != project) {
        return Err(Error::Invalid(Fault::Unknown("project")));
    }
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let mut created = Vec::with_capacity(new.len());
            for task in &new {
                created.push(create_in(change, task).await?);
            }
            Ok(created)
        })
    })
    .await
}
