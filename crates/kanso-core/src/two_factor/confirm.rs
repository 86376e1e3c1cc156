//! Switching the second factor on.

use kanso_db::params;

use super::recovery;
use super::secret::Shared;
use crate::{Actor, App, Error, Fault, Result};

/// Switches the second factor of the actor's own account on, if a device made this code with the secret that was set
/// up. Answers the recovery codes, which nobody can be shown again.
///
/// # Errors
///
/// [`Fault::Wrong`] for another code, and when nothing was set up.
#[crate::use_case]
pub async fn confirm_two_factor(app: &App, actor: &Actor, code: String) -> Result<Vec<String>> {
    const FIND: &str = "SELECT twofactor_secret FROM users WHERE id = $1 AND twofactor_activated = 0";
    const SWITCH_ON: &str = "UPDATE users SET twofactor_activated = 1, twofactor_step = $1, \
        twofactor_failures = 0 WHERE id = $2";
    let user = actor.user_id();
    actor.require_self(user)?;
    let (secrets, now) = (app.secrets().clone(), app.clock().now());
    let codes = recovery::make_up();
    let stored = codes.clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let wrong = || Error::Invalid(Fault::Wrong("code"));
            let found = conn.one::<(Option<String>,)>(FIND, params![user.get()]).await?;
            let sealed = found.and_then(|(sealed,)| sealed).filter(|sealed| !sealed.is_empty());
            let shared = Shared::read(&sealed.ok_or_else(wrong)?, &secrets, "")?;
            let step = shared.step_of(&code, now, 0).ok_or_else(wrong)?;
            conn.execute(SWITCH_ON, params![step, user.get()]).await?;
            recovery::store(conn, user, &stored).await
        })
    })
    .await?;
    Ok(codes)
}
