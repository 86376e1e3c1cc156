//! Who may do what in a project, asked where the row is loaded.

mod restricted;

use std::collections::{HashMap, HashSet};

use kanso_db::{Conn, params};
use kanso_domain::{
    ApplicationRole, GivenRole, Permission, ProjectId, ProjectRole, RoleId, TokenScope, UserId,
    effective_role,
};

use crate::{Actor, Error, Kind, Result};

pub(crate) use restricted::{Allowed, load as load_restrictions};

/// Ids of the projects in which the user `$1` was given a role, by themselves or through a group.
pub(crate) const PROJECTS_OF_USER: &str = "SELECT project_id FROM project_has_users WHERE user_id = $1 \
    UNION SELECT g.project_id FROM group_has_users m JOIN project_has_groups g ON g.group_id = m.group_id \
    WHERE m.user_id = $1";

/// The same for the user `$1` who is this actor: a token may reach one of them only.
pub(crate) fn projects_of(actor: &Actor) -> String {
    match actor.limits().project {
        Some(only) => format!("SELECT o.project_id FROM ({PROJECTS_OF_USER}) o WHERE o.project_id = {only}"),
        None => PROJECTS_OF_USER.to_owned(),
    }
}

/// The roles that the user `$2` was given in the project `$1`, and whether to themselves.
macro_rules! given_roles {
    ($condition:literal) => {
        concat!(
            "SELECT role, 1 FROM project_has_users WHERE project_id = $1 AND user_id = $2",
            $condition,
            " UNION ALL SELECT g.role, 0 FROM group_has_users m JOIN project_has_groups g ON g.group_id = m.group_id \
             WHERE g.project_id = $1 AND m.user_id = $2",
            $condition
        )
    };
}

const ROLES: &str = given_roles!("");
const ROLES_OF_ACTIVE: &str =
    given_roles!(" AND EXISTS (SELECT 1 FROM users WHERE id = $2 AND is_active = 1)");

/// The name of the role that counts for a user in a project, whatever it is; `None` without one.
pub(crate) async fn role_name(conn: &Conn, project: ProjectId, user: UserId) -> Result<Option<String>> {
    effective(conn, ROLES, project, user).await
}

/// The same, but disabled accounts have no role.
pub(crate) async fn active_role_name(
    conn: &Conn,
    project: ProjectId,
    user: UserId,
) -> Result<Option<String>> {
    effective(conn, ROLES_OF_ACTIVE, project, user).await
}

async fn effective(conn: &Conn, roles: &str, project: ProjectId, user: UserId) -> Result<Option<String>> {
    let given = conn.all::<(String, i64)>(roles, params![project.get(), user.get()]).await?;
    Ok(effective_role(given.into_iter().map(|(name, direct)| GivenRole { name, is_direct: direct == 1 })))
}

/// What counts for a user in a project.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    /// The role, or the one that theirs is like.
    pub(crate) role: ProjectRole,
    /// The role that the project made up, which is like a member's but for its restrictions.
    pub(crate) made_up: Option<RoleId>,
}

/// What counts for a user in a project, if they have a role there that gives access.
pub(crate) async fn standing(conn: &Conn, project: ProjectId, user: UserId) -> Result<Option<Standing>> {
    const FIND: &str = "SELECT role_id FROM project_has_roles WHERE project_id = $1 AND role = $2";
    let Some(name) = role_name(conn, project, user).await? else { return Ok(None) };
    if let Ok(role) = name.parse() {
        return Ok(Some(Standing { role, made_up: None }));
    }
    let found = conn.one::<(i64,)>(FIND, params![project.get(), name]).await?;
    Ok(found.map(|(id,)| Standing { role: ProjectRole::Member, made_up: Some(id.into()) }))
}

