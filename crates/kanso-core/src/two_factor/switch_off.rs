//! Switching the second factor off.

use kanso_db::params;
use kanso_domain::{Permission, UserId};

use super::recovery;
use crate::user::require_password;
use crate::{Actor, App, Error, Kind, Result};

/// Switches the second factor of the actor's own account off.
///
/// # Errors
///
/// [`Fault::Wrong`](crate::Fault::Wrong) for a password that is not theirs.
#[crate::use_case]
pub async fn switch_off_two_factor(app: &App, actor: &Actor, password: String) -> Result<()> {
    require_password(app, actor, password).await?;
    switch_off(app, actor, actor.user_id()).await
}

/// Switches the second factor of any account off, for administrators: its owner lost the device.
#[crate::use_case]
pub async fn reset_two_factor(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    actor.require(Permission::Administrate)?;
    switch_off(app, actor, user).await
}

async fn switch_off(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    const SWITCH_OFF: &str = "UPDATE users SET twofactor_activated = 0, twofactor_secret = NULL, \
        twofactor_failures = 0 WHERE id = $1";
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            if conn.execute(SWITCH_OFF, params![user.get()]).await? == 0 {
                return Err(Error::NotFound(Kind::User));
            }
            recovery::forget(conn, user).await
        })
    })
    .await
}
