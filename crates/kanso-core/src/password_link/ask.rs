//! Saying at the door that one forgot the password.

use kanso_db::params;

use crate::{App, Conflict, Error, Result};

/// Notes that whoever has this user name asks for a new password, for administrators to see. Nobody learns whether
/// there is such an account.
///
/// # Errors
///
/// [`Conflict::SwitchedOff`] when the setting `password_reset` forbids it.
#[crate::use_case]
pub async fn ask_for_password(app: &App, username: String) -> Result<()> {
    const ASK: &str = "UPDATE users SET password_asked_at = $1 WHERE username = $2 AND is_active = 1 \
        AND is_ldap_user = 0 AND disable_login_form = 0";
    if app.settings().get("password_reset") != "1" {
        return Err(Error::Conflict(Conflict::SwitchedOff));
    }
    let now = app.clock().now();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(ASK, params![now, username]).await?;
            Ok(())
        })
    })
    .await
}
