//! What became of a mail.

use kanso_db::params;
use kanso_domain::schedule::{Pace, STANDARD};

use super::Parcel;
use crate::{App, Result, random};

/// After how many days a mail that could not be sent so far is of no use: about what happened, not about links.
const STALE_DAYS: i64 = 3;

/// For how many days it is kept what was sent.
const KEPT_DAYS: i64 = 30;

const DAY: i64 = 24 * 3_600_000;

/// How sending ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took it.
    Sent,
    /// It may be taken later; why it was not, in words.
    Later(String),
    /// Nobody knows whether the mail server took it: it said nothing. It is tried again as it is.
    Unknown(String),
    /// It will never be taken; why, in words.
    Never(String),
}

/// Writes down what became of a claimed mail, and plans the next attempt where there is to be one: as for webhooks, 11
/// attempts in three days, whose waits pass at `pace`.
#[crate::use_case]
pub async fn settle_mail(app: &App, parcel: &Parcel, outcome: Outcome, pace: Pace) -> Result<()> {
    const SENT: &str =
        "UPDATE mails SET state = 'sent', settled_at_ms = $1, sealed = NULL, reason = NULL WHERE id IN ";
    const FAILED: &str =
        "UPDATE mails SET state = 'failed', settled_at_ms = $1, sealed = NULL, reason = $2 WHERE id IN ";
    // What was refused may go out with others next time.
    const LATER: &str = "UPDATE mails SET due_at_ms = $1, reason = $2, letter = NULL WHERE id IN ";
    const AGAIN: &str = "UPDATE mails SET due_at_ms = $1, reason = $2 WHERE id IN ";
    let ids: Vec<String> = parcel.items.iter().map(|item| item.id.to_string()).collect();
    let ids = format!("({}) AND state = 'waiting'", ids.join(", "));
    let now = app.clock().now_ms();
    let attempts = usize::try_from(parcel.attempts + 1).unwrap_or(usize::MAX);
    let wait = STANDARD.wait_after(attempts, random::fraction());
    app.note(move |conn| {
        Box::pin(async move {
            match (outcome, wait) {
                (Outcome::Sent, _) => conn.execute(&format!("{SENT}{ids}"), params![now]).await?,
                (Outcome::Later(reason), Some(wait)) => {
                    let due = now + pace.take_ms(wait);
                    conn.execute(&format!("{LATER}{ids}"), params![due, reason]).await?
                }
                (Outcome::Unknown(reason), Some(wait)) => {
                    let due = now + pace.take_ms(wait);
                    conn.execute(&format!("{AGAIN}{ids}"), params![due, reason]).await?
                }
                (Outcome::Later(reason) | Outcome::Unknown(reason), None) | (Outcome::Never(reason), _) => {
                    conn.execute(&format!("{FAILED}{ids}"), params![now, reason]).await?
                }
            };
            Ok(())
        })
    })
    .await
}

/// When the next mail is due, in Unix milliseconds.
#[crate::use_case]
pub async fn next_mail_due(app: &App) -> Result<Option<i64>> {
    const NEXT: &str = "SELECT due_at_ms FROM mails WHERE state = 'waiting' ORDER BY due_at_ms LIMIT 1";
    let next = app.read(|conn| Box::pin(async move { Ok(conn.one::<(i64,)>(NEXT, &[]).await?) })).await?;
    Ok(next.map(|(due,)| due))
}

/// Drops mails that have waited for so long that nobody wants them any more, such as those from before there was a
/// mail server.
#[crate::use_case]
pub async fn drop_stale_mails(app: &App) -> Result<()> {
    const DROP: &str = "UPDATE mails SET state = 'dropped', settled_at_ms = $1, sealed = NULL, \
        reason = COALESCE(reason, 'there was no mail server to send it by') \
        WHERE state = 'waiting' AND due_at_ms < $2";
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(DROP, params![now, now - STALE_DAYS * DAY]).await?;
            Ok(())
        })
    })
    .await
}

/// Forgets mails that were sent or given up long ago, and answers how many.
#[crate::use_case]
pub async fn forget_mails(app: &App) -> Result<u64> {
    const FORGET: &str = "DELETE FROM mails WHERE state <> 'waiting' AND settled_at_ms < $1";
    let before = app.clock().now_ms() - KEPT_DAYS * DAY;
    app.note(move |conn| Box::pin(async move { Ok(conn.execute(FORGET, params![before]).await?) })).await
}
