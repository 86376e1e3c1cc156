//! Choosing a new password by a link.

use kanso_db::params;

use crate::session::end_sessions_in;
use crate::token::hashed;
use crate::user::{check_password, hash_password};
use crate::{Actor, App, Error, Kind, Result};

/// The user name that a link is for; `None` when it is no link, or good no more.
#[crate::use_case]
pub async fn find_by_link(app: &App, secret: &str) -> Result<Option<String>> {
    const FIND: &str = "SELECT u.username FROM password_links l JOIN users u ON u.id = l.user_id \
        WHERE l.hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND u.is_active = 1 AND u.is_ldap_user = 0";
    let (hash, now) = (hashed(secret), app.clock().now());
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(String,)>(FIND, params![hash, now]).await?) })
    });
    Ok(found.await?.map(|(username,)| username))
}

/// Gives the account of the link another password, unlocks it and ends its sessions. A second factor stays.
///
/// # Errors
///
/// [`Kind::Invitation`] when the link is good no more; [`Fault::TooShort`](crate::Fault::TooShort).
#[crate::use_case]
pub async fn set_password_by_link(app: &App, secret: &str, password: String) -> Result<()> {
    const TAKE: &str = "UPDATE password_links SET used_at = $1 WHERE hash = $2 AND used_at IS NULL \
        AND expires_at > $1 AND user_id IN (SELECT id FROM users WHERE is_active = 1 AND is_ldap_user = 0) \
        RETURNING user_id";
    const SET: &str = "UPDATE users SET password = $1, nb_failed_login = 0, lock_expiration_date = 0, \
        password_asked_at = 0 WHERE id = $2";
    check_password(&password)?;
    if find_by_link(app, secret).await?.is_none() {
        return Err(Error::NotFound(Kind::Invitation));
    }
    let (link, hash) = (hashed(secret), hash_password(app, password).await?);
    app.change_instance(&Actor::Application, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now());
            let taken = conn.one::<(i64,)>(TAKE, params![now, link]).await?;
            let (user,) = taken.ok_or(Error::NotFound(Kind::Invitation))?;
            conn.execute(SET, params![hash, user]).await?;
            end_sessions_in(conn, user.into(), "").await
        })
    })
    .await
}
