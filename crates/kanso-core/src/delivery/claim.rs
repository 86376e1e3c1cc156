//! Taking due deliveries, so that nobody else sends them meanwhile.

mod due;
mod leave;
mod release;

use kanso_db::{Conn, Param, dialect, params, row};
use kanso_domain::schedule::Pace;
use kanso_domain::{DeliveryId, EndpointId, EventName};

use self::leave::Leave;
use self::release::give_up;
use super::{Claimed, rows};
use crate::event::Logged;
use crate::{App, Error, Result};

pub use self::due::next_due;
pub use self::release::release_deliveries;

/// How long a claim holds, in milliseconds: longer than any attempt may take. When the process dies in
/// between, the delivery is sent again after this time, with the same id.
const LEASE: i64 = 60_000;

/// What is claimed.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// For which endpoint.
    pub endpoint: EndpointId,
    /// How many at most.
    pub limit: usize,
    /// How many a second, if that is limited.
    pub rate: Option<f64>,
    /// How fast the breaker's pauses pass.
    pub pace: Pace,
}

/// What a claim came to.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// Oldest first.
    pub deliveries: Vec<Claimed>,
    /// Whether the breaker is open; then what was claimed is the one that tries.
    pub is_open: bool,
    /// When more may be claimed (Unix milliseconds), if the breaker or the rate was in the way.
    pub next_at_ms: Option<i64>,
}

/// Whether no recovery of the endpoint `$1` may still enter events before that of the delivery `d`.
const NOT_BEFORE_RECOVERED: &str = "d.event_id <= COALESCE((SELECT MIN(r.cursor_id) FROM recoveries r \
    WHERE r.endpoint_id = $1 AND r.state = 'running'), 9223372036854775807)";

/// The first of those of the endpoint `$1` that wait behind all others (`$2`).
const FIRST: &str = "(SELECT f.id FROM deliveries f WHERE f.endpoint_id = $1 AND f.order_key = $2 \
    AND f.state = 'waiting' ORDER BY f.event_id, f.id LIMIT 1)";

row! {
    struct ClaimedRow {
        id: DeliveryId as i64 = "d.id",
        event_id: i64 = "d.event_id",
        event_name: String = "d.event_name",
        message_id: String = "d.message_id",
        order_key: i64 = "d.order_key",
        attempts: i64 = "d.attempts",
        earlier_attempts: i64 = "d.earlier_attempts",
        body: Option<String> = "d.body",
        project: i64 = "e.project_id",
        event: String = "e.event",
        snapshot: String = "e.snapshot",
        salt: String = "e.salt",
        cause_id: Option<i64> = "e.cause_id",
        depth: i64 = "e.depth",
        actor_id: i64 = "e.actor_id",
        actor: Option<String> = "e.actor",
        at: i64 = "e.created_at",
    }
}

/// Claims due deliveries of an endpoint, as many as its breaker and its rate allow.
///
/// A delivery waits for those of earlier events with the same order key: it is due only when they are settled. While
/// it is being made up for what the endpoint missed, it waits for that too: earlier events may be entered yet.
#[crate::use_case]
pub async fn claim_deliveries(app: &App, ask: Ask) -> Result<Taken> {
    let now = app.clock().now_ms();
    let (claimed, leave) = app
        .note(move |conn| {
            Box::pin(async move {
                let leave = Leave::ask(conn, ask, now).await?;
                let claimed = claim(conn, ask.endpoint, now, leave.count).await?;
                leave.pay(conn, ask.endpoint, now, claimed.len()).await?;
                Ok((claimed, leave))
            })
        })
        .await?;
    let mut taken = Taken { is_open: leave.is_open, next_at_ms: leave.next_at_ms, ..Taken::default() };
    for row in claimed {
        let id = row.id;
        match row.claimed(now + LEASE) {
            Ok(delivery) => taken.deliveries.push(delivery),
            Err(error) => give_up(app, id, error.to_string()).await?,
        }
    }
    taken.deliveries.sort_by_key(|delivery| delivery.id);
    Ok(taken)
}

