//! Reading one event.

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::{EventId, Permission};

use super::{EventRow, Logged};
use crate::access::require;
use crate::{Actor, App, Error, Kind, Result};

/// An event, for who may see its project now; what belongs to no project is for administrators.
///
/// # Errors
///
/// [`Kind::Event`] when it is not there, or is not the actor's to see.
#[crate::use_case]
pub async fn find_event(app: &App, actor: &Actor, event: EventId) -> Result<Logged> {
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            let found = load(conn, event).await?;
            let seen = match found.project.is_none() {
                true => actor.require(Permission::Administrate),
                false => require(conn, &actor, found.project, Permission::ViewProject).await,
            };
            match seen {
                Ok(()) if found.is_visible_to(actor.application_role()) => Ok(found),
                Ok(()) | Err(Error::Forbidden(_) | Error::NotFound(_)) => Err(Error::NotFound(Kind::Event)),
                Err(error) => Err(error),
            }
        })
    })
    .await
}

/// An event, whoever asks.
pub(crate) async fn load(conn: &Conn, event: EventId) -> Result<Logged> {
    let find = format!("SELECT {} FROM events WHERE id = $1", EventRow::COLUMNS);
    let found = conn.one::<EventRow>(&find, params![event.get()]).await?;
    found.ok_or(Error::NotFound(Kind::Event))?.try_into()
}

/// Those of these events that are there, by their ids, whoever asks.
pub(crate) async fn events_by_id(
    conn: &Conn,
    ids: impl Iterator<Item = i64> + Send,
) -> Result<HashMap<i64, Logged>> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let find = format!("SELECT {} FROM events WHERE id IN ({})", EventRow::COLUMNS, ids.join(", "));
    let rows = conn.all::<EventRow>(&find, &[]).await?;
    rows.into_iter().map(|row| Ok((row.id, Logged::try_from(row)?))).collect()
}
