//! The roles of a project, and who has them.

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, ProjectId, Restrictions};

use crate::access::load_restrictions;
use crate::change::Change;
use crate::names::Counterparts;
use crate::project::permission::{Holder, Turn, record};
use crate::{Result, role};

/// Copies the roles that a project made up, with what they keep people from in the columns of the copy.
pub(super) async fn copy_roles(conn: &Conn, from: ProjectId, to: ProjectId) -> Result<()> {
    const LIST: &str = "SELECT role_id, role FROM project_has_roles WHERE project_id = $1 ORDER BY role_id";
    const INSERT: &str = "INSERT INTO project_has_roles (role, project_id) VALUES ($1, $2) RETURNING role_id";
    let columns = Counterparts::columns(conn, from, to).await?;
    for (id, name) in conn.all::<(i64, String)>(LIST, params![from.get()]).await? {
        let (copy,) = conn.one::<(i64,)>(INSERT, params![name, to.get()]).await?.unwrap_or_default();
        let restrictions = translated(load_restrictions(conn, id.into()).await?, &columns);
        role::write_restrictions(conn, copy.into(), &restrictions).await?;
    }
    Ok(())
}

/// The same restrictions in the columns of another project.
fn translated(mut restrictions: Restrictions, columns: &Counterparts) -> Restrictions {
    let there = |column: &mut ColumnId| match columns.find(column.get()) {
        Some(id) => {
            *column = id.into();
            true
        }
        None => false,
    };
    restrictions.columns.retain_mut(|(column, _)| there(column));
    restrictions.passages.retain_mut(|passage| there(&mut passage.from) && there(&mut passage.to));
    restrictions
}

/// Gives people and groups the roles that they have in the other project, unless they have one already.
pub(super) async fn copy_permissions(change: &mut Change<'_>, from: ProjectId, to: ProjectId) -> Result<()> {
    const OF_USERS: &str = "INSERT INTO project_has_users (project_id, user_id, role) \
        SELECT CAST($2 AS BIGINT), user_id, role FROM project_has_users WHERE project_id = $1 \
        ON CONFLICT (project_id, user_id) DO NOTHING RETURNING user_id, role";
    const OF_GROUPS: &str = "INSERT INTO project_has_groups (project_id, group_id, role) \
        SELECT CAST($2 AS BIGINT), group_id, role FROM project_has_groups WHERE project_id = $1 \
        ON CONFLICT (project_id, group_id) DO NOTHING RETURNING group_id, role";
    let (conn, both) = (change.conn(), [from.get(), to.get()]);
    let mut given = Vec::new();
    for (user, role) in conn.all::<(i64, String)>(OF_USERS, params![both[0], both[1]]).await? {
        given.push((Holder::User(user.into()), role));
    }
    for (group, role) in conn.all::<(i64, String)>(OF_GROUPS, params![both[0], both[1]]).await? {
        given.push((Holder::Group(group.into()), role));
    }
    for (holder, role) in given {
        record(change, to, holder, Turn::Given(role)).await?;
    }
    Ok(())
}