/// The roles of a user in all projects, those that give access. One that a project made up is like a member's.
pub(crate) async fn project_roles(conn: &Conn, user: UserId) -> Result<HashMap<ProjectId, ProjectRole>> {
    const GIVEN: &str = "SELECT project_id, role, 1 FROM project_has_users WHERE user_id = $1 \
        UNION ALL SELECT g.project_id, g.role, 0 FROM group_has_users m \
        JOIN project_has_groups g ON g.group_id = m.group_id WHERE m.user_id = $1";
    let mut given = HashMap::<ProjectId, Vec<GivenRole>>::new();
    for (project, name, direct) in conn.all::<(i64, String, i64)>(GIVEN, params![user.get()]).await? {
        given.entry(project.into()).or_default().push(GivenRole { name, is_direct: direct == 1 });
    }
    let names: Vec<(ProjectId, String)> =
        given.into_iter().filter_map(|(project, given)| Some((project, effective_role(given)?))).collect();
    let made_up = match names.iter().all(|(_, name)| name.parse::<ProjectRole>().is_ok()) {
        true => HashSet::new(),
        false => made_up_roles(conn, user).await?,
    };
    let role = |(project, name): (ProjectId, String)| match name.parse() {
        Ok(role) => Some((project, role)),
        Err(_) => made_up.contains(&(project, name)).then_some((project, ProjectRole::Member)),
    };
    Ok(names.into_iter().filter_map(role).collect())
}

async fn made_up_roles(conn: &Conn, user: UserId) -> Result<HashSet<(ProjectId, String)>> {
    let list =
        format!("SELECT project_id, role FROM project_has_roles WHERE project_id IN ({PROJECTS_OF_USER})");
    let roles = conn.all::<(i64, String)>(&list, params![user.get()]).await?;
    Ok(roles.into_iter().map(|(project, role)| (project.into(), role)).collect())
}

/// Refuses unless the actor has the permission in the project.
///
/// Who may not even see the project gets the same answer as for one that is not there.
pub(crate) async fn require(conn: &Conn, actor: &Actor, project: ProjectId, needs: Permission) -> Result<()> {
    require_standing(conn, actor, project, needs).await.map(drop)
}

/// The same; answers the role that the project made up, if it is what counts for the actor.
pub(crate) async fn require_standing(
    conn: &Conn,
    actor: &Actor,
    project: ProjectId,
    needs: Permission,
) -> Result<Option<RoleId>> {
    let Actor::User(user) = actor else { return Ok(None) };
    if !user.limits.reach(project) {
        return Err(Error::NotFound(Kind::Project));
    }
    let standing = standing(conn, project, user.id).await?;
    judge(user.role, standing.map(|standing| standing.role), needs)?;
    actor.require_scope(needs)?;
    Ok(standing.and_then(|standing| standing.made_up))
}

fn judge(application: ApplicationRole, project: Option<ProjectRole>, needs: Permission) -> Result<()> {
    if needs.is_given_to(application, project) {
        Ok(())
    } else if Permission::ViewProject.is_given_to(application, project) {
        Err(Error::Forbidden(needs))
    } else {
        Err(Error::NotFound(Kind::Project))
    }
}

impl Actor {
    /// Refuses unless the application role allows it.
    pub(crate) fn require(&self, needs: Permission) -> Result<()> {
        let allowed = needs.is_given_to(self.application_role(), None);
        allowed.then_some(()).ok_or(Error::Forbidden(needs))
    }

    /// Refuses a token that is not meant for what needs this permission.
    pub(crate) fn require_scope(&self, needs: Permission) -> Result<()> {
        let allowed = self.limits().scope.allows(needs);
        allowed.then_some(()).ok_or(Error::Forbidden(needs))
    }

    /// Refuses tokens that only read.
    pub(crate) fn require_writing(&self) -> Result<()> {
        let may_write = self.limits().scope >= TokenScope::Write;
        may_write.then_some(()).ok_or(Error::Forbidden(Permission::WorkInProject))
    }

    /// Refuses unless this is the person themselves, without the limits of a token.
    pub(crate) fn require_self(&self, user: UserId) -> Result<()> {
        let is_self = !user.is_none() && self.user_id() == user && self.limits().are_none();
        is_self.then_some(()).ok_or(Error::Forbidden(Permission::Administrate))
    }

    /// Refuses unless this is the person themselves, without the limits of a token, or an administrator.
    pub(crate) fn require_self_or_admin(&self, user: UserId) -> Result<()> {
        self.require_self(user).or_else(|_| self.require(Permission::Administrate))
    }
}
