//! What waits, and what went out: for administrators.

use std::str::FromStr;

use kanso_db::{params, row};
use kanso_domain::Permission;

use super::MailKind;
use crate::{Actor, App, Error, Kind, Result};

/// How many mails are listed at most.
const LISTED: i64 = 100;

/// How far a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailState {
    Waiting,
    Sent,
    Dropped,
    Failed,
}

impl FromStr for MailState {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text {
            "waiting" => Self::Waiting,
            "sent" => Self::Sent,
            "dropped" => Self::Dropped,
            "failed" => Self::Failed,
            _ => return Err(Error::Stored(format!("no state of a mail {text:?}"))),
        })
    }
}

/// A mail as administrators see it: not what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMail {
    /// Its id.
    pub id: i64,
    /// Why it is sent.
    pub kind: MailKind,
    /// The name of the account, or the address of who has none.
    pub recipient: String,
    /// How far it is.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was written, in Unix milliseconds.
    pub created_at_ms: i64,
    /// When it is tried next; what it says of a mail that does not wait means nothing.
    pub due_at_ms: i64,
    /// Why it was not sent, or was not yet; empty if nothing went wrong.
    pub reason: String,
}

row! {
    struct Found {
        id: i64 = "m.id",
        kind: String = "m.kind",
        address: Option<String> = "m.address",
        username: Option<String> = "u.username",
        state: String = "m.state",
        attempts: i64 = "m.attempts",
        created_at_ms: i64 = "m.created_at_ms",
        due_at_ms: i64 = "m.due_at_ms",
        reason: Option<String> = "m.reason",
    }
}

/// The newest mails, newest first, for administrators.
#[crate::use_case]
pub async fn list_mails(app: &App, actor: &Actor) -> Result<Vec<ListedMail>> {
    actor.require(Permission::Administrate)?;
    let list = format!(
        "SELECT {} FROM mails m LEFT JOIN users u ON u.id = m.user_id ORDER BY m.id DESC LIMIT $1",
        Found::COLUMNS
    );
    let found =
        app.read(move |conn| Box::pin(async move { Ok(conn.all::<Found>(&list, params![LISTED]).await?) }));
    found.await?.into_iter().map(ListedMail::try_from).collect()
}

/// Lets a mail that waits for another attempt be tried at once, for administrators.
///
/// # Errors
///
/// [`Kind::Delivery`] when it does not wait.
#[crate::use_case]
pub async fn retry_mail(app: &App, actor: &Actor, mail: i64) -> Result<()> {
    const RETRY: &str = "UPDATE mails SET due_at_ms = $1 WHERE id = $2 AND state = 'waiting'";
    actor.require(Permission::Administrate)?;
    let now = app.clock().now_ms();
    let retried =
        app.note(move |conn| Box::pin(async move { Ok(conn.execute(RETRY, params![now, mail]).await?) }));
    if retried.await? == 0 { Err(Error::NotFound(Kind::Delivery)) } else { Ok(()) }
}

impl TryFrom<Found> for ListedMail {
    type Error = Error;

    fn try_from(found: Found) -> Result<Self> {
        Ok(Self {
            id: found.id,
            kind: found.kind.parse()?,
            recipient: found.username.or(found.address).unwrap_or_default(),
            state: found.state.parse()?,
            attempts: found.attempts,
            created_at_ms: found.created_at_ms,
            due_at_ms: found.due_at_ms,
            reason: found.reason.unwrap_or_default(),
        })
    }
}
