//! Signing out elsewhere.

use kanso_db::{Conn, params};
use kanso_domain::UserId;

use crate::{Actor, App, Error, Kind, Result};

/// Ends one session of an account by its name in the list, for its owner and for administrators. Its browser is
/// remembered no more.
///
/// # Errors
///
/// [`Kind::Session`] when the account has no such session.
#[crate::use_case]
pub async fn end_session(app: &App, actor: &Actor, user: UserId, name: String) -> Result<()> {
    const FORGET: &str = "DELETE FROM remembered WHERE user_id = $1 AND series IN \
        (SELECT series FROM sessions WHERE user_id = $1 AND id = $2)";
    const END: &str = "DELETE FROM sessions WHERE user_id = $1 AND id = $2";
    actor.require_self_or_admin(user)?;
    let ended = app.note(move |conn| {
        Box::pin(async move {
            conn.execute(FORGET, params![user.get(), &name]).await?;
            Ok(conn.execute(END, params![user.get(), &name]).await?)
        })
    });
    if ended.await? == 0 { Err(Error::NotFound(Kind::Session)) } else { Ok(()) }
}

/// Ends all sessions of an account but the one of this name, for its owner and for administrators, and remembers no
/// other browser. An empty name keeps none.
#[crate::use_case]
pub async fn end_other_sessions(app: &App, actor: &Actor, user: UserId, kept: String) -> Result<()> {
    actor.require_self_or_admin(user)?;
    app.note(move |conn| Box::pin(async move { end_sessions_in(conn, user, &kept).await })).await
}

/// The same inside a change.
pub(crate) async fn end_sessions_in(conn: &Conn, user: UserId, kept: &str) -> Result<()> {
    const FORGET: &str = "DELETE FROM remembered WHERE user_id = $1 AND series NOT IN \
        (SELECT series FROM sessions WHERE user_id = $1 AND id = $2)";
    const END: &str = "DELETE FROM sessions WHERE user_id = $1 AND id <> $2";
    conn.execute(FORGET, params![user.get(), kept]).await?;
    conn.execute(END, params![user.get(), kept]).await?;
    Ok(())
}
