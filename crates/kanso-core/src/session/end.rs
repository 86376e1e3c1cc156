//! Signing out elsewhere.

use kanso_db::params;
use kanso_domain::UserId;

use crate::{Actor, App, Error, Kind, Result};

/// Ends one session of an account by its name in the list, for its owner and for administrators.
///
/// # Errors
///
/// [`Kind::Session`] when the account has no such session.
#[crate::use_case]
pub async fn end_session(app: &App, actor: &Actor, user: UserId, name: String) -> Result<()> {
    const END: &str = "DELETE FROM sessions WHERE user_id = $1 AND id = $2";
    actor.require_self_or_admin(user)?;
    let ended = app
        .note(move |conn| Box::pin(async move { Ok(conn.execute(END, params![user.get(), name]).await?) }));
    if ended.await? == 0 { Err(Error::NotFound(Kind::Session)) } else { Ok(()) }
}

/// Ends all sessions of an account but the one of this name, for its owner and for administrators. An empty name
/// keeps none.
#[crate::use_case]
pub async fn end_other_sessions(app: &App, actor: &Actor, user: UserId, kept: String) -> Result<()> {
    const END: &str = "DELETE FROM sessions WHERE user_id = $1 AND id <> $2";
    actor.require_self_or_admin(user)?;
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(END, params![user.get(), kept]).await?;
            Ok(())
        })
    })
    .await
}
