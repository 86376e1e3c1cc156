//! What an endpoint should have got and has not.

use kanso_db::{Conn, Param, params, row};
use kanso_domain::{DeliveryId, Event, EventId, EventName, ProjectId};

use super::{Reason, State};
use crate::change::{DEEPEST, LONGEST};
use crate::endpoint::{Endpoint, Sight, TaskFilter};
use crate::event::{Snapshot, uid};
use crate::{Result, Settings};

/// How many events are looked at in one go.
const BATCH: i64 = 200;

row! {
    struct EventRow {
        id: EventId as i64,
        project_id: ProjectId as i64,
        event: String,
        snapshot: String,
        salt: String,
        depth: i64,
        chain_id: Option<i64>,
    }
}

row! {
    struct KnownRow {
        id: DeliveryId as i64 = "d.id",
        event_id: EventId as i64 = "d.event_id",
        event_name: String = "d.event_name",
        state: String = "d.state",
        reason: Option<String> = "d.reason",
    }
}

/// A delivery that was not made.
pub(super) struct Missed {
    pub(super) project: ProjectId,
    pub(super) id: EventId,
    pub(super) event: Event,
    pub(super) name: EventName,
    /// Which of the event's names this is, from 0.
    pub(super) number: usize,
    /// What the event is called outside.
    pub(super) uid: String,
    /// The delivery that was given up or skipped; `None` when there is none.
    pub(super) known: Option<DeliveryId>,
}

/// What was found in one go.
pub(super) struct Found {
    /// In the order of the events.
    pub(super) missed: Vec<Missed>,
    /// The events after this one come next.
    pub(super) cursor: EventId,
    pub(super) is_end: bool,
}

/// Looks for what an endpoint missed, by its rules as they are now.
///
/// - What it has not got because it failed too often, or because the endpoint was paused or switched off.
/// - What there is no delivery of, because it asked for other events, or was not there yet. Its filter is asked about
///   the tasks as they are now.
///
/// What was left out because of its filter or at the end of a chain stays so, and so does what it no longer asks for
/// by name, or may not see.
pub(super) struct Search<'a> {
    endpoint: &'a Endpoint,
    filter: TaskFilter,
    sight: Sight,
    since: i64,
    last: EventId,
}

impl<'a> Search<'a> {
    /// For events from `since_ms`, up to `last`.
    pub(super) fn new(
        endpoint: &'a Endpoint,
        since_ms: i64,
        last: EventId,
        (settings, now): (&Settings, i64),
    ) -> Self {
        let since = since(since_ms, settings, now);
        let filter = TaskFilter::of(endpoint, settings, now);
        Self { endpoint, filter, sight: endpoint.sight(), since, last }
    }

    /// What was missed of the next events after this one.
    pub(super) async fn after(&self, conn: &Conn, cursor: EventId) -> Result<Found> {
        let events = self.events(conn, cursor).await?;
        let is_end = i64::try_from(events.len()).is_ok_and(|count| count < BATCH);
        let cursor = events.last().map_or(cursor, |event| event.id);
        let known = match (events.first(), events.last()) {
            (Some(first), Some(last)) => self.known(conn, first.id, last.id).await?,
            _ => Vec::new(),
        };
        let mut missed = Vec::new();
        for row in events {
            let own: Vec<&KnownRow> = known.iter().filter(|known| known.event_id == row.id).collect();
            missed.extend(self.missed(conn, row, &own).await?);
        }
        Ok(Found { missed, cursor: if is_end { self.last } else { cursor }, is_end })
    }

    async fn events(&self, conn: &Conn, cursor: EventId) -> Result<Vec<EventRow>> {
        let scope = if self.endpoint.project.is_some() { "project_id = $5" } else { "1 = 1" };
        let list = format!(
            "SELECT {} FROM events WHERE id > $1 AND id <= $2 AND created_at >= $3 AND {scope} ORDER BY id LIMIT $4",
            EventRow::COLUMNS
        );
        let mut values =
            vec![Param::from(cursor.get()), self.last.get().into(), self.since.into(), BATCH.into()];
        values.extend(self.endpoint.project.map(|project| Param::from(project.get())));
        Ok(conn.all(&list, &values).await?)
    }

    /// The endpoint's deliveries of these events, oldest first.
    ///
    /// The cross join and the plus make SQLite begin with the events, not with all deliveries of the endpoint.
    async fn known(&self, conn: &Conn, first: EventId, last: EventId) -> Result<Vec<KnownRow>> {
        let scope = if self.endpoint.project.is_some() { "e.project_id = $4" } else { "1 = 1" };
        let list = format!(
            "SELECT {} FROM events e CROSS JOIN deliveries d WHERE e.id >= $1 AND e.id <= $2 AND {scope} \
             AND d.event_id = e.id AND +d.endpoint_id = $3 ORDER BY d.id",
            KnownRow::COLUMNS
        );
        let mut values = vec![Param::from(first.get()), last.get().into(), self.endpoint.id.get().into()];
        values.extend(self.endpoint.project.map(|project| Param::from(project.get())));
        Ok(conn.all(&list, &values).await?)
    }

