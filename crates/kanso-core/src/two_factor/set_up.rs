//! Making the secret that a device is to know.

use kanso_db::params;

use super::secret::Shared;
use crate::{Actor, App, Conflict, Error, Result};

/// What a device needs to know, shown once.
#[derive(Clone)]
pub struct Setup {
    /// The address that a QR code carries.
    pub url: String,
    /// The same secret to type.
    pub secret: String,
}

/// Makes up a secret for the actor's own account. It counts once
/// [`confirm_two_factor`](super::confirm_two_factor) has seen a code made with it.
///
/// # Errors
///
/// [`Conflict::AlreadyThere`] when the account has a second factor.
#[crate::use_case]
pub async fn set_up_two_factor(app: &App, actor: &Actor) -> Result<Setup> {
    const STORE: &str = "UPDATE users SET twofactor_secret = $1, twofactor_step = 0 \
        WHERE id = $2 AND twofactor_activated = 0";
    let user = actor.user_id();
    actor.require_self(user)?;
    let shared = Shared::make_up(actor.username().unwrap_or_default());
    let sealed = shared.sealed(app.secrets())?;
    let stored = app.change_instance(actor, move |change| {
        Box::pin(async move { Ok(change.conn().execute(STORE, params![sealed, user.get()]).await?) })
    });
    if stored.await? == 0 {
        return Err(Error::Conflict(Conflict::AlreadyThere));
    }
    Ok(Setup { url: shared.url()?, secret: shared.text() })
}
