//! Making a link.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, UserId};

use super::LIFETIME;
use crate::token::hashed;
use crate::user::require_kept_here_in;
use crate::{Actor, App, Error, Kind, Result, random};

/// Makes the link by which somebody chooses a new password, for administrators, and answers what it ends with. It is
/// good for a day and for once; those made before it are good no more. Nobody can be shown it again.
///
/// # Errors
///
/// [`Conflict::PasswordElsewhere`](crate::Conflict::PasswordElsewhere).
#[crate::use_case]
pub async fn make_password_link(app: &App, actor: &Actor, user: UserId) -> Result<String> {
    const SEEN_TO: &str = "UPDATE users SET password_asked_at = 0 WHERE id = $1";
    actor.require(Permission::Administrate)?;
    let (secret, by) = (random::hex(24), actor.user_id());
    let made = secret.clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now());
            require_kept_here_in(conn, user).await?;
            if conn.execute(SEEN_TO, params![user.get()]).await? == 0 {
                return Err(Error::NotFound(Kind::User));
            }
            enter(conn, user, &made, by, now).await
        })
    })
    .await?;
    Ok(secret)
}

/// Enters the link with this secret, made by somebody or, when they asked for it, by nobody. Those made before it end.
pub(super) async fn enter(conn: &Conn, user: UserId, secret: &str, by: UserId, now: i64) -> Result<()> {
    const END: &str = "DELETE FROM password_links WHERE user_id = $1 AND used_at IS NULL";
    const MAKE: &str = "INSERT INTO password_links (user_id, hash, made_by, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5)";
    conn.execute(END, params![user.get()]).await?;
    conn.execute(MAKE, params![user.get(), hashed(secret), by.get(), now, now + LIFETIME]).await?;
    Ok(())
}
