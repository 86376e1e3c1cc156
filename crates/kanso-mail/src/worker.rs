//! Sending what is due, for ever.

use std::time::Duration;

use kanso_core::mail::{Compose, Outcome, claim_mail, drop_stale_mails, next_mail_due, settle_mail};
use kanso_core::{App, Result};
use kanso_domain::schedule::Pace;
use tokio::select;
use tokio::time::sleep;

use crate::post::Post;

/// How long at most until mails that the bell did not tell of are noticed.
const POLL: Duration = Duration::from_secs(60);

/// How long after a change: more may follow at once.
const GATHER: Duration = Duration::from_millis(250);

/// How long the server is left alone when it does not answer, and how long to wait after a failure of our own.
const PAUSE: Duration = Duration::from_secs(30);

/// Sends mails as they become due, until `stop`. Waits between attempts pass at `pace`.
///
/// It may be killed at any point: what was under way is sent again, under the same id, once its lease has run out.
pub async fn run(app: App, post: Post, words: &dyn Compose, pace: Pace, stop: impl Future<Output = ()>) {
    select! {
        () = stop => {}
        () = keep_sending(&app, &post, words, pace) => {}
    }
}

async fn keep_sending(app: &App, post: &Post, words: &dyn Compose, pace: Pace) {
    let mut bell = app.bell().listen();
    loop {
        match round(app, post, words, pace).await {
            Ok(true) => {}
            Ok(false) => sleep(PAUSE).await,
            Err(error) => {
                tracing::warn!(%error, "mails could not be sent; trying again");
                sleep(PAUSE).await;
            }
        }
        let poll = app.clock().now_ms() + i64::try_from(POLL.as_millis()).unwrap_or(i64::MAX);
        let next = next_mail_due(app).await.ok().flatten();
        let until = app.clock().wait_until(next.map_or(poll, |next| next.min(poll)));
        select! { _ = bell.rung() => sleep(GATHER).await, () = until => {} }
    }
}

/// Sends all that is due; answers whether the server is there.
async fn round(app: &App, post: &Post, words: &dyn Compose, pace: Pace) -> Result<bool> {
    let due = next_mail_due(app).await?;
    if due.is_none_or(|due| due > app.clock().now_ms()) {
        return Ok(true);
    }
    drop_stale_mails(app).await?;
    send_due(app, post, words, pace).await
}

/// Sends the mails that are due, and answers whether it came to an end of them: it stops where the mail server does
/// not answer at all.
///
/// # Errors
///
/// When the database fails; the mail server's failures are written down with the mails.
pub async fn send_due(app: &App, post: &Post, words: &dyn Compose, pace: Pace) -> Result<bool> {
    while let Some(parcel) = claim_mail(app).await? {
        let letter = words.compose(&parcel);
        let sent = post.send(&app.settings(), &parcel, &letter).await;
        let is_silent = sent.as_ref().is_err_and(|failure| failure.is_silence());
        let outcome = match sent {
            Ok(()) => Outcome::Sent,
            Err(failure) if failure.is_final() => Outcome::Never(failure.to_string()),
            Err(failure) if failure.is_silence() => Outcome::Unknown(failure.to_string()),
            Err(failure) => Outcome::Later(failure.to_string()),
        };
        if !matches!(outcome, Outcome::Sent) {
            tracing::warn!(mail = parcel.message_id, ?outcome, "a mail was not sent");
        }
        settle_mail(app, &parcel, outcome, pace).await?;
        if is_silent {
            return Ok(false);
        }
    }
    Ok(true)
}