async fn claim(conn: &Conn, endpoint: EndpointId, now: i64, limit: usize) -> Result<Vec<ClaimedRow>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let mut claimed = find_first(conn, endpoint, now).await?;
    let rest = limit.saturating_sub(claimed.len());
    if rest > 0 {
        claimed.extend(find_ready(conn, endpoint, now, rest).await?);
    }
    lease(conn, &claimed, now + LEASE).await?;
    claimed.iter_mut().for_each(|row| row.attempts += 1);
    Ok(claimed)
}

/// The first of those that wait behind all others, if it is due. Whoever holds it: nobody gets the second.
async fn find_first(conn: &Conn, endpoint: EndpointId, now: i64) -> Result<Vec<ClaimedRow>> {
    let find = format!(
        "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.id = {FIRST} \
         AND d.state = 'waiting' AND d.due_at_ms <= $3 AND d.leased_until_ms <= $3 AND {NOT_BEFORE_RECOVERED}{}",
        ClaimedRow::COLUMNS,
        dialect::skip_locked_in(conn.kind(), "d")
    );
    Ok(conn.all(&find, params![endpoint.get(), super::ONE_BY_ONE, now]).await?)
}

/// Those that are due and wait for no earlier one, in the order in which they are due.
async fn find_ready(conn: &Conn, endpoint: EndpointId, now: i64, limit: usize) -> Result<Vec<ClaimedRow>> {
    let find = format!(
        "SELECT {} FROM deliveries d{} JOIN events e ON e.id = d.event_id WHERE d.endpoint_id = $1 \
         AND d.state = 'waiting' AND d.order_key > -9000000000000000000 \
         AND d.due_at_ms <= $2 AND d.leased_until_ms <= $2 AND (d.order_key = 0 OR (NOT EXISTS (\
           SELECT 1 FROM deliveries p WHERE p.endpoint_id = d.endpoint_id AND p.order_key = d.order_key \
           AND p.state = 'waiting' AND (p.event_id, p.id) < (d.event_id, d.id)) AND {NOT_BEFORE_RECOVERED})) \
         ORDER BY d.due_at_ms, d.id LIMIT $3{}",
        ClaimedRow::COLUMNS,
        dialect::found_by(conn.kind(), Some("deliveries_ready")),
        dialect::skip_locked_in(conn.kind(), "d")
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(conn.all(&find, params![endpoint.get(), now, limit]).await?)
}

async fn lease(conn: &Conn, claimed: &[ClaimedRow], until: i64) -> Result<()> {
    for slice in rows::slices(claimed) {
        let lease = format!(
            "UPDATE deliveries SET leased_until_ms = $1, attempts = attempts + 1 WHERE id IN ({})",
            rows::list(slice.len(), 1)
        );
        let mut values = vec![Param::from(until)];
        values.extend(slice.iter().map(|row| Param::from(row.id.get())));
        conn.execute(&lease, &values).await?;
    }
    Ok(())
}

impl ClaimedRow {
    fn claimed(self, leased_until_ms: i64) -> Result<Claimed> {
        let unknown = || Error::Stored(format!("no event name {:?}", self.event_name));
        Ok(Claimed {
            id: self.id,
            name: EventName::parse(&self.event_name).ok_or_else(unknown)?,
            message_id: self.message_id,
            order_key: self.order_key,
            attempt: usize::try_from(self.attempts).unwrap_or(1),
            tries: usize::try_from(self.attempts - self.earlier_attempts).unwrap_or(1),
            leased_until_ms,
            body: self.body,
            event: Logged {
                id: self.event_id.into(),
                project: self.project.into(),
                event: serde_json::from_str(&self.event)?,
                snapshot: serde_json::from_str(&self.snapshot)?,
                salt: self.salt,
                cause: self.cause_id.map(Into::into),
                depth: self.depth,
                actor_id: self.actor_id.into(),
                actor: self.actor,
                at: self.at,
            },
        })
    }
}
