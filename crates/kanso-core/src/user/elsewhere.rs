//! Accounts whose password is kept elsewhere.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, UserId};

use super::create::check_password;
use super::password;
use crate::session::end_sessions_in;
use crate::{Actor, App, Conflict, Error, Kind, Result};

const IS_REMOTE: &str = "SELECT is_ldap_user FROM users WHERE id = $1";

/// Has somebody sign in elsewhere from now on, by the user name, for administrators: the password that was kept here is
/// forgotten, and their sessions end.
///
/// # Errors
///
/// [`Kind::User`] when there is no such account.
#[crate::use_case]
pub async fn hand_over(app: &App, actor: &Actor, username: String) -> Result<()> {
    const HAND_OVER: &str = "UPDATE users SET is_ldap_user = 1, password = NULL, password_asked_at = 0 \
        WHERE username = $1 RETURNING id";
    change_keeper(app, actor, HAND_OVER, username, None).await
}

/// Gives an account that signs in elsewhere a password of its own, for administrators. Nobody comes into it from
/// elsewhere then, and its sessions end.
///
/// # Errors
///
/// [`Kind::User`] when there is no such account; [`Fault::TooShort`](crate::Fault::TooShort).
#[crate::use_case]
pub async fn take_back(app: &App, actor: &Actor, username: String, secret: String) -> Result<()> {
    const TAKE_BACK: &str = "UPDATE users SET is_ldap_user = 0, password = $2, nb_failed_login = 0, \
        lock_expiration_date = 0 WHERE username = $1 RETURNING id";
    check_password(&secret)?;
    let hash = password::hash(app, secret).await?;
    change_keeper(app, actor, TAKE_BACK, username, Some(hash)).await
}

async fn change_keeper(
    app: &App,
    actor: &Actor,
    statement: &'static str,
    username: String,
    hash: Option<String>,
) -> Result<()> {
    const UNLINK: &str = "DELETE FROM identities WHERE user_id = $1";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let changed = match hash {
                Some(hash) => conn.one::<(i64,)>(statement, params![username, hash]).await?,
                None => conn.one::<(i64,)>(statement, params![username]).await?,
            };
            let (user,) = changed.ok_or(Error::NotFound(Kind::User))?;
            conn.execute(UNLINK, params![user]).await?;
            end_sessions_in(conn, user.into(), "").await
        })
    })
    .await
}

/// Refuses an account whose password is kept elsewhere.
pub(super) async fn require_kept_here(app: &App, user: UserId) -> Result<()> {
    app.read(move |conn| Box::pin(async move { require_kept_here_in(conn, user).await })).await
}

/// The same inside a change.
pub(crate) async fn require_kept_here_in(conn: &Conn, user: UserId) -> Result<()> {
    match conn.one::<(i64,)>(IS_REMOTE, params![user.get()]).await? {
        Some((1,)) => Err(Error::Conflict(Conflict::PasswordElsewhere)),
        _ => Ok(()),
    }
}
