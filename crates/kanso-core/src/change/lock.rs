//! The locks of projects, and their order.

use kanso_db::{Kind, dialect, params};
use kanso_domain::ProjectId;

use super::{Change, Scope, Target};
use crate::{Conflict, Error, Result};

/// A project whose lock is held.
#[derive(Clone, Copy)]
pub(super) struct Held {
    project: ProjectId,
    has_actions: bool,
    /// The state of its automatic actions; `None` once this change changed them.
    version: Option<i64>,
}

/// What the lock of a project tells.
#[derive(Clone, Copy)]
struct Locked {
    project: ProjectId,
    /// The lowest id of a project that its automatic actions can change: its own unless they reach others, 0 without
    /// actions.
    lowest: i64,
    version: i64,
}

impl Change<'_> {
    /// Locks the target's project. Where its automatic actions can reach a project with a lower id, that one is
    /// locked first: the transaction, which has done nothing yet, begins anew for it.
    pub(super) async fn lock(&mut self, target: Target) -> Result<ProjectId> {
        const REACHED: &str = "SELECT DISTINCT reaches FROM actions WHERE project_id = $1 AND reaches < $1 \
            ORDER BY reaches";
        let first = self.lock_alone(&target).await?;
        let Locked { project, lowest, .. } = first;
        let begin_anew = dialect::begin_anew(self.conn.kind()).filter(|_| self.held.is_empty());
        if let Some(begin_anew) = begin_anew
            && lowest != 0
            && lowest < project.get()
        {
            let reached = self.conn.all::<(i64,)>(REACHED, params![project.get()]).await?;
            self.conn.execute(begin_anew, &[]).await?;
            for (id,) in reached {
                // One that is gone cannot be reached.
                self.join(id.into()).await?;
            }
            let again = self.lock_alone(&target).await?;
            self.hold(again);
            return Ok(again.project);
        }
        self.hold(first);
        Ok(project)
    }

    /// Locks the target's project.
    async fn lock_alone(&self, target: &Target) -> Result<Locked> {
        let (lock, id, kind) = target.scope.lock();
        let touched = if target.is_touched { self.now() } else { 0 };
        let locked = self.conn.one::<(i64, i64, i64)>(lock, params![touched, id]).await?;
        let (project, lowest, version) = locked.ok_or(Error::NotFound(kind))?;
        let project = ProjectId::from(project);
        // While PostgreSQL waited for the lock, a task may have gone to another project.
        let may_have_moved = self.conn.kind() == Kind::Postgres
            && !matches!(target.scope, Scope::Project(_) | Scope::Removed(_));
        if may_have_moved && target.scope.find_project(self.conn).await? != project {
            return Err(Error::Conflict(Conflict::ChangedMeanwhile));
        }
        Ok(Locked { project, lowest, version })
    }

    fn hold(&mut self, locked: Locked) {
        let Locked { project, lowest, version } = locked;
        if !self.held.iter().any(|held| held.project == project) {
            self.held.push(Held { project, has_actions: lowest != 0, version: Some(version) });
        }
    }

    /// Takes the lock of one more project, if it is there and not held yet; answers whether it is held then.
    pub(crate) async fn join(&mut self, project: ProjectId) -> Result<bool> {
        if self.held.iter().any(|held| held.project == project) {
            return Ok(true);
        }
        match self.lock_alone(&project.into()).await {
            Ok(locked) => self.hold(locked),
            Err(Error::NotFound(_)) => return Ok(false),
            Err(error) => return Err(error),
        }
        Ok(true)
    }

    /// Whether the project has automatic actions; `None` when its lock is not held.
    pub(crate) fn has_actions(&self, project: ProjectId) -> Option<bool> {
        self.held.iter().find(|held| held.project == project).map(|held| held.has_actions)
    }

    /// The state of the project's automatic actions; `None` when its lock is not held, or this change changed them.
    pub(crate) fn rules_version(&self, project: ProjectId) -> Option<i64> {
        self.held.iter().find(|held| held.project == project).and_then(|held| held.version)
    }

    /// Says that the automatic actions of a project changed: what others know of them is old. The revision is this
    /// change's own, as it holds the lock.
    pub(crate) async fn rules_changed(&mut self, project: ProjectId) -> Result<()> {
        const MARK: &str = "UPDATE projects SET rules_version = revision WHERE id = $1";
        for held in self.held.iter_mut().filter(|held| held.project == project) {
            held.version = None;
        }
        self.conn.execute(MARK, params![project.get()]).await?;
        Ok(())
    }
}
