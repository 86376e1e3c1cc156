//! Unlocking an account.

use kanso_db::params;
use kanso_domain::{Permission, UserId};

use crate::{Actor, App, Error, Kind, Result};

/// Lets somebody try again who gave too many wrong passwords or codes, for administrators.
#[crate::use_case]
pub async fn unlock_user(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    const UNLOCK: &str = "UPDATE users SET nb_failed_login = 0, lock_expiration_date = 0, \
        twofactor_failures = 0 WHERE id = $1";
    actor.require(Permission::Administrate)?;
    let unlocked = app.change_instance(actor, move |change| {
        Box::pin(async move { Ok(change.conn().execute(UNLOCK, params![user.get()]).await?) })
    });
    if unlocked.await? == 0 { Err(Error::NotFound(Kind::User)) } else { Ok(()) }
}
