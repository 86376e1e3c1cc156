//! What roles that projects made up keep people from, asked where a task is about to change.

use std::sync::Arc;

use kanso_db::{Conn, params};
use kanso_domain::{Block, ColumnRule, Passage, ProjectId, Restrictions, RoleId, TaskAct, UserId};

use super::standing;
use crate::change::Change;
use crate::{Actor, Error, Result};

/// What is known so far of what the actor of a change may do, by project: a few at most.
#[derive(Default)]
pub(crate) struct Allowed(Vec<(ProjectId, Option<Arc<Restrictions>>)>);

impl Allowed {
    fn find(&self, project: ProjectId) -> Option<Option<Arc<Restrictions>>> {
        self.0.iter().find(|(known, _)| *known == project).map(|(_, restrictions)| restrictions.clone())
    }

    /// Remembers that nothing restricts the actor there.
    pub(crate) fn all_in(&mut self, project: ProjectId) {
        self.keep(project, None);
    }

    fn keep(&mut self, project: ProjectId, restrictions: Option<Arc<Restrictions>>) {
        if self.find(project).is_none() {
            self.0.push((project, restrictions));
        }
    }
}

impl Change<'_> {
    /// Refuses what the actor's role in the project keeps them from. `owner` is whom the task is assigned to.
    ///
    /// What one of Kanboard's automatic actions does is the project's own doing, whoever set it off; a composed rule
    /// has the rights of its owner.
    ///
    /// # Errors
    ///
    /// [`Error::Forbidden`] with the permission that the act takes.
    pub(crate) async fn require_act(
        &mut self,
        project: ProjectId,
        act: TaskAct,
        owner: UserId,
    ) -> Result<()> {
        let Actor::User(user) = self.actor() else { return Ok(()) };
        if self.chain.is_unbound() {
            return Ok(());
        }
        let user = user.id;
        let restrictions = match self.allowed.find(project) {
            Some(known) => known,
            None => self.find_restrictions(project, user).await?,
        };
        let is_allowed = restrictions.is_none_or(|restrictions| restrictions.allow(act, owner == user));
        is_allowed.then_some(()).ok_or(Error::Forbidden(act.permission()))
    }

    async fn find_restrictions(
        &mut self,
        project: ProjectId,
        user: UserId,
    ) -> Result<Option<Arc<Restrictions>>> {
        let made_up = standing(self.conn(), project, user).await?.and_then(|standing| standing.made_up);
        let restrictions = match made_up {
            Some(role) => Some(Arc::new(load(self.conn(), role).await?)),
            None => None,
        };
        self.allowed.keep(project, restrictions.clone());
        Ok(restrictions)
    }
}

/// What a role keeps its holders from. What is stored and means nothing is left out.
pub(crate) async fn load(conn: &Conn, role: RoleId) -> Result<Restrictions> {
    const BLOCKS: &str =
        "SELECT rule FROM project_role_has_restrictions WHERE role_id = $1 ORDER BY restriction_id";
    const COLUMNS: &str =
        "SELECT column_id, rule FROM column_has_restrictions WHERE role_id = $1 ORDER BY restriction_id";
    const PASSAGES: &str = "SELECT src_column_id, dst_column_id, only_assigned \
        FROM column_has_move_restrictions WHERE role_id = $1 ORDER BY restriction_id";
    let blocks: Vec<(String,)> = conn.all(BLOCKS, params![role.get()]).await?;
    let columns: Vec<(i64, String)> = conn.all(COLUMNS, params![role.get()]).await?;
    let passages: Vec<(i64, i64, i64)> = conn.all(PASSAGES, params![role.get()]).await?;
    let column = |(id, rule): &(i64, String)| Some(((*id).into(), ColumnRule::parse(rule)?));
    let passage = |(from, to, only_own): (i64, i64, i64)| Passage {
        from: from.into(),
        to: to.into(),
        only_own: only_own == 1,
    };
    Ok(Restrictions {
        blocks: blocks.iter().filter_map(|(rule,)| Block::parse(rule)).collect(),
        columns: columns.iter().filter_map(column).collect(),
        passages: passages.into_iter().map(passage).collect(),
    })
}
