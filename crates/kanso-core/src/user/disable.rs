//! Forbidding and allowing somebody to come in.

use kanso_db::{Conn, params};
use kanso_domain::{Act, NamedChange, Permission, UserId};

use super::find::load;
use super::record::record;
use crate::{Actor, App, Error, Result, project};

/// Forbids somebody to come in, for administrators. They are signed out and their own private projects are closed.
/// Nothing happens for who is not there, as in Kanboard.
#[crate::use_case]
pub async fn disable_user(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    const DISABLE: [&str; 3] = [
        "UPDATE users SET is_active = 0, token = '' WHERE id = $1",
        "DELETE FROM sessions WHERE user_id = $1",
        "DELETE FROM remembered WHERE user_id = $1",
    ];
    run(app, actor, user, &DISABLE).await
}

/// Lets somebody in again, for administrators. Their private projects stay closed, as in Kanboard.
#[crate::use_case]
pub async fn enable_user(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    run(app, actor, user, &["UPDATE users SET is_active = 1 WHERE id = $1"]).await
}

async fn run(app: &App, actor: &Actor, user: UserId, statements: &'static [&'static str]) -> Result<()> {
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let Some(before) = find(conn, user).await? else { return Ok(()) };
            for statement in statements {
                conn.execute(statement, params![user.get()]).await?;
            }
            let after = load(conn, user).await?;
            if let Some(turned) = NamedChange::between("is_active", before, after.is_active) {
                record(change, Act::Update, &after, vec![turned]).await?;
            }
            if after.is_active == 0 { project::close_private(change, user).await } else { Ok(()) }
        })
    })
    .await
}

/// Whether the account is active now; `None` when there is none.
async fn find(conn: &Conn, user: UserId) -> Result<Option<i64>> {
    match load(conn, user).await {
        Ok(user) => Ok(Some(user.is_active)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
