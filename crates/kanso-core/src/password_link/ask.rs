//! Saying at the door that one forgot the password.

use kanso_db::params;
use kanso_domain::UserId;

use super::make::enter;
use crate::mail::{self, MailKind, NewMail};
use crate::{Actor, App, Conflict, Error, Result, random};

/// How long nobody is sent another link, in seconds.
const PAUSE: i64 = 300;

/// Sends whoever has this user name the link by which they choose a new password; where no mails are sent, or the
/// account has no address, administrators see that they ask. Nobody learns whether there is such an account.
///
/// # Errors
///
/// [`Conflict::SwitchedOff`] when the setting `password_reset` forbids it, or nobody signs in with a password.
#[crate::use_case]
pub async fn ask_for_password(app: &App, username: String) -> Result<()> {
    const ASK: &str = "UPDATE users SET password_asked_at = $1 WHERE username = $2 AND is_active = 1 \
        AND is_ldap_user = 0 AND disable_login_form = 0 \
        RETURNING id, CASE WHEN email <> '' THEN 1 ELSE 0 END";
    // Who asks again gets no second mail at once: anybody can ask in anybody's name.
    const RECENT: &str =
        "SELECT 1 FROM password_links WHERE user_id = $1 AND used_at IS NULL AND created_at > $2";
    if app.settings().get("password_reset") != "1" || app.sign_on().hides_passwords {
        return Err(Error::Conflict(Conflict::SwitchedOff));
    }
    let (sends_mail, secret) = (app.sends_mail(), random::hex(24));
    let sealed = if sends_mail { Some(app.secrets().seal(&secret)?) } else { None };
    app.change_instance(&Actor::Application, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now());
            let found = conn.one::<(i64, i64)>(ASK, params![now, username]).await?;
            let Some((user, 1)) = found.filter(|_| sends_mail) else { return Ok(()) };
            if conn.one::<(i64,)>(RECENT, params![user, now - PAUSE]).await?.is_some() {
                return Ok(());
            }
            let user = UserId::from(user);
            enter(conn, user, &secret, UserId::default(), now).await?;
            let mail = NewMail { kind: MailKind::Password, sealed, ..NewMail::to(user, change.now_ms()) };
            mail::enqueue(conn, &mail, change.now_ms()).await
        })
    })
    .await
}
