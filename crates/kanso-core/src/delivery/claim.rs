//! Taking due deliveries, so that nobody else sends them meanwhile.

use kanso_db::{Conn, Param, dialect, params, row};
use kanso_domain::breaker::{self, Breaker, Gate};
use kanso_domain::schedule::Pace;
use kanso_domain::{DeliveryId, EndpointId, EventName, rate};

use super::{Claimed, rows};
use crate::event::Logged;
use crate::{App, Error, Result};

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

/// What may be claimed now.
#[derive(Default)]
struct Leave {
    count: usize,
    is_open: bool,
    next_at_ms: Option<i64>,
    /// The rate, and up to when it is used up.
    rate: Option<(f64, i64)>,
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
                let leave = ask_leave(conn, ask, now).await?;
                let claimed = claim(conn, ask.endpoint, now, leave.count).await?;
                if let Some((rate, paid)) = leave.rate
                    && !claimed.is_empty()
                {
                    let paid = rate::pass(rate, paid, now, claimed.len()).paid_until_us;
                    let values = params![paid, ask.endpoint.get()];
                    const PAY: &str = "UPDATE endpoint_health SET paid_until_us = $1 WHERE endpoint_id = $2";
                    conn.execute(PAY, values).await?;
                }
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

/// Asks the breaker and the rate.
async fn ask_leave(conn: &Conn, ask: Ask, now: i64) -> Result<Leave> {
    const FIND: &str = "SELECT open_until_ms, paid_until_us FROM endpoint_health WHERE endpoint_id = $1";
    const PROBE: &str =
        "UPDATE endpoint_health SET open_until_ms = $1 WHERE endpoint_id = $2 AND open_until_ms = $3";
    let endpoint = ask.endpoint.get();
    if ask.rate.is_some() {
        super::health::lock(conn, ask.endpoint).await?;
    }
    let stored = conn.one::<(Option<i64>, i64)>(FIND, params![endpoint]).await?;
    let (open_until, paid) = stored.unwrap_or_default();
    let mut breaker = Breaker::stored(breaker::Recent::default(), open_until);
    match breaker.gate(now) {
        Gate::Shut(until) => return Ok(Leave { is_open: true, next_at_ms: Some(until), ..Leave::default() }),
        Gate::Probe => {
            breaker.probe(now, ask.pace.take_ms(breaker::PAUSE));
            let next_at_ms = breaker.open_until_ms();
            // Of several servers one gets to try.
            let is_probe = conn.execute(PROBE, params![next_at_ms, endpoint, open_until]).await? == 1;
            return Ok(Leave { count: usize::from(is_probe), is_open: true, next_at_ms, rate: None });
        }
        Gate::Free => {}
    }
    Ok(match ask.rate {
        None => Leave { count: ask.limit, ..Leave::default() },
        Some(rate) => {
            let pass = rate::pass(rate, paid, now, ask.limit);
            let next_at_ms = (pass.count < ask.limit).then_some(pass.next_at_ms);
            Leave { count: pass.count, is_open: false, next_at_ms, rate: Some((rate, paid)) }
        }
    })
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

/// Gives claims back whose attempts were not made, so that others may make them.
#[crate::use_case]
pub async fn release_deliveries(app: &App, claims: Vec<(DeliveryId, usize)>) -> Result<()> {
    const RELEASE: &str = "UPDATE deliveries SET attempts = attempts - 1, leased_until_ms = 0 \
        WHERE id = $1 AND attempts = $2 AND state = 'waiting'";
    app.note(move |conn| {
        Box::pin(async move {
            for (delivery, attempt) in claims {
                let attempt = i64::try_from(attempt).unwrap_or(i64::MAX);
                conn.execute(RELEASE, params![delivery.get(), attempt]).await?;
            }
            Ok(())
        })
    })
    .await
}

/// Gives a delivery up whose event this program cannot read, so that it does not hold up the others.
async fn give_up(app: &App, delivery: DeliveryId, reason: String) -> Result<()> {
    const GIVE_UP: &str =
        "UPDATE deliveries SET state = 'failed', settled_at_ms = $1, leased_until_ms = 0 WHERE id = $2";
    const LOG: &str = "INSERT INTO attempts (delivery_id, number, started_at_ms, duration_ms, request, error) \
        SELECT id, attempts, $1, 0, '', $2 FROM deliveries WHERE id = $3";
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(GIVE_UP, params![now, delivery.get()]).await?;
            conn.execute(LOG, params![now, reason, delivery.get()]).await?;
            Ok(())
        })
    })
    .await
}

/// When the endpoint's next delivery may be claimed, in Unix milliseconds; `None` while nothing waits.
#[crate::use_case]
pub async fn next_due(app: &App, endpoint: EndpointId) -> Result<Option<i64>> {
    let now = app.clock().now_ms();
    let due = app.read(move |conn| {
        Box::pin(async move {
            let first = format!(
                "SELECT d.due_at_ms FROM deliveries d WHERE d.id = {FIRST} AND d.leased_until_ms <= $3 \
                 AND {NOT_BEFORE_RECOVERED}"
            );
            let ready = format!(
                "SELECT d.due_at_ms FROM deliveries d{} WHERE d.endpoint_id = $1 AND d.state = 'waiting' \
                 AND d.order_key > -9000000000000000000 AND d.leased_until_ms <= $2 \
                 AND (d.order_key = 0 OR {NOT_BEFORE_RECOVERED}) ORDER BY d.due_at_ms, d.id LIMIT 1",
                dialect::found_by(conn.kind(), Some("deliveries_ready"))
            );
            let endpoint = endpoint.get();
            let first = conn.one::<(i64,)>(&first, params![endpoint, super::ONE_BY_ONE, now]).await?;
            let ready = conn.one::<(i64,)>(&ready, params![endpoint, now]).await?;
            Ok(ready.into_iter().chain(first).map(|(due,)| due).min())
        })
    });
    due.await
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
