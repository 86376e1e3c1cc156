//! Asking once more for the password, before something that a stolen session must not do.

use kanso_db::params;

use super::authenticate::{Credentials, Door, count_failure};
use super::password;
use crate::two_factor::{Verdict, verify_code};
use crate::{Actor, App, Error, Fault, Kind, Result};

/// Refuses unless this is the password of the actor's own account; where that is kept elsewhere, a code of the second
/// factor. Wrong ones count as at the door.
///
/// # Errors
///
/// [`Fault::Wrong`] also while the account is locked.
pub(crate) async fn require_password(app: &App, actor: &Actor, secret: String) -> Result<()> {
    let user = actor.user_id();
    actor.require_self(user)?;
    let find = format!("SELECT {} FROM users WHERE id = $1", Credentials::COLUMNS);
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<Credentials>(&find, params![user.get()]).await?) })
    });
    let known = found.await?.ok_or(Error::NotFound(Kind::User))?;
    if known.is_ldap_user == 1 {
        let verdict = verify_code(app, known.id, secret).await?;
        return if verdict == Verdict::Right { Ok(()) } else { Err(Error::Invalid(Fault::Wrong("code"))) };
    }
    let stored = known.password.filter(|_| known.lock_expiration_date <= app.clock().now());
    if password::is_right(app, secret, stored).await? {
        return Ok(());
    }
    count_failure(app, known.id, Door::Page).await?;
    Err(Error::Invalid(Fault::Wrong("password")))
}
