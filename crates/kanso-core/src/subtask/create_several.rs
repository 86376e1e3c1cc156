//! Adding several subtasks at once, as people type them: a title per line.

use kanso_domain::{Permission, SubtaskId, TaskId, UserId};

use super::TO_DO;
use super::create::{NewSubtask, create_in};
use crate::{Actor, App, Error, Fault, Result, Scope};

/// Adds a subtask for each title, all of them or none. They are to do, nothing is spent yet.
///
/// # Errors
///
/// [`Error::Invalid`] without a title, or for one that is too long.
#[crate::use_case]
pub async fn create_subtasks(
    app: &App,
    actor: &Actor,
    task: TaskId,
    titles: Vec<String>,
    user: UserId,
    time_estimated: f64,
) -> Result<Vec<SubtaskId>> {
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if titles.is_empty() {
                return Err(Error::Invalid(Fault::Missing("title")));
            }
            let mut created = Vec::with_capacity(titles.len());
            for title in titles {
                let new = NewSubtask { task, title, user, time_estimated, time_spent: 0.0, status: TO_DO };
                created.push(create_in(change, new).await?);
            }
            Ok(created)
        })
    })
    .await
}
