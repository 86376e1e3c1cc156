//! Turning a subtask to its next status: to do, in progress, done, and to do again.

use kanso_db::{Conn, params, row};
use kanso_domain::{Permission, SubtaskId, TaskId, UserId};

use super::update::update_in;
use super::{DONE, IN_PROGRESS, Subtask, SubtaskPatch, TO_DO, find, start_timer, stop_timer};
use crate::access::require;
use crate::change::Change;
use crate::{Actor, App, Error, Fault, Result, Scope};

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// The subtask has this status now.
    Turned(i64),
    /// Nothing was changed: the settings allow one subtask in progress, and the person has this one already.
    Busy(Busy),
}

row! {
    /// The subtask that somebody has in progress already.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Busy {
        pub id: SubtaskId as i64 = "s.id",
        pub title: String = "s.title",
        pub task_id: TaskId as i64 = "s.task_id",
        pub task_title: String = "t.title",
    }
}

/// What becomes of the subtask that the person has in progress already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// It is done.
    Finish(SubtaskId),
    /// It is to do again.
    PutBack(SubtaskId),
}

/// Turns a subtask to its next status. What nobody has goes to who turns it. In progress their timer starts, if
/// the settings keep times, and it stops after that.
///
/// `other` says what becomes of another one of theirs, after [`Turn::Busy`].
///
/// # Errors
///
/// [`Error::Invalid`] when `other` is not in progress, or somebody else's.
#[crate::use_case]
pub async fn turn_subtask(
    app: &App,
    actor: &Actor,
    subtask: SubtaskId,
    other: Option<Other>,
) -> Result<Turn> {
    let beside = other.map(|other| Scope::Subtask(other.id()));
    app.change(actor, Scope::from(subtask).beside(beside), Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if let Some(other) = other {
                leave(change, other).await?;
            }
            let before = find::load(change.conn(), subtask).await?;
            let me = change.actor().user_id();
            let next = next(before.status);
            if next == IN_PROGRESS
                && change.settings().get("subtask_restriction") == "1"
                && let Some(busy) = busy(change.conn(), me, subtask).await?
            {
                return Ok(Turn::Busy(busy));
            }
            turn(change, &before, next).await?;
            change.touch().await?;
            Ok(Turn::Turned(next))
        })
    })
    .await
}

impl Other {
    fn id(self) -> SubtaskId {
        match self {
            Self::Finish(id) | Self::PutBack(id) => id,
        }
    }
}

fn next(status: i64) -> i64 {
    match status {
        TO_DO => IN_PROGRESS,
        IN_PROGRESS => DONE,
        _ => TO_DO,
    }
}

async fn turn(change: &mut Change<'_>, before: &Subtask, status: i64) -> Result<()> {
    let me = change.actor().user_id();
    let times = change.settings().get("subtask_time_tracking") == "1";
    match status {
        IN_PROGRESS if times && !me.is_none() => {
            start_timer(change, before.id, me).await?;
        }
        _ => stop_timer(change, before.id, me).await?,
    }
    // A timer that stopped has added its hours.
    let before = find::load(change.conn(), before.id).await?;
    let user = (before.user_id.is_none() && !me.is_none()).then_some(me);
    let patch = SubtaskPatch { status: Some(status), user, ..SubtaskPatch::default() };
    update_in(change, &before, &patch).await
}

/// Ends the work on another subtask, perhaps of another project.
async fn leave(change: &mut Change<'_>, other: Other) -> Result<()> {
    let project = Scope::Subtask(other.id()).find_project(change.conn()).await?;
    require(change.conn(), change.actor(), project, Permission::WorkInProject).await?;
    let before = find::load(change.conn(), other.id()).await?;
    if before.status != IN_PROGRESS || before.user_id != change.actor().user_id() {
        return Err(Error::Invalid(Fault::Unknown("subtask")));
    }
    let status = match other {
        Other::Finish(_) => DONE,
        Other::PutBack(_) => TO_DO,
    };
    turn(change, &before, status).await
}

/// Another subtask that the person has in progress, of an open task.
async fn busy(conn: &Conn, me: UserId, besides: SubtaskId) -> Result<Option<Busy>> {
    let find = format!(
        "SELECT {} FROM subtasks s JOIN tasks t ON t.id = s.task_id \
         WHERE s.user_id = $1 AND s.user_id > 0 AND s.status = $2 AND s.id <> $3 AND t.is_active = 1 \
         ORDER BY s.id LIMIT 1",
        Busy::COLUMNS
    );
    Ok(conn.one(&find, params![me.get(), IN_PROGRESS, besides.get()]).await?)
}
