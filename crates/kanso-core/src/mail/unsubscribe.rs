//! Ending mails by a link in one of them.

use kanso_db::params;
use kanso_domain::UserId;

use crate::{App, Error, Kind, Result};

/// What the sealed text of a link begins with, so that nothing else that was sealed passes for one.
const MARK: &str = "no more mails to ";

/// What the link ends with by which somebody ends their mails, without signing in.
///
/// # Errors
///
/// [`Conflict::SecretsLost`](crate::Conflict::SecretsLost) when nothing can be sealed.
pub fn unsubscribe_token(app: &App, user: UserId) -> Result<String> {
    let sealed = app.secrets().seal(&format!("{MARK}{user}"))?;
    Ok(sealed.replace('+', "-").replace('/', "_").replace('=', ""))
}

/// Ends all mails about what happens to whom the link was sent. What is told on the page goes on.
///
/// # Errors
///
/// [`Kind::Invitation`] for a link that was never sent.
#[crate::use_case]
pub async fn unsubscribe(app: &App, token: &str) -> Result<()> {
    const END: &str =
        "DELETE FROM user_has_notification_types WHERE user_id = $1 AND notification_type = 'email'";
    const DROP: &str = "UPDATE mails SET state = 'dropped', settled_at_ms = $1, reason = 'they want no more mails' \
        WHERE user_id = $2 AND state = 'waiting' AND kind IN ('event', 'mention', 'overdue')";
    let user = reader(app, token).ok_or(Error::NotFound(Kind::Invitation))?;
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(END, params![user.get()]).await?;
            conn.execute(DROP, params![now, user.get()]).await?;
            Ok(())
        })
    })
    .await
}

fn reader(app: &App, token: &str) -> Option<UserId> {
    let mut sealed = token.replace('-', "+").replace('_', "/");
    while !sealed.len().is_multiple_of(4) {
        sealed.push('=');
    }
    app.secrets().open(&sealed).ok()?.strip_prefix(MARK)?.parse().ok()
}
