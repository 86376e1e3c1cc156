//! Moving a task on its board.

use kanso_db::params;
use kanso_domain::board::Step;
use kanso_domain::{ColumnId, Event, Permission, ProjectId, Slot, SwimlaneId, TaskAct, TaskId};

use super::{Task, Telling, find, lane};
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Conflict, Error, Fault, Result, Scope};

/// Where a task should go.
#[derive(Clone, Copy, Debug)]
pub struct TaskMove {
    /// The task.
    pub task: TaskId,
    /// The project that the caller believes it is in, if they said so.
    pub project: Option<ProjectId>,
    /// The column.
    pub column: ColumnId,
    /// The swimlane; `None` for the one it is in.
    pub swimlane: Option<SwimlaneId>,
    /// 1 is the top; past the end means the end.
    pub position: i64,
    /// How the caller counts.
    pub counted: Counted,
}

/// What a position means to the caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// By the stored numbers, which have gaps after closings and removals: Kanboard's API.
    #[default]
    Stored,
    /// By the open tasks, as a board shows them.
    Shown,
    /// Behind this task of the lane, as where not all tasks are shown; by the open tasks if it is not there.
    After(TaskId),
    /// In front of this task of the lane; by the open tasks if it is not there.
    Before(TaskId),
}

/// Moves a task to another place on its board, and answers where it ended up.
///
/// # Errors
///
/// [`Conflict::AlreadyThere`] when it has that place by number; [`Error::NotFound`] when the board has no such
/// column or swimlane; [`Fault::Unknown`] for a position below 1 or a project that is not the task's.
#[crate::use_case]
pub async fn move_task(app: &App, actor: &Actor, to: TaskMove) -> Result<Slot> {
    app.change(actor, Scope::from(to.task).touched(), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let task = find::load(change.conn(), to.task).await?;
            let (_, there) = move_seen(change, &task, to).await?;
            Ok(there)
        })
    })
    .await
}

/// The same inside a change; answers where the caller saw the task, and where it ended up.
pub(super) async fn move_seen(change: &mut Change<'_>, task: &Task, to: TaskMove) -> Result<(Slot, Slot)> {
    if to.position < 1 {
        return Err(Error::Invalid(Fault::Unknown("position")));
    }
    if to.project.is_some_and(|project| project != task.project_id) {
        return Err(Error::Invalid(Fault::Unknown("project")));
    }
    let to = to.among_all(change, task).await?;
    let from = seen(change, task, to.counted).await?;
    let there = move_in(change, task, from, to.slot(task), Telling::Recorded).await?;
    Ok((from, there))
}

/// Moves a task inside a change, from where the caller sees it.
///
/// # Errors
///
/// As [`move_task`]; nothing is written then.
pub(crate) async fn move_in(
    change: &mut Change<'_>,
    task: &Task,
    seen: Slot,
    to: Slot,
    telling: Telling,
) -> Result<Slot> {
    let (from, step) = (task.slot(), Step::between(seen, to));
    if step == Step::Nowhere {
        return Err(Error::Conflict(Conflict::AlreadyThere));
    }
    let act = TaskAct::Move { from: from.lane.column, to: to.lane.column };
    change.require_act(task.project_id, act, task.owner_id).await?;
    let to = place(change, task, to, step).await?;
    if telling == Telling::Silent {
        change.ring(task.project_id);
        return Ok(to);
    }
    let event = Event::TaskMoved { task: task.id, from, to, moved_before: task.date_moved };
    let snapshot = Snapshot::of_changed_task(change, task).await?;
    change.record(event, &snapshot).await?;
    Ok(to)
}

/// Where the caller sees the task.
async fn seen(change: &Change<'_>, task: &Task, counted: Counted) -> Result<Slot> {
    match counted {
        Counted::Stored => Ok(task.slot()),
        Counted::Shown | Counted::After(_) | Counted::Before(_) => {
            let order = lane::list(change.conn(), task.project_id, task.slot().lane).await?;
            let place = order.iter().position(|id| *id == task.id).and_then(|at| i64::try_from(at).ok());
            Ok(Slot { position: place.map_or(task.position, |at| at + 1), ..task.slot() })
        }
    }
}

impl TaskMove {
    /// The same with a position among all open tasks of the lane, where it is said by a neighbour.
    async fn among_all(self, change: &Change<'_>, task: &Task) -> Result<Self> {
        let (step, other) = match self.counted {
            Counted::Stored | Counted::Shown => return Ok(self),
            Counted::After(other) => (2, other),
            Counted::Before(other) => (1, other),
        };
        let mut order = lane::list(change.conn(), task.project_id, self.slot(task).lane).await?;
        order.retain(|id| *id != task.id);
        let place = order.iter().position(|id| *id == other).and_then(|at| i64::try_from(at).ok());
        let position = place.map_or(self.position, |at| at + step);
        Ok(Self { position, counted: Counted::Shown, ..self })
    }

    fn slot(self, task: &Task) -> Slot {
        Slot::new(self.swimlane.unwrap_or(task.swimlane_id), self.column, self.position)
    }
}

/// Takes the task out of its lane and puts it into the other, both numbered anew.
async fn place(change: &Change<'_>, task: &Task, to: Slot, step: Step) -> Result<Slot> {
    let (conn, project, from) = (change.conn(), task.project_id, task.slot());
    lane::check(conn, project, to.lane).await?;
    if step.leaves_lane() {
        lane::count(conn, from.lane, -task.is_active).await?;
        lane::close_gap(conn, project, from.lane, task.id).await?;
    }
    let arrives = if step.leaves_lane() { task.is_active } else { 0 };
    // A closed task takes a place among the open ones without being one of them.
    let others = lane::count(conn, to.lane, arrives).await? - task.is_active;
    let to = to.within(others);
    lane::open_gap(conn, project, to, task.id).await?;

    const PLACE: &str = "UPDATE tasks SET swimlane_id = $1, column_id = $2, position = $3 WHERE id = $4";
    let values = params![to.lane.swimlane.get(), to.lane.column.get(), to.position, task.id.get()];
    conn.execute(PLACE, values).await?;
    if step.leaves_lane() {
        const STAMP: &str = "UPDATE tasks SET date_moved = $1, date_modification = $1 WHERE id = $2";
        conn.execute(STAMP, params![change.now(), task.id.get()]).await?;
    }
    Ok(to)
}
