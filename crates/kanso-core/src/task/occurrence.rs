//! The next occurrence of a recurring task.

use jiff::civil::Date;
use kanso_db::{Conn, params};
use kanso_domain::recurrence::{self, Timeframe};
use kanso_domain::{Event, Lane, ProjectId, TaskId, UserId};

use super::create::{self, NewTask, Recurrence};
use super::{Task, TaskDetails, find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::setting::Settings;
use crate::{Error, Kind, Result, external_link, subtask, tag};

/// `recurrence_status`: an occurrence will be made.
pub(crate) const PENDING: i64 = 1;
/// `recurrence_trigger`: the task leaves the first column, enters the last one, is closed.
const LEAVES_FIRST: i64 = 0;
const ENTERS_LAST: i64 = 1;
const IS_CLOSED: i64 = 2;
/// `recurrence_basedate`: counted from the moment of the trigger, not from the due date.
const FROM_TRIGGER: i64 = 1;

/// Whether the event of this task makes its next occurrence due.
pub(crate) async fn is_due(conn: &Conn, event: &Event, task: &TaskDetails) -> Result<bool> {
    if task.recurrence_status != PENDING {
        return Ok(false);
    }
    let project = ProjectId::from(task.project_id);
    match (event, task.recurrence_trigger) {
        (Event::TaskClosed { .. }, IS_CLOSED) => Ok(true),
        (Event::TaskMoved { from, to, .. }, LEAVES_FIRST) if from.lane.column != to.lane.column => {
            Ok(lane::first(conn, project).await?.0 == Some(from.lane.column))
        }
        (Event::TaskMoved { from, to, .. }, ENTERS_LAST) if from.lane.column != to.lane.column => {
            const LAST: &str =
                "SELECT id FROM columns WHERE project_id = $1 ORDER BY position DESC, id DESC LIMIT 1";
            let last = conn.one::<(i64,)>(LAST, params![project.get()]).await?;
            Ok(last == Some((to.lane.column.get(),)))
        }
        _ => Ok(false),
    }
}

/// Makes the next occurrence of a task, in the first column of its project, and marks the task as done with.
pub(crate) async fn create_next(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    const DONE: &str = "UPDATE tasks SET recurrence_status = 2 WHERE id = $1";
    let task = find::load(change.conn(), task).await?;
    let new = NewTask {
        date_due: next_due(&task, change.now(), change.settings()),
        recurrence: Recurrence { status: PENDING, ..NewTask::like(&task, task.project_id).recurrence },
        ..NewTask::like(&task, task.project_id)
    };
    change.conn().execute(DONE, params![task.id.get()]).await?;
    copy(change, &task, &new, change.actor().user_id()).await?;
    Ok(())
}

/// From which day of the calendar to which one a task comes back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shift {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

/// Makes the task of a day of the calendar, in the first column of its project, by who made the one before. Its dates
/// move on by as many days as lie between both.
pub(crate) async fn create_occurrence(change: &mut Change<'_>, task: TaskId, shift: Shift) -> Result<TaskId> {
    let task = find::load(change.conn(), task).await?;
    let new = NewTask {
        date_due: shift.moved(task.date_due, change.settings()),
        ..NewTask::like(&task, task.project_id)
    };
    copy(change, &task, &new, task.creator_id).await
}

impl Shift {
    /// A date that no calendar has, and none at all, stay as they are.
    fn moved(self, date: Option<i64>, settings: &Settings) -> Option<i64> {
        let days = i64::from((self.to - self.from).get_days());
        let given = date.filter(|date| *date > 0)?;
        recurrence::shift(given, Timeframe::Days, days, &settings.timezone()).or(Some(given))
    }
}

/// Makes the new one with what belongs to the task.
async fn copy(change: &mut Change<'_>, task: &Task, new: &NewTask, creator: UserId) -> Result<TaskId> {
    let (column, _) = lane::first(change.conn(), task.project_id).await?;
    let column = column.ok_or(Error::NotFound(Kind::Column))?;
    let lane = Lane { column, swimlane: task.swimlane_id };
    let next = create::insert(change, new, lane, creator).await?;
    join(change, task, next).await?;
    tag::copy(change, task.id, next, task.project_id).await?;
    subtask::copy(change, task.id, next).await?;
    external_link::copy(change, task.id, next).await?;
    let snapshot = Snapshot::of_task(change, next).await?;
    change.record(Event::TaskCreated { task: next }, &snapshot).await?;
    Ok(next)
}

/// Enters in both tasks which one follows which.
async fn join(change: &Change<'_>, task: &Task, next: TaskId) -> Result<()> {
    const CHILD: &str = "UPDATE tasks SET recurrence_parent = $1, external_provider = $2, external_uri = $3 \
        WHERE id = $4";
    const PARENT: &str = "UPDATE tasks SET recurrence_child = $1 WHERE id = $2";
    let (provider, uri) = (task.external_provider.as_deref(), task.external_uri.as_deref());
    change.conn().execute(CHILD, params![task.id.get(), provider, uri, next.get()]).await?;
    change.conn().execute(PARENT, params![next.get(), task.id.get()]).await?;
    Ok(())
}

/// When the next occurrence is due, in Unix seconds. A date that no calendar has leaves it where it was.
fn next_due(task: &Task, now: i64, settings: &Settings) -> Option<i64> {
    let due = task.date_due.filter(|due| *due > 0);
    let (Some(due), true) = (due, task.recurrence_factor != 0) else { return task.date_due };
    let base = if task.recurrence_basedate == FROM_TRIGGER { now } else { due };
    let timeframe = Timeframe::from_number(task.recurrence_timeframe);
    recurrence::shift(base, timeframe, task.recurrence_factor, &settings.timezone()).or(Some(due))
}
