//! What the reader may do with the tasks of a project, so that pages offer what will be allowed and nothing else.

use kanso_core::Actor;
use kanso_core::role::find_rights;
use kanso_core::task::Task;
use kanso_domain::{ColumnId, ProjectId, ProjectRole, Restrictions, TaskAct, UserId};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// What the reader may do in a project.
pub(crate) struct Rights {
    me: UserId,
    is_admin: bool,
    role: ProjectRole,
    restrictions: Restrictions,
}

impl Rights {
    pub(crate) async fn load(web: &Web, reader: &Reader, project: ProjectId) -> Result<Self, Fault> {
        let found = find_rights(&web.app, &reader.actor, project).await?;
        Ok(Self::new(&reader.actor, found))
    }

    pub(crate) fn new(actor: &Actor, (role, restrictions): (ProjectRole, Restrictions)) -> Self {
        Self { me: actor.user_id(), is_admin: actor.is_admin(), role, restrictions }
    }

    /// Whether they may change anything.
    pub(crate) fn may_work(&self) -> bool {
        self.role >= ProjectRole::Member
    }

    /// Whether they may do it with a task that is this person's.
    pub(crate) fn may(&self, act: TaskAct, owner: UserId) -> bool {
        self.may_work() && self.restrictions.allow(act, owner == self.me)
    }

    /// Whether they may do it with some task at least: their own.
    pub(crate) fn may_ever(&self, act: TaskAct) -> bool {
        self.may(act, self.me)
    }

    /// Whether they may move a task that is this person's from one of these columns to the other.
    pub(crate) fn may_move(&self, from: ColumnId, to: ColumnId, owner: UserId) -> bool {
        self.may(TaskAct::Move { from, to }, owner)
    }

    /// Whether they may delete the task: who created it, managers and administrators, as in Kanboard.
    pub(crate) fn may_remove(&self, task: &Task) -> bool {
        let is_in_charge = self.is_admin || self.role == ProjectRole::Manager;
        let is_theirs = task.creator_id == self.me && !self.me.is_none();
        (is_in_charge || is_theirs) && self.may(TaskAct::Remove, task.owner_id)
    }
}
