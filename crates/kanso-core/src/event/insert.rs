//! Entering events in the log, so that those who read it by number miss none.

use kanso_db::{Conn, Param, dialect};
use kanso_domain::EventId;

use crate::Result;

macro_rules! columns {
    () => {
        "INSERT INTO events (project_id, task_id, event, snapshot, actor_id, actor, cause_id, created_at, salt, depth, \
         chain_id) "
    };
}

macro_rules! values {
    () => {
        "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11"
    };
}

/// Enters an event. On PostgreSQL the first of a transaction announces that events with higher numbers may come until
/// the commit; `is_announced` remembers that.
pub(crate) async fn insert(conn: &Conn, is_announced: &mut bool, values: &[Param<'_>]) -> Result<EventId> {
    const INSERT: &str = concat!(columns!(), "VALUES (", values!(), ")");
    let announced = dialect::announced(conn.kind(), "events").filter(|_| !*is_announced);
    *is_announced = true;
    let id = match announced {
        Some(announced) => {
            let insert = format!(concat!(columns!(), "SELECT ", values!(), " WHERE {}"), announced);
            conn.insert(&insert, values).await?
        }
        None => conn.insert(INSERT, values).await?,
    };
    Ok(id.into())
}

/// The highest number up to which no event can appear any more.
///
/// Numbers are given in order, but on PostgreSQL not committed in order. Whoever took a number below the highest one
/// seen here had announced it before; they are under way still, or were committed before the log is read.
pub(super) async fn settled(conn: &Conn) -> Result<i64> {
    const LATEST: &str = "SELECT COALESCE(MAX(id), 0) FROM events";
    let (latest,) = conn.one::<(i64,)>(LATEST, &[]).await?.unwrap_or_default();
    let Some(lowest) = dialect::lowest_announced(conn.kind()) else { return Ok(latest) };
    let lowest = conn.one::<(Option<i64>,)>(&lowest, &[]).await?.and_then(|(lowest,)| lowest);
    Ok(lowest.map_or(latest, |lowest| latest.min(lowest)))
}
