//! Changing the same fields of several tasks.

use kanso_domain::{Permission, ProjectId, TaskId};

use super::{check, load};
use crate::change::Change;
use crate::task::{TaskPatch, Telling, update_in};
use crate::{Actor, App, Result, Scope, tag};

/// What several tasks get.
#[derive(Clone, Debug, Default)]
pub struct BulkPatch {
    /// New values; those of `None` stay as they are in each task. Tags named here take the place of those it has.
    pub fields: TaskPatch,
    /// Names of tags that each gets besides those it has; those that are not there yet are added to the project.
    pub more_tags: Vec<String>,
}

/// Changes fields of several tasks; an event is recorded for each that has other values then.
///
/// # Errors
///
/// As [`update_task`](crate::task::update_task); none is changed then. Also
/// [`Error::NotFound`](crate::Error::NotFound) when one of them is not the project's.
#[crate::use_case]
pub async fn update_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    tasks: Vec<TaskId>,
    patch: BulkPatch,
) -> Result<()> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            for task in check(tasks)? {
                load(change, task).await?;
                update_one(change, task, &patch).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn update_one(change: &mut Change<'_>, task: TaskId, patch: &BulkPatch) -> Result<()> {
    let mut fields = patch.fields.clone();
    if !patch.more_tags.is_empty() {
        let had = tag::of_task(change.conn(), task).await?.into_iter().map(|tag| tag.name);
        let tags = fields.tags.take().unwrap_or_else(|| had.collect());
        fields.tags = Some(tags.into_iter().chain(patch.more_tags.iter().cloned()).collect());
    }
    update_in(change, task, &fields, Telling::Recorded).await?;
    Ok(())
}