    /// What was missed of one event, of which these deliveries are known.
    async fn missed(&self, conn: &Conn, row: EventRow, known: &[&KnownRow]) -> Result<Vec<Missed>> {
        let (Ok(event), Ok(snapshot)) =
            (serde_json::from_str::<Event>(&row.event), serde_json::from_str::<Snapshot>(&row.snapshot))
        else {
            tracing::error!(event = %row.id, "an event of the log cannot be read: it is not recovered");
            return Ok(Vec::new());
        };
        if self.sight.unseen(&event, snapshot.comment.as_deref()).is_some() {
            return Ok(Vec::new());
        }
        let mut missed = Vec::new();
        for (number, name) in event.names().enumerate().filter(|(_, name)| self.endpoint.wants(*name)) {
            let known: Vec<&KnownRow> =
                known.iter().copied().filter(|known| known.event_name == name.as_str()).collect();
            let again = known.iter().find(|known| known.was_missed()).map(|known| known.id);
            let is_missed = match known.is_empty() {
                true => self.is_new(conn, &row, &event).await?,
                false => again.is_some() && !known.iter().any(|known| known.is_settled_well()),
            };
            if is_missed {
                let (project, id, uid) = (row.project_id, row.id, uid(row.id, &row.salt));
                missed.push(Missed { project, id, event: event.clone(), name, number, uid, known: again });
            }
        }
        Ok(missed)
    }

    /// Whether an event that there is no delivery of is to be entered.
    async fn is_new(&self, conn: &Conn, row: &EventRow, event: &Event) -> Result<bool> {
        const BEFORE: &str = "SELECT COUNT(*) FROM (SELECT e.id FROM events e WHERE e.chain_id = $1 AND e.id < $2 LIMIT $3) AS chain";
        if row.depth > DEEPEST || !self.filter.admits(conn, event.task()).await? {
            return Ok(false);
        }
        let Some(chain) = row.chain_id else { return Ok(true) };
        let before = conn.one::<(i64,)>(BEFORE, params![chain, row.id.get(), LONGEST]).await?;
        Ok(before.is_none_or(|(before,)| before < LONGEST))
    }
}

impl KnownRow {
    fn was_missed(&self) -> bool {
        match State::parse(&self.state) {
            Some(State::Failed) => true,
            Some(State::Skipped) => {
                let reason = self.reason.as_deref().and_then(Reason::parse);
                matches!(reason, Some(Reason::Paused | Reason::Disabled))
            }
            Some(State::Waiting | State::Delivered) | None => false,
        }
    }

    /// Whether it arrived, or is on its way.
    fn is_settled_well(&self) -> bool {
        matches!(State::parse(&self.state), Some(State::Waiting | State::Delivered))
    }
}

/// From when on events are looked at, in Unix seconds: no longer ago than the log of deliveries is kept, for what was
/// delivered before is not known any more.
pub(super) fn since(since_ms: i64, settings: &Settings, now: i64) -> i64 {
    const DAY: i64 = 86_400;
    const DAYS_KEPT: i64 = 30;
    let days: i64 = settings.get("webhook_attempts_days").parse().unwrap_or(DAYS_KEPT);
    since_ms.div_euclid(1000).max(now - days * DAY)
}

/// The event after which those from `since` (Unix seconds) come, or one shortly before it; 0 for the first.
///
/// The log has no index by time. Numbers follow time but for changes that waited for each other and clocks that were
/// set: hence the hour.
pub(super) async fn before(conn: &Conn, since: i64, last: EventId) -> Result<EventId> {
    const NEXT: &str = "SELECT id, created_at FROM events WHERE id > $1 ORDER BY id LIMIT 1";
    const HOUR: i64 = 3_600;
    let (mut low, mut high) = (0, last.get());
    while low < high {
        let middle = low + (high - low) / 2;
        match conn.one::<(i64, i64)>(NEXT, params![middle]).await? {
            Some((id, at)) if at < since - HOUR => low = id,
            _ => high = middle,
        }
    }
    Ok(low.into())
}

/// The latest event there is.
pub(super) async fn latest(conn: &Conn) -> Result<EventId> {
    const LATEST: &str = "SELECT COALESCE(MAX(id), 0) FROM events";
    Ok(conn.one::<(i64,)>(LATEST, &[]).await?.map_or_else(EventId::default, |(id,)| id.into()))
}
