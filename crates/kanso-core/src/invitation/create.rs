//! Inviting somebody.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, UserId, text};

use super::LIFETIME;
use crate::mail::{self, MailKind, NewMail};
use crate::token::hashed;
use crate::{Actor, App, Error, Fault, Kind, Result, random};

/// Invites whoever has this address, for administrators, and answers what the link ends with; an invitation made for
/// it before is good no more. Where mails are sent, the link is sent to them, too. They become a member of the project if one is named. Nobody can be shown the link
/// again.
///
/// # Errors
///
/// [`Error::Invalid`] for what is no address, and for one that an account has; [`Kind::Project`].
#[crate::use_case]
pub async fn create_invitation(
    app: &App,
    actor: &Actor,
    email: String,
    project: Option<ProjectId>,
) -> Result<String> {
    const END: &str = "DELETE FROM invitations WHERE email = $1 OR expires_at <= $2";
    const MAKE: &str = "INSERT INTO invitations (email, hash, project_id, invited_by, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    actor.require(Permission::Administrate)?;
    if !text::is_email(&email) || !text::fits(&email, text::NAME) {
        return Err(Error::Invalid(Fault::Unknown("email")));
    }
    let (secret, by) = (random::hex(24), actor.user_id());
    let hash = hashed(&secret);
    let sealed = if app.sends_mail() { Some(app.secrets().seal(&secret)?) } else { None };
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now());
            require_new(conn, &email, project).await?;
            conn.execute(END, params![&email, now]).await?;
            let project = project.map(i64::from);
            conn.execute(MAKE, params![&email, hash, project, by.get(), now, now + LIFETIME]).await?;
            if sealed.is_none() {
                return Ok(());
            }
            let kind = MailKind::Invitation;
            let mail =
                NewMail { kind, address: email, sealed, ..NewMail::to(UserId::default(), change.now_ms()) };
            mail::enqueue(conn, &mail, change.now_ms()).await
        })
    })
    .await?;
    Ok(secret)
}

/// Refuses an address that an account has, and a project that is not there.
async fn require_new(conn: &Conn, email: &str, project: Option<ProjectId>) -> Result<()> {
    const KNOWN: &str = "SELECT id FROM users WHERE email = $1 LIMIT 1";
    const THERE: &str = "SELECT id FROM projects WHERE id = $1 AND removed_at = 0 AND is_private = 0";
    if conn.one::<(i64,)>(KNOWN, params![email]).await?.is_some() {
        return Err(Error::Invalid(Fault::Taken("email")));
    }
    let Some(project) = project else { return Ok(()) };
    let there = conn.one::<(i64,)>(THERE, params![project.get()]).await?;
    there.map(|_| ()).ok_or(Error::NotFound(Kind::Project))
}
