//! A change to one project: the only way to write project data.

use std::sync::Arc;

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, CommentId, Event, EventId, Permission, ProjectId, SwimlaneId, TaskId};

use crate::access::require;
use crate::event::Snapshot;
use crate::setting::Settings;
use crate::{Actor, Error, Kind, Result, follow};

/// A transaction that holds one project's lock and keeps its event log.
///
/// Its first statement writes the project's row, so that changes to one project queue up and see each other's
/// outcome; transactions that read first failed or lost positions under load on both databases.
pub(crate) struct Change<'c> {
    conn: &'c Conn,
    actor: Actor,
    settings: Arc<Settings>,
    now_ms: i64,
    project: ProjectId,
    recorded: bool,
}

/// What names the project that is to be changed or read: itself, or something in it.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// The project itself.
    Project(ProjectId),
    /// The project of a column.
    Column(ColumnId),
    /// The project of a swimlane.
    Swimlane(SwimlaneId),
    /// The project of a task.
    Task(TaskId),
    /// The project of the task that a comment is on.
    Comment(CommentId),
}

impl<'c> Change<'c> {
    pub(crate) async fn begin(
        conn: &'c Conn,
        actor: Actor,
        settings: Arc<Settings>,
        now_ms: i64,
        target: Target,
    ) -> Result<Self> {
        let (lock, id, kind) = target.scope.lock();
        let touched = if target.is_touched { now_ms.div_euclid(1000) } else { 0 };
        let locked = conn.one::<(i64,)>(lock, params![touched, id]).await?;
        let (project,) = locked.ok_or(Error::NotFound(kind))?;
        Ok(Self { conn, actor, settings, now_ms, project: project.into(), recorded: false })
    }

    pub(crate) async fn require(&self, needs: Permission) -> Result<()> {
        require(self.conn, &self.actor, self.project, needs).await
    }

    /// The connection, inside the transaction.
    pub(crate) fn conn(&self) -> &'c Conn {
        self.conn
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn project(&self) -> ProjectId {
        self.project
    }

    /// When this change happens, in Unix seconds.
    pub(crate) fn now(&self) -> i64 {
        self.now_ms.div_euclid(1000)
    }

    /// The same in milliseconds.
    pub(crate) fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// Sets the project's `last_modified`, which some acts touch and others do not (Kanboard's rule).
    pub(crate) async fn touch(&self) -> Result<()> {
        const TOUCH: &str = "UPDATE projects SET last_modified = $1 WHERE id = $2";
        self.conn.execute(TOUCH, params![self.now(), self.project.get()]).await?;
        Ok(())
    }

    /// Enters an event in the log, with what it is about as it is now, and all that follows from it.
    pub(crate) async fn record(&mut self, event: Event, snapshot: &Snapshot) -> Result<EventId> {
        const INSERT: &str = "INSERT INTO events (project_id, task_id, event, snapshot, actor_id, actor, created_at) \
            VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
        let stored = serde_json::to_string(&event)?;
        let values = params![
            self.project.get(),
            event.task().get(),
            stored,
            serde_json::to_string(snapshot)?,
            self.actor.user_id().get(),
            self.actor.username(),
            self.now()
        ];
        let (id,) = self.conn.one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
        self.recorded = true;
        follow::follow(self, id.into(), &event).await?;
        Ok(id.into())
    }

    /// Says that open boards should look again although no event of a task was recorded.
    pub(crate) fn ring(&mut self) {
        self.recorded = true;
    }

    pub(crate) fn finish(self) {
        if self.recorded {
            self.conn.ring_after_commit(self.project.get());
        }
    }
}

/// The lock, by what names the project. `last_modified` never goes back, so 0 leaves it.
macro_rules! lock {
    ($id:literal) => {
        concat!(
            "UPDATE projects SET revision = revision + 1, \
             last_modified = CASE WHEN last_modified < $1 THEN $1 ELSE last_modified END WHERE id = ",
            $id,
            " RETURNING id"
        )
    };
}

const LOCK_PROJECT: &str = lock!("$2");
const LOCK_OF_COLUMN: &str = lock!("(SELECT project_id FROM columns WHERE id = $2)");
const LOCK_OF_SWIMLANE: &str = lock!("(SELECT project_id FROM swimlanes WHERE id = $2)");
const LOCK_OF_TASK: &str = lock!("(SELECT project_id FROM tasks WHERE id = $2)");
const LOCK_OF_COMMENT: &str =
    lock!("(SELECT t.project_id FROM comments c JOIN tasks t ON t.id = c.task_id WHERE c.id = $2)");

const FIND_PROJECT: &str = "SELECT id FROM projects WHERE id = $1";
const PROJECT_OF_COLUMN: &str = "SELECT project_id FROM columns WHERE id = $1";
const PROJECT_OF_SWIMLANE: &str = "SELECT project_id FROM swimlanes WHERE id = $1";
const PROJECT_OF_TASK: &str = "SELECT project_id FROM tasks WHERE id = $1";
const PROJECT_OF_COMMENT: &str =
    "SELECT t.project_id FROM comments c JOIN tasks t ON t.id = c.task_id WHERE c.id = $1";

/// What is to be changed, and whether that sets the project's `last_modified`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    scope: Scope,
    is_touched: bool,
}

impl<T: Into<Scope>> From<T> for Target {
    fn from(scope: T) -> Self {
        Self { scope: scope.into(), is_touched: false }
    }
}

impl Scope {
    /// The same, with the project's `last_modified` set together with the lock.
    pub(crate) fn touched(self) -> Target {
        Target { scope: self, is_touched: true }
    }

    fn lock(self) -> (&'static str, i64, Kind) {
        match self {
            Self::Project(id) => (LOCK_PROJECT, id.get(), Kind::Project),
            Self::Column(id) => (LOCK_OF_COLUMN, id.get(), Kind::Column),
            Self::Swimlane(id) => (LOCK_OF_SWIMLANE, id.get(), Kind::Swimlane),
            Self::Task(id) => (LOCK_OF_TASK, id.get(), Kind::Task),
            Self::Comment(id) => (LOCK_OF_COMMENT, id.get(), Kind::Comment),
        }
    }

    /// The project that this belongs to.
    pub(crate) async fn find_project(self, conn: &Conn) -> Result<ProjectId> {
        let (find, id, kind) = match self {
            Self::Project(id) => (FIND_PROJECT, id.get(), Kind::Project),
            Self::Column(id) => (PROJECT_OF_COLUMN, id.get(), Kind::Column),
            Self::Swimlane(id) => (PROJECT_OF_SWIMLANE, id.get(), Kind::Swimlane),
            Self::Task(id) => (PROJECT_OF_TASK, id.get(), Kind::Task),
            Self::Comment(id) => (PROJECT_OF_COMMENT, id.get(), Kind::Comment),
        };
        let project = conn.one::<(i64,)>(find, params![id]).await?;
        project.map(|(id,)| id.into()).ok_or(Error::NotFound(kind))
    }
}

macro_rules! scope_from {
    ($($id:ty => $variant:ident),*) => {$(
        impl From<$id> for Scope {
            fn from(id: $id) -> Self {
                Self::$variant(id)
            }
        }
    )*};
}

scope_from!(ProjectId => Project, ColumnId => Column, SwimlaneId => Swimlane, TaskId => Task, CommentId => Comment);
