//! Taking a mail in.

use kanso_domain::TaskId;

use super::carry_out::carry_out;
use super::draft::Draft;
use super::entry::{self, Entry, IncomingState};
use super::sender::{self, Sender};
use super::{IncomingMail, Refusal, answer, place};
use crate::mail::Compose;
use crate::{Actor, App, Error, Result};

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is this task now.
    Task(TaskId),
    /// It was added to this task.
    Comment(TaskId),
    /// It became nothing.
    Refused(Refusal),
    /// It was handled before.
    Known,
}

/// Makes a task or a comment of a mail, with the rights of who sent it, or writes down why not. The same mail becomes
/// something at most once, whoever brings it and however often; what was refused before is judged anew.
///
/// `words` says what a task is called whose mail was about nothing.
///
/// # Errors
///
/// When it is worth bringing the mail again later; nothing was changed then.
#[crate::use_case]
pub async fn take_in(app: &App, mail: IncomingMail, words: &dyn Compose) -> Result<Outcome> {
    if entry::is_settled(app, &mail.fingerprint).await? {
        return Ok(Outcome::Known);
    }
    let entry = Entry::of(&mail);
    if let Some(refusal) = mail.objection.filter(|refusal| !refusal.is_told()) {
        return refuse(app, entry, None, refusal).await;
    }
    let [address] = &mail.from[..] else {
        return refuse(app, entry, None, mail.objection.unwrap_or(Refusal::Sender)).await;
    };
    let Some(sender) = sender::find(app, address).await? else {
        return refuse(app, entry, None, Refusal::Sender).await;
    };
    let actor = sender.actor.clone();
    match try_to(app, mail, sender, entry.clone(), words).await? {
        Ok(outcome) => Ok(outcome),
        Err(refusal) => refuse(app, entry, Some(actor), refusal).await,
    }
}

async fn try_to(
    app: &App,
    mail: IncomingMail,
    sender: Sender,
    entry: Entry,
    words: &dyn Compose,
) -> Result<Result<Outcome, Refusal>> {
    if let Some(refusal) = mail.objection {
        return Ok(Err(refusal));
    }
    let place = match place::find(app, &mail).await? {
        Ok(place) => place,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(draft) = Draft::of(mail, place, words.untitled(&sender.language)) else {
        return Ok(Err(Refusal::Empty));
    };
    match carry_out(app, &sender.actor, draft, place, entry).await {
        Ok(outcome) => Ok(Ok(outcome)),
        Err(error) => refusal_of(error).map(Err),
    }
}

/// Why it was refused; an error when it may work another time.
fn refusal_of(error: Error) -> Result<Refusal> {
    match error {
        Error::NotFound(_) => Ok(Refusal::Address),
        Error::Forbidden(_) => Ok(Refusal::Rights),
        Error::Invalid(_) => Ok(Refusal::Unacceptable),
        Error::Conflict(_) | Error::Overloaded | Error::Database(_) | Error::Stored(_) => Err(error),
    }
}

/// Writes down that it was refused, and tells its sender if they can be told.
async fn refuse(app: &App, entry: Entry, sender: Option<Actor>, refusal: Refusal) -> Result<Outcome> {
    let now = app.clock().now_ms();
    let is_told = app.sends_mail() && refusal.is_told();
    let state = if refusal == Refusal::Automatic { IncomingState::Ignored } else { IncomingState::Refused };
    let noted = app.note(move |conn| {
        Box::pin(async move {
            let Some(entry) = entry.write(conn, state, Some(refusal), now).await? else { return Ok(()) };
            if let Some(sender) = sender.filter(|_| is_told) {
                answer::answer(conn, sender.user_id(), entry, now).await?;
            }
            Ok(())
        })
    });
    noted.await?;
    Ok(Outcome::Refused(refusal))
}
