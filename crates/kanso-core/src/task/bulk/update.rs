//! Changing the same fields of several tasks.

use kanso_domain::{Permission, ProjectId, TaskId};

use super::{check, load};
use crate::change::Change;
use crate::task::{Changed, TaskPatch, Telling, change_in};
use crate::{Actor, App, Result, Scope, tag};

/// What several tasks get.
#[derive(Clone, Debug, Default)]
pub struct BulkPatch {
    /// New values; those of `None` stay as they are in each task. Tags named here take the place of those it has.
    pub fields: TaskPatch,
    /// Names of tags that each gets besides those it has; those that are not there yet are added to the project.
    pub more_tags: Vec<String>,
}

/// Changes fields of several tasks; an event is recorded for each that has other values then. Answers what changed,
/// for [`undo_updates`].
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
) -> Result<Vec<Changed>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let mut changed = Vec::new();
            for task in check(tasks)? {
                load(change, task).await?;
                changed.push(update_one(change, task, &patch).await?);
            }
            changed.retain(|changed| !changed.is_nothing());
            Ok(changed)
        })
    })
    .await
}

/// Gives several tasks back the values they had before they were changed, and answers what that changed.
///
/// # Errors
///
/// As [`update_tasks`]. Also [`Conflict::ChangedMeanwhile`](crate::Conflict::ChangedMeanwhile) when somebody changed
/// one of the fields since.
#[crate::use_case]
pub async fn undo_updates(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    updates: Vec<Changed>,
) -> Result<Vec<Changed>> {
    app.change(actor, Scope::from(project).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            check(updates.iter().map(|update| update.task).collect())?;
            let mut undone = Vec::new();
            for update in &updates {
                load(change, update.task).await?;
                undone.push(undo_one(change, update).await?);
            }
            Ok(undone)
        })
    })
    .await
}

async fn undo_one(change: &mut Change<'_>, update: &Changed) -> Result<Changed> {
    let mut back = update.back();
    if let Some(tags) = &update.tags {
        back.tags = Some(tags.undone(names(change, update.task).await?));
    }
    change_in(change, update.task, &back, Telling::Recorded).await
}

async fn names(change: &Change<'_>, task: TaskId) -> Result<Vec<String>> {
    let tags = tag::of_task(change.conn(), task).await?;
    Ok(tags.into_iter().map(|tag| tag.name).collect())
}

async fn update_one(change: &mut Change<'_>, task: TaskId, patch: &BulkPatch) -> Result<Changed> {
    let mut fields = patch.fields.clone();
    if !patch.more_tags.is_empty() {
        let had = names(change, task).await?;
        let tags = fields.tags.take().unwrap_or(had);
        fields.tags = Some(tags.into_iter().chain(patch.more_tags.iter().cloned()).collect());
    }
    change_in(change, task, &fields, Telling::Recorded).await
}
