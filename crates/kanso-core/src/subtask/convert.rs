//! Making a task of a subtask.

use kanso_db::params;
use kanso_domain::{LinkId, Permission, SubtaskId, TaskId, UserId};

use super::remove::remove_in;
use super::{Subtask, find};
use crate::change::Change;
use crate::project::require_assignable;
use crate::task::{NewTask, Task, create_in, find::load as load_task};
use crate::{Actor, App, Result, Scope, link};

/// The label "is a child of" that every installation begins with; an administrator may have removed it.
const CHILD: i64 = 6;

/// Makes a task of a subtask, in the lane of the task it was part of, and links it to that one. The subtask is gone
/// then; title, times and who has it go to the task.
#[crate::use_case]
pub async fn convert_subtask(app: &App, actor: &Actor, subtask: SubtaskId) -> Result<TaskId> {
    app.change(actor, Scope::from(subtask).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let subtask = find::load(change.conn(), subtask).await?;
            let parent = load_task(change.conn(), subtask.task_id).await?;
            let owner = owner(change, &parent, subtask.user_id).await?;
            let task = create_in(change, &of(&subtask, &parent, owner)).await?;
            say_whose_part_it_was(change, task, parent.id).await?;
            remove_in(change, parent.id, subtask.id).await?;
            Ok(task)
        })
    })
    .await
}

fn of(subtask: &Subtask, parent: &Task, owner: UserId) -> NewTask {
    NewTask {
        project: parent.project_id,
        title: subtask.title.clone(),
        column: Some(parent.column_id),
        swimlane: Some(parent.swimlane_id),
        owner,
        priority: parent.priority,
        time_estimated: Some(subtask.time_estimated),
        time_spent: Some(subtask.time_spent),
        ..NewTask::default()
    }
}

/// Who had the subtask, if they can be given tasks.
async fn owner(change: &Change<'_>, parent: &Task, user: UserId) -> Result<UserId> {
    match require_assignable(change.conn(), parent.project_id, user).await {
        Ok(()) => Ok(user),
        Err(crate::Error::Invalid(_)) => Ok(UserId::default()),
        Err(error) => Err(error),
    }
}

async fn say_whose_part_it_was(change: &mut Change<'_>, task: TaskId, parent: TaskId) -> Result<()> {
    const FIND: &str = "SELECT id FROM links WHERE id = $1";
    if change.conn().one::<(i64,)>(FIND, params![CHILD]).await?.is_some() {
        link::create_in(change, task, parent, LinkId::from(CHILD)).await?;
    }
    Ok(())
}
