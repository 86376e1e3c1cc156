//! How a change begins: with the lock.

use std::sync::Arc;

use kanso_db::Conn;
use kanso_domain::{EventId, Permission, ProjectId, TaskId};

use super::{Change, Scope, Target};
use crate::access::Allowed;
use crate::follow::{Chain, Rules};
use crate::setting::Settings;
use crate::{Actor, Conflict, Error, Result};

/// What every change begins with, whatever it changes.
pub(crate) struct Opening {
    pub(crate) actor: Actor,
    pub(crate) settings: Arc<Settings>,
    /// Unix milliseconds.
    pub(crate) now_ms: i64,
    /// The event that led to it, if one did.
    pub(crate) cause: Option<EventId>,
    pub(crate) rules: Arc<Rules>,
}

impl Opening {
    /// A change to one project, or to several that are locked together, if the actor may in the first.
    pub(crate) async fn change(self, conn: &Conn, target: Target, needs: Permission) -> Result<Change<'_>> {
        let mut change = self.unlocked(conn);
        change.project = if target.beside.is_empty() {
            change.lock(target).await?
        } else {
            change.lock_all(target).await?
        };
        change.require(needs).await?;
        Ok(change)
    }

    /// A change to a task's project `from` together with another one, such as the task's move there, which is
    /// entered. Both are locked in the order of their ids, so that no two changes wait for each other; only `to` is
    /// touched.
    pub(crate) async fn change_both(
        self,
        conn: &Conn,
        (task, from): (TaskId, ProjectId),
        to: ProjectId,
        needs: Permission,
    ) -> Result<Change<'_>> {
        let mut change = self.unlocked(conn);
        let mut targets = [(from, Target::from(from)), (to, Scope::from(to).touched())];
        targets.sort_by_key(|(project, _)| *project);
        for (_, target) in targets {
            change.lock(target).await?;
        }
        change.project = to;
        for project in [from, to] {
            change.require_in(project, needs).await?;
        }
        // It was found before the locks.
        if Scope::from(task).find_project(conn).await? != from {
            return Err(Error::Conflict(Conflict::ChangedMeanwhile));
        }
        Ok(change)
    }

    /// A change to what belongs to no project: locks the one row that stands for the instance.
    pub(crate) async fn change_instance(self, conn: &Conn) -> Result<Change<'_>> {
        conn.execute("UPDATE instance SET revision = revision + 1 WHERE id = 1", &[]).await?;
        let mut change = self.unlocked(conn);
        change.rings.push(change.project);
        Ok(change)
    }

    fn unlocked(self, conn: &Conn) -> Change<'_> {
        Change {
            conn,
            actor: self.actor,
            settings: self.settings,
            now_ms: self.now_ms,
            project: ProjectId::default(),
            held: Vec::new(),
            rings: Vec::new(),
            cause: self.cause,
            has_events: false,
            rules: self.rules,
            chain: Chain::default(),
            allowed: Allowed::default(),
        }
    }
}
