//! Adding a subtask.

use kanso_db::params;
use kanso_domain::{Event, Permission, SubtaskId, TaskId, UserId, text};

use super::hours;
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Error, Fault, Result, Scope};

/// A subtask to add.
#[derive(Clone, Debug)]
pub struct NewSubtask {
    /// The task it is part of.
    pub task: TaskId,
    /// Not empty, at most 65,535 characters.
    pub title: String,
    /// Who is to do it, 0 for nobody; whether they can is not asked, as in Kanboard.
    pub user: UserId,
    /// Hours.
    pub time_estimated: f64,
    /// Hours.
    pub time_spent: f64,
    /// 0 to do, 1 in progress, 2 done.
    pub status: i64,
}

/// Adds a subtask after the others of its task, whose times become the sums over its subtasks.
///
/// # Errors
///
/// [`Error::Invalid`] for a title that is empty or too long.
#[crate::use_case]
pub async fn create_subtask(app: &App, actor: &Actor, new: NewSubtask) -> Result<SubtaskId> {
    app.change(actor, Scope::from(new.task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move { create_in(change, new).await })
    })
    .await
}

/// The same inside a change that holds the lock of the task's project.
pub(crate) async fn create_in(change: &mut Change<'_>, new: NewSubtask) -> Result<SubtaskId> {
    const INSERT: &str = "INSERT INTO subtasks \
        (title, status, time_estimated, time_spent, task_id, user_id, position) VALUES ($1, $2, $3, $4, $5, $6, \
        (SELECT COALESCE(MAX(position), 0) + 1 FROM subtasks WHERE task_id = $5)) RETURNING id";
    check(&new.title)?;
    let (task, user) = (new.task.get(), new.user.get());
    let values = params![new.title, new.status, new.time_estimated, new.time_spent, task, user];
    let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
    hours::sum_up(change.conn(), new.task).await?;
    let subtask = SubtaskId::from(id);
    let snapshot = Snapshot::of_subtask(change, new.task, subtask).await?;
    record(change, Event::SubtaskCreated { task: new.task, subtask }, &snapshot).await?;
    Ok(subtask)
}

fn check(title: &str) -> Result<()> {
    let fault = if title.is_empty() {
        Fault::Missing("title")
    } else if text::fits(title, text::TITLE) {
        return Ok(());
    } else {
        Fault::TooLong("title", text::TITLE)
    };
    Err(Error::Invalid(fault))
}

impl Snapshot {
    /// The task and its subtask, with the actor's timer, as they are now.
    pub(super) async fn of_subtask(change: &Change<'_>, task: TaskId, subtask: SubtaskId) -> Result<Self> {
        let mut snapshot = Self::of_task(change, task).await?;
        let details = super::find::details(change.conn(), subtask, change.actor().user_id()).await?;
        snapshot.subtask = Some(Box::new(details));
        Ok(snapshot)
    }
}

/// Enters the event in the log of the task's project.
pub(super) async fn record(change: &mut Change<'_>, event: Event, snapshot: &Snapshot) -> Result<()> {
    let project = snapshot.task.as_ref().map_or(change.project(), |task| task.project_id.into());
    change.record_in(project, event, snapshot).await?;
    Ok(())
}
