//! Doing what an automatic action wants, on the task as it is now.

use kanso_db::params;
use kanso_domain::{ApplicationRole, EventId, ProjectId, Slot, SubtaskId, TaskId, UserId};

use super::effect::Effect;
use super::mail;
use crate::change::Change;
use crate::comment::{self, NewComment};
use crate::subtask::{self, NewSubtask};
use crate::task::{self, Destination, Task, TaskPatch, Telling, find, lane};
use crate::{Conflict, Error, Kind, Result};

/// Whether what an action wants took anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carried {
    /// It was done.
    Out,
    /// The task was so already.
    Before,
}

/// Carries out what an action of the project that the change is in wants.
///
/// # Errors
///
/// [`Error::NotFound`], [`Error::Invalid`] or [`Error::Conflict`] when it cannot be done as things are; nothing is
/// written then.
pub(crate) async fn carry_out(
    change: &mut Change<'_>,
    effect: Effect,
    task: TaskId,
    cause: Option<EventId>,
) -> Result<Carried> {
    let task = find::load(change.conn(), task).await?;
    if task.project_id != change.project() {
        // An earlier action took it to another project, where this one has no say.
        return Err(Error::NotFound(Kind::Task));
    }
    match effect {
        Effect::Comment => say_where_it_is(change, &task).await,
        Effect::FinishSubtasks => finish_subtasks(change, &task).await,
        Effect::AddSubtask { title } => add_subtask(change, &task, title).await,
        Effect::Set(patch, telling) => return set(change, &task, &patch, telling).await,
        Effect::Close if task.is_open() => {
            task::close_in(change, task.id).await?;
            change.touch().await
        }
        Effect::Close => return Ok(Carried::Before),
        Effect::Move { is_closed: false, .. } if !task.is_open() => return Ok(Carried::Before),
        Effect::Move { to, telling, .. } => return move_it(change, &task, to, telling).await,
        Effect::CopyTo(project) => take_to(change, &task, project, Taking::Copy).await,
        Effect::MoveTo(project) => take_to(change, &task, project, Taking::Itself).await,
        Effect::Mail { user, subject } => mail::write(change, &task, user, &subject, cause).await,
    }?;
    Ok(Carried::Out)
}

async fn say_where_it_is(change: &mut Change<'_>, task: &Task) -> Result<()> {
    const TITLE: &str = "SELECT title FROM columns WHERE id = $1";
    let (title,) = change
        .conn()
        .one::<(String,)>(TITLE, params![task.column_id.get()])
        .await?
        .ok_or(Error::NotFound(Kind::Column))?;
    let new = NewComment {
        task: task.id,
        author: change.actor().user_id(),
        text: format!("This task is now in the column \u{201c}{title}\u{201d}."),
        reference: String::new(),
        visibility: ApplicationRole::User,
    };
    comment::create_in(change, &new).await?;
    Ok(())
}

async fn finish_subtasks(change: &mut Change<'_>, task: &Task) -> Result<()> {
    const LIST: &str = "SELECT id, user_id FROM subtasks WHERE task_id = $1 ORDER BY position, id";
    for (subtask, user) in change.conn().all::<(i64, i64)>(LIST, params![task.id.get()]).await? {
        subtask::stop_timer(change, SubtaskId::from(subtask), UserId::from(user)).await?;
    }
    subtask::finish_all(change, task.id).await?;
    change.ring(task.project_id);
    change.touch().await
}

async fn add_subtask(change: &mut Change<'_>, task: &Task, title: String) -> Result<()> {
    /// In progress.
    const RUNNING: i64 = 1;
    let (task_id, user) = (task.id, task.creator_id);
    let new =
        NewSubtask { task: task_id, title, user, time_estimated: 0.0, time_spent: 0.0, status: RUNNING };
    let subtask = subtask::create_in(change, new).await?;
    if change.settings().get("subtask_time_tracking") == "1" && !user.is_none() {
        subtask::start_timer(change, subtask, user).await?;
    }
    change.touch().await
}

/// A task that has these values already stays as it is, its dates too.
async fn set(change: &mut Change<'_>, task: &Task, patch: &TaskPatch, telling: Telling) -> Result<Carried> {
    const CATEGORY: &str = "SELECT id FROM categories WHERE id = $1 AND project_id = $2";
    if patch.changes_of(task).is_empty() {
        return Ok(Carried::Before);
    }
    if let Some(category) = patch.category.filter(|category| *category != 0) {
        let values = params![category, task.project_id.get()];
        let found = change.conn().one::<(i64,)>(CATEGORY, values).await?;
        found.ok_or(Error::NotFound(Kind::Category))?;
    }
    task::update_in(change, task.id, patch, telling).await?;
    if telling == Telling::Recorded {
        change.touch().await?;
    }
    Ok(Carried::Out)
}

async fn move_it(change: &mut Change<'_>, task: &Task, to: Slot, telling: Telling) -> Result<Carried> {
    match task::move_in(change, task, task.slot(), to, telling).await {
        Err(Error::Conflict(Conflict::AlreadyThere)) => return Ok(Carried::Before),
        Err(error) => return Err(error),
        Ok(_) if telling == Telling::Recorded => change.touch().await?,
        Ok(_) => {}
    }
    Ok(Carried::Out)
}

/// What of a task goes to the other project.
#[derive(Clone, Copy)]
enum Taking {
    Copy,
    Itself,
}

/// The copy goes to the first column; the task itself to the one of the same title.
async fn take_to(change: &mut Change<'_>, task: &Task, project: ProjectId, taking: Taking) -> Result<()> {
    if !change.join(project).await? {
        return Err(Error::NotFound(Kind::Project));
    }
    let mut to = Destination { project, ..Destination::default() };
    let home = change.enter(project);
    let done = match taking {
        Taking::Copy => {
            (to.column, _) = lane::first(change.conn(), project).await?;
            task::duplicate_in(change, task, &to).await.map(|_| ())
        }
        Taking::Itself => task::move_to_project_in(change, task, &to).await,
    };
    if done.is_ok() {
        change.touch().await?;
    }
    change.enter(home);
    done
}
