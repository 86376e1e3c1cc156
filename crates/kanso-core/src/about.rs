//! What this installation is, for its administrators.

use kanso_db::dialect;
use kanso_domain::Permission;

use crate::{Actor, App, Result};

/// What this installation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installation {
    /// The name of the database.
    pub database: &'static str,
    /// How large it is.
    pub bytes: i64,
    /// How many accounts there are.
    pub users: i64,
    /// How many projects.
    pub projects: i64,
    /// How many tasks, open and closed.
    pub tasks: i64,
}

/// What this installation is, for administrators.
#[crate::use_case]
pub async fn find_installation(app: &App, actor: &Actor) -> Result<Installation> {
    const COUNT: &str = "SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM projects WHERE removed_at = 0), \
        (SELECT COUNT(*) FROM tasks \
         WHERE project_id NOT IN (SELECT id FROM projects WHERE removed_at > 0))";
    actor.require(Permission::Administrate)?;
    app.read(|conn| {
        Box::pin(async move {
            let (users, projects, tasks) = conn.one::<(i64, i64, i64)>(COUNT, &[]).await?.unwrap_or_default();
            let (bytes,) = conn.one::<(i64,)>(dialect::size(conn.kind()), &[]).await?.unwrap_or_default();
            Ok(Installation { database: dialect::name(conn.kind()), bytes, users, projects, tasks })
        })
    })
    .await
}
