//! What a role keeps its holders from.

use std::collections::BTreeSet;

use kanso_db::{Conn, params};
use kanso_domain::{ColumnId, Permission, ProjectId, ProjectRole, Restrictions, RoleId};

use super::load;
use crate::access::{load_restrictions, standing};
use crate::{Actor, App, Error, Kind, Result};

/// Keeps the holders of a role from exactly this from now on.
///
/// # Errors
///
/// [`Kind::Column`] for a column that is not the project's.
#[crate::use_case]
pub async fn restrict_role(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    role: RoleId,
    restrictions: Restrictions,
) -> Result<()> {
    const CLEAR: [&str; 3] = [
        "DELETE FROM project_role_has_restrictions WHERE role_id = $1",
        "DELETE FROM column_has_restrictions WHERE role_id = $1",
        "DELETE FROM column_has_move_restrictions WHERE role_id = $1",
    ];
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            load(change.conn(), project, role).await?;
            require_columns(change.conn(), project, &restrictions).await?;
            for clear in CLEAR {
                change.conn().execute(clear, params![role.get()]).await?;
            }
            write(change.conn(), role, &restrictions).await?;
            // Open boards show what may be done there.
            change.ring(project);
            Ok(())
        })
    })
    .await
}

/// Gives a role without restrictions these. Their columns are the project's own.
pub(crate) async fn write(conn: &Conn, role: RoleId, restrictions: &Restrictions) -> Result<()> {
    const BLOCK: &str = "INSERT INTO project_role_has_restrictions (role_id, rule) VALUES ($1, $2) \
        ON CONFLICT (role_id, rule) DO NOTHING";
    const COLUMN: &str = "INSERT INTO column_has_restrictions (role_id, column_id, rule) VALUES ($1, $2, $3) \
        ON CONFLICT (role_id, column_id, rule) DO NOTHING";
    const PASSAGE: &str = "INSERT INTO column_has_move_restrictions \
        (role_id, src_column_id, dst_column_id, only_assigned) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (role_id, src_column_id, dst_column_id) DO UPDATE SET only_assigned = excluded.only_assigned";
    for block in &restrictions.blocks {
        conn.execute(BLOCK, params![role.get(), block.as_str()]).await?;
    }
    for (column, rule) in &restrictions.columns {
        conn.execute(COLUMN, params![role.get(), column.get(), rule.as_str()]).await?;
    }
    for passage in &restrictions.passages {
        let values = params![role.get(), passage.from.get(), passage.to.get(), i64::from(passage.only_own)];
        conn.execute(PASSAGE, values).await?;
    }
    Ok(())
}

async fn require_columns(conn: &Conn, project: ProjectId, restrictions: &Restrictions) -> Result<()> {
    const COLUMNS: &str = "SELECT id FROM columns WHERE project_id = $1";
    let known: BTreeSet<ColumnId> = conn
        .all::<(i64,)>(COLUMNS, params![project.get()])
        .await?
        .into_iter()
        .map(|(id,)| id.into())
        .collect();
    let named = restrictions.columns.iter().map(|(column, _)| *column);
    let passed = restrictions.passages.iter().flat_map(|passage| [passage.from, passage.to]);
    let are_known = named.chain(passed).all(|column| known.contains(&column));
    are_known.then_some(()).ok_or(Error::NotFound(Kind::Column))
}

/// The role that counts for the actor in a project, or that theirs is like, and what theirs keeps them from: what
/// a page needs to offer only what will be allowed. The application has the highest.
#[crate::use_case]
pub async fn find_rights(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<(ProjectRole, Restrictions)> {
    let who = actor.clone();
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let Actor::User(user) = who else { return Ok((ProjectRole::Manager, Restrictions::default())) };
            let standing = standing(conn, project, user.id).await?.ok_or(Error::NotFound(Kind::Project))?;
            let restrictions = match standing.made_up {
                Some(role) => load_restrictions(conn, role).await?,
                None => Restrictions::default(),
            };
            Ok((standing.role, restrictions))
        })
    })
    .await
}
