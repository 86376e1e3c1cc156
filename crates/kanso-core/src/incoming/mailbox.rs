//! How the folder fares that mails come into.

use kanso_db::{params, row};
use kanso_domain::Permission;

use super::entry::{self, ListedIncoming};
use crate::{Actor, App, Result};

/// How much of a complaint is kept, in characters: a server's may hold whole mails.
const LONGEST: usize = 300;

row! {
    struct Found {
        looked_at_ms: i64,
        well_at_ms: Option<i64>,
        error: Option<String>,
    }
}

/// The folder that mails come into, for administrators. Times are in Unix milliseconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The address.
    pub address: String,
    /// When one of the servers last looked.
    pub looked_at_ms: Option<i64>,
    /// When all that was there was last handled.
    pub well_at_ms: Option<i64>,
    /// Why the last look ended early.
    pub error: Option<String>,
    /// The newest mails, newest first.
    pub newest: Vec<ListedIncoming>,
}

/// The folder that mails come into, for administrators; `None` when no mails come in.
#[crate::use_case]
pub async fn find_mailbox(app: &App, actor: &Actor) -> Result<Option<Mailbox>> {
    actor.require(Permission::Administrate)?;
    let Some(address) = app.mail_in().map(super::MailIn::address) else { return Ok(None) };
    let find = format!("SELECT {} FROM mailbox WHERE id = 1", Found::COLUMNS);
    let found = app.read(move |conn| {
        Box::pin(async move { Ok((conn.one::<Found>(&find, &[]).await?, entry::list(conn).await?)) })
    });
    let (found, newest) = found.await?;
    let (looked_at_ms, well_at_ms, error) =
        found.map(|found| (Some(found.looked_at_ms), found.well_at_ms, found.error)).unwrap_or_default();
    Ok(Some(Mailbox { address, looked_at_ms, well_at_ms, error, newest }))
}

/// Writes down that somebody looked into the folder, and why that ended early if it did.
#[crate::use_case]
pub async fn note_look(app: &App, error: Option<String>) -> Result<()> {
    const NOTE: &str = "INSERT INTO mailbox (id, looked_at_ms, well_at_ms, error) VALUES (1, $1, $2, $3) \
        ON CONFLICT (id) DO UPDATE SET looked_at_ms = excluded.looked_at_ms, error = excluded.error, \
        well_at_ms = COALESCE(excluded.well_at_ms, mailbox.well_at_ms)";
    let now = app.clock().now_ms();
    let error: Option<String> = error
        .map(|error| error.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect());
    app.note(move |conn| {
        Box::pin(async move {
            let well = error.is_none().then_some(now);
            conn.execute(NOTE, params![now, well, error]).await?;
            Ok(())
        })
    })
    .await
}
