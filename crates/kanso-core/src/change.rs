//! A change: the only way to write what people keep.

mod lock;
mod open;
mod place;
mod scope;
mod several;

use std::sync::Arc;

use kanso_db::{Conn, params};
use kanso_domain::{Event, EventId, Permission, ProjectId};

use crate::access::{Allowed, require_standing};
use crate::follow::{Chain, Rules};
use crate::setting::Settings;
use crate::{Actor, Result, event, follow, random};
use lock::Held;

pub(crate) use open::Opening;
pub(crate) use place::{DEEPEST, LONGEST, Recorded};
pub use scope::Scope;
pub(crate) use scope::Target;

/// How many random bytes tell an event from those of other installations.
const SALT: usize = 4;

/// A transaction that holds the lock of one project, or of what belongs to none, and keeps the event log.
///
/// Its first statement writes the project's row, so that changes to one project queue up and see each other's
/// outcome; transactions that read first failed or lost positions under load on both databases.
pub(crate) struct Change<'c> {
    conn: &'c Conn,
    actor: Actor,
    settings: Arc<Settings>,
    now_ms: i64,
    /// 0 while what belongs to no project is changed.
    project: ProjectId,
    /// The projects whose lock this holds.
    held: Vec<Held>,
    /// The projects whose open boards should look again, 0 for the instance.
    rings: Vec<ProjectId>,
    /// The event that led to what is recorded now, if one did.
    cause: Option<EventId>,
    /// Whether an event was recorded.
    has_events: bool,
    /// What is known of automatic actions from change to change.
    pub(crate) rules: Arc<Rules>,
    /// What automatic actions did so far.
    pub(crate) chain: Chain,
    /// What is known of what the actor may do.
    pub(crate) allowed: Allowed,
}

impl<'c> Change<'c> {
    /// What is recorded from now on follows from this event; answers what it followed from so far.
    pub(crate) fn caused_by(&mut self, cause: Option<EventId>) -> Option<EventId> {
        std::mem::replace(&mut self.cause, cause)
    }

    pub(crate) async fn require(&mut self, needs: Permission) -> Result<()> {
        self.require_in(self.project, needs).await
    }

    /// Refuses unless the actor has the permission in the project.
    pub(crate) async fn require_in(&mut self, project: ProjectId, needs: Permission) -> Result<()> {
        if require_standing(self.conn, &self.actor, project, needs).await?.is_none() {
            self.allowed.all_in(project);
        }
        Ok(())
    }

    /// The connection, inside the transaction.
    pub(crate) fn conn(&self) -> &'c Conn {
        self.conn
    }

    pub(crate) fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whoever acts from now on, with what is known of what they may do; answers who that was so far.
    pub(crate) fn act_as(&mut self, actor: Actor, allowed: Allowed) -> (Actor, Allowed) {
        (std::mem::replace(&mut self.actor, actor), std::mem::replace(&mut self.allowed, allowed))
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(crate) fn project(&self) -> ProjectId {
        self.project
    }

    /// Goes on in another project whose lock is held, and answers which one that was so far.
    pub(crate) fn enter(&mut self, project: ProjectId) -> ProjectId {
        std::mem::replace(&mut self.project, project)
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

    /// Enters an event of the changed project in the log, with what it is about as it is now, and all that
    /// follows from it.
    pub(crate) async fn record(&mut self, event: Event, snapshot: &event::Snapshot) -> Result<EventId> {
        self.record_in(self.project, event, snapshot).await
    }

    /// The same for an event of another project, such as one that was just created.
    pub(crate) async fn record_in(
        &mut self,
        project: ProjectId,
        event: Event,
        snapshot: &event::Snapshot,
    ) -> Result<EventId> {
        let (stored, place, salt) = (serde_json::to_string(&event)?, self.place().await?, random::hex(SALT));
        let values = params![
            project.get(),
            event.task().get(),
            stored,
            snapshot.stored(&self.actor, place.cause)?,
            self.actor.user_id().get(),
            self.actor.username(),
            self.cause.map(EventId::get),
            self.now(),
            &salt,
            place.depth,
            place.chain.map(EventId::get)
        ];
        let id = event::insert(self.conn, &mut self.has_events, values).await?;
        self.ring(project);
        let recorded = Recorded { project, id, uid: event::uid(id, &salt), is_cut: place.is_cut };
        follow::follow(self, &recorded, &event, snapshot).await?;
        Ok(id)
    }

    /// Says that open boards of the project should look again.
    pub(crate) fn ring(&mut self, project: ProjectId) {
        if !self.rings.contains(&project) {
            self.rings.push(project);
        }
    }

    pub(crate) fn finish(self) {
        for project in self.rings {
            self.conn.ring_after_commit(project.get());
        }
    }
}
