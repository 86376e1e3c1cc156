//! Where an event stands among those that led to it.

use kanso_db::params;
use kanso_domain::{EventId, ProjectId};

use super::Change;
use crate::Result;
use crate::event::uid;

/// How many events may follow from each other before nobody is told of the next.
pub(crate) const DEEPEST: i64 = 5;

/// How many events may follow from one before nobody is told of the next.
pub(crate) const LONGEST: i64 = 100;

/// An event in the log, as what follows from it sees it.
pub(crate) struct Recorded {
    pub(crate) project: ProjectId,
    pub(crate) id: EventId,
    /// What it is called outside.
    pub(crate) uid: String,
    /// Whether so much led to it that nothing may follow: it is in the log, and that is all.
    pub(crate) is_cut: bool,
}

/// The place of an event that is about to be recorded.
pub(super) struct Place {
    pub(super) depth: i64,
    /// The first event of the chain; `None` for one that nothing led to.
    pub(super) chain: Option<EventId>,
    /// What the event that led to it is called outside.
    pub(super) cause: Option<String>,
    pub(super) is_cut: bool,
}

impl Change<'_> {
    /// Where the next event stands.
    pub(super) async fn place(&self) -> Result<Place> {
        const CAUSE: &str = "SELECT depth, chain_id, salt FROM events WHERE id = $1";
        // Counted no further than it matters.
        const LENGTH: &str =
            "SELECT COUNT(*) FROM (SELECT e.id FROM events e WHERE e.chain_id = $1 LIMIT $2) AS chain";
        let alone = Place { depth: 0, chain: None, cause: None, is_cut: false };
        let Some(cause) = self.cause else { return Ok(alone) };
        let found = self.conn.one::<(i64, Option<i64>, String)>(CAUSE, params![cause.get()]).await?;
        let Some((depth, chain, salt)) = found else { return Ok(alone) };
        let (depth, chain) = (depth + 1, chain.unwrap_or(cause.get()));
        let (length,) = self.conn.one::<(i64,)>(LENGTH, params![chain, LONGEST]).await?.unwrap_or_default();
        let is_cut = depth > DEEPEST || length >= LONGEST;
        Ok(Place { depth, chain: Some(chain.into()), cause: Some(uid(cause, &salt)), is_cut })
    }
}
