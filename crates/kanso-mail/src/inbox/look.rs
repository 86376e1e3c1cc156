//! Looking into the folder, for ever.

use std::time::Duration;

use kanso_core::incoming::{Outcome, Refusal, note_look, take_in};
use kanso_core::mail::Compose;
use kanso_core::{App, Result};
use tokio::select;
use tokio::task::spawn_blocking;

use super::config::Inbox;
use super::read;
use super::session::{Mark, Message, Session};
use super::trouble::Trouble;

/// Looks into the folder again and again, until `stop`.
///
/// It may be killed at any point, and several servers may do this: no mail is lost, and none becomes something twice.
pub async fn run_inbox(app: App, inbox: Inbox, words: &dyn Compose, stop: impl Future<Output = ()>) {
    tracing::info!(
        host = inbox.host,
        folder = inbox.folder,
        address = inbox.mail_in().address(),
        "mails come in"
    );
    select! {
        () = stop => {}
        () = keep_looking(&app, &inbox, words) => {}
    }
}

async fn keep_looking(app: &App, inbox: &Inbox, words: &dyn Compose) {
    let mut was_well = true;
    loop {
        let trouble = match look(app, inbox, words).await {
            Ok(trouble) => trouble,
            Err(error) => Some(error.to_string()),
        };
        match &trouble {
            Some(trouble) if was_well => tracing::warn!(trouble, "mails do not come in; trying again"),
            Some(_) => {}
            None if was_well => {}
            None => tracing::info!("mails come in again"),
        }
        was_well = trouble.is_none();
        app.clock().wait_until(app.clock().now_ms() + millis(inbox.pause)).await;
    }
}

/// Handles all that is unread in the folder, and answers why that ended early or something was left, if so. That is
/// written down, too.
///
/// # Errors
///
/// When the database fails.
pub async fn look(app: &App, inbox: &Inbox, words: &dyn Compose) -> Result<Option<String>> {
    let trouble = match Session::open(inbox).await {
        Ok(mut session) => {
            let trouble = handle_all(app, inbox, words, &mut session).await;
            session.close().await;
            trouble
        }
        Err(trouble) => Some(trouble.to_string()),
    };
    note_look(app, trouble.clone()).await?;
    Ok(trouble)
}

/// Handles one message after the other. One that cannot be handled now keeps no other from it.
async fn handle_all(app: &App, inbox: &Inbox, words: &dyn Compose, session: &mut Session) -> Option<String> {
    let unread = match session.unread().await {
        Ok(unread) => unread,
        Err(trouble) => return Some(trouble.to_string()),
    };
    let mut left = None;
    for uid in unread {
        match handle(app, inbox, words, session, uid).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(uid, %error, "a mail stays unread; it is tried again");
                left = Some(error.to_string());
            }
            // The server of the folder is of no use any more.
            Err(trouble) => return Some(trouble.to_string()),
        }
    }
    left
}

async fn handle(
    app: &App,
    inbox: &Inbox,
    words: &dyn Compose,
    session: &mut Session,
    uid: u32,
) -> std::result::Result<Result<()>, Trouble> {
    let mail = match session.fetch(uid, inbox.largest).await? {
        Message::Whole(raw) => {
            let authserv = inbox.authserv.clone();
            // A large one takes a while.
            let read = spawn_blocking(move || read::whole(&raw, authserv.as_deref())).await;
            read.map_err(|error| Trouble::Server(error.to_string()))?
        }
        Message::Header(raw) => read::header(&raw, inbox.authserv.as_deref()),
        Message::Gone => return Ok(Ok(())),
    };
    let outcome = match take_in(app, mail, words).await {
        Ok(outcome) => outcome,
        Err(error) => return Ok(Err(error)),
    };
    tracing::debug!(uid, ?outcome, "a mail came in");
    let mark = match outcome {
        Outcome::Refused(refusal) if refusal != Refusal::Automatic => Mark::Refused,
        Outcome::Refused(_) | Outcome::Task(_) | Outcome::Comment(_) | Outcome::Known => Mark::Done,
    };
    session.mark(uid, mark).await?;
    Ok(Ok(()))
}

fn millis(pause: Duration) -> i64 {
    i64::try_from(pause.as_millis()).unwrap_or(i64::MAX)
}
