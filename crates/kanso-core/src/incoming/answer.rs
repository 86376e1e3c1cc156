//! Telling who sent a mail that it was refused.

use kanso_db::{Conn, params};
use kanso_domain::UserId;

use super::Refusal;
use crate::Result;
use crate::mail::{MailKind, NewMail, enqueue};

/// So many such mails somebody gets within an hour: whoever writes in their name must not fill their mailbox.
const HOURLY: i64 = 5;

const HOUR: i64 = 3_600_000;

/// A mail that was refused, for whoever puts that into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedMail {
    /// Why.
    pub refusal: Refusal,
    /// What it was about.
    pub subject: String,
    /// Its id without brackets; empty when it had none.
    pub message_id: String,
}

/// Enters a mail to who sent the mail of this entry.
pub(super) async fn answer(conn: &Conn, user: UserId, entry: i64, now_ms: i64) -> Result<()> {
    const COUNT: &str =
        "SELECT COUNT(*) FROM mails WHERE user_id = $1 AND kind = 'refused' AND created_at_ms > $2";
    const TOLD: &str = "SELECT id FROM mails WHERE answers = $1 AND user_id = $2 LIMIT 1";
    let told = conn.one::<(i64,)>(COUNT, params![user.get(), now_ms - HOUR]).await?;
    if told.is_some_and(|(told,)| told >= HOURLY)
        || conn.one::<(i64,)>(TOLD, params![entry, user.get()]).await?.is_some()
    {
        return Ok(());
    }
    let mail = NewMail { kind: MailKind::Refused, answers: Some(entry), ..NewMail::to(user, now_ms) };
    enqueue(conn, &mail, now_ms).await
}
