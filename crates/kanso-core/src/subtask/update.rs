//! Changing subtasks.

use kanso_db::{Param, params};
use kanso_domain::{Event, FieldValue, NamedChange, Permission, SubtaskId, TaskId, UserId, text};

use super::create::record;
use super::{DONE, Subtask, find, hours};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Error, Fault, Kind, Result, Scope};

/// New values for fields of a subtask. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct SubtaskPatch {
    /// At most 65,535 characters.
    pub title: Option<String>,
    /// Who is to do it, 0 for nobody.
    pub user: Option<UserId>,
    /// Hours.
    pub time_estimated: Option<f64>,
    /// Hours.
    pub time_spent: Option<f64>,
    /// 0 to do, 1 in progress, 2 done. No timer starts or stops.
    pub status: Option<i64>,
    /// Its place; the others keep theirs.
    pub position: Option<i64>,
}

/// Changes a subtask of a task, whose times become the sums over its subtasks. The event is recorded even when
/// nothing is other than before, as in Kanboard.
///
/// # Errors
///
/// [`Kind::Subtask`] when the task has no such subtask; [`Error::Invalid`] for a title that is too long.
#[crate::use_case]
pub async fn update_subtask(
    app: &App,
    actor: &Actor,
    task: TaskId,
    subtask: SubtaskId,
    patch: SubtaskPatch,
) -> Result<()> {
    app.change(actor, Scope::from(task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let before = find::load(change.conn(), subtask).await?;
            if before.task_id != task {
                return Err(Error::NotFound(Kind::Subtask));
            }
            update_in(change, &before, &patch).await
        })
    })
    .await
}

/// The same inside a change that holds the lock of the task's project.
pub(super) async fn update_in(change: &mut Change<'_>, before: &Subtask, patch: &SubtaskPatch) -> Result<()> {
    let (task, subtask) = (before.task_id, before.id);
    patch.check()?;
    let changes = patch.changes_of(before);
    write(change, subtask, &changes).await?;
    hours::sum_up(change.conn(), task).await?;
    let mut snapshot = Snapshot::of_subtask(change, task, subtask).await?;
    if changes.iter().any(|change| change.field == "user_id") {
        snapshot.remember_assignee(change, before.user_id).await?;
    }
    record(change, Event::SubtaskUpdated { task, subtask, changes }, &snapshot).await
}

/// Finishes all subtasks of a task. Their timers run on, and nothing is recorded.
pub(crate) async fn finish_all(change: &Change<'_>, task: TaskId) -> Result<()> {
    const FINISH: &str = "UPDATE subtasks SET status = $1 WHERE task_id = $2 AND status <> $1";
    change.conn().execute(FINISH, params![DONE, task.get()]).await?;
    Ok(())
}

impl SubtaskPatch {
    fn check(&self) -> Result<()> {
        let fits = self.title.as_ref().is_none_or(|title| text::fits(title, text::TITLE));
        fits.then_some(()).ok_or(Error::Invalid(Fault::TooLong("title", text::TITLE)))
    }

    /// The values that differ from the stored ones, by the names of their columns.
    fn changes_of(&self, before: &Subtask) -> Vec<NamedChange> {
        fn change<T: Into<FieldValue>>(field: &str, from: T, to: Option<T>) -> Option<NamedChange> {
            NamedChange::between(field, from, to?)
        }
        let changes = [
            change("title", before.title.clone(), self.title.clone()),
            change("user_id", before.user_id, self.user),
            change("time_estimated", before.time_estimated, self.time_estimated),
            change("time_spent", before.time_spent, self.time_spent),
            change("status", before.status, self.status),
            change("position", before.position, self.position),
        ];
        changes.into_iter().flatten().collect()
    }
}

async fn write(change: &Change<'_>, subtask: SubtaskId, changes: &[NamedChange]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let columns: Vec<_> =
        changes.iter().zip(2..).map(|(change, at)| format!("{} = ${at}", change.field)).collect();
    let update = format!("UPDATE subtasks SET {} WHERE id = $1", columns.join(", "));
    let values: Vec<_> = [Param::from(subtask.get())]
        .into_iter()
        .chain(changes.iter().map(|change| param(&change.to)))
        .collect();
    change.conn().execute(&update, &values).await?;
    Ok(())
}

fn param(value: &FieldValue) -> Param<'_> {
    match value {
        FieldValue::Null => Param::Null,
        FieldValue::Int(value) => Param::from(*value),
        FieldValue::Real(value) => Param::from(*value),
        FieldValue::Text(value) => Param::from(value.as_str()),
    }
}
