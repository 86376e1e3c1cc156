//! Changing one's own password.

use kanso_db::params;

use super::confirm::require_password;
use super::create::check_password;
use super::elsewhere::require_kept_here;
use super::password;
use crate::session::end_sessions_in;
use crate::{Actor, App, Result};

/// Gives the actor's own account another password and ends its sessions but the one of the name `kept`.
///
/// # Errors
///
/// [`Fault::Wrong`](crate::Fault::Wrong) when `current` is not the password so far;
/// [`Fault::TooShort`](crate::Fault::TooShort) for the new one;
/// [`Conflict::PasswordElsewhere`](crate::Conflict::PasswordElsewhere).
#[crate::use_case]
pub async fn change_password(
    app: &App,
    actor: &Actor,
    current: String,
    new: String,
    kept: String,
) -> Result<()> {
    const SET: &str = "UPDATE users SET password = $1, nb_failed_login = 0, lock_expiration_date = 0, \
        password_asked_at = 0 WHERE id = $2";
    require_kept_here(app, actor.user_id()).await?;
    check_password(&new)?;
    require_password(app, actor, current).await?;
    let (user, hash) = (actor.user_id(), password::hash(app, new).await?);
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            conn.execute(SET, params![hash, user.get()]).await?;
            end_sessions_in(conn, user, &kept).await
        })
    })
    .await
}
