//! Taking due deliveries, so that nobody else sends them meanwhile.

use kanso_db::{dialect, params, row};
use kanso_domain::{DeliveryId, EndpointId, EventName};

use super::Claimed;
use crate::event::Logged;
use crate::{App, Error, Result};

/// How long a claim holds, in milliseconds: longer than any attempt may take. When the process dies in
/// between, the delivery is sent again after this time, with the same id.
const LEASE: i64 = 60_000;

row! {
    struct ClaimedRow {
        id: DeliveryId as i64,
        event_id: i64,
        event_name: String,
        message_id: String,
        attempts: i64,
        cause: String,
        body: Option<String>,
        project: i64 = "(SELECT e.project_id FROM events e WHERE e.id = deliveries.event_id)",
        event: String = "(SELECT e.event FROM events e WHERE e.id = deliveries.event_id)",
        snapshot: String = "(SELECT e.snapshot FROM events e WHERE e.id = deliveries.event_id)",
        actor_id: i64 = "(SELECT e.actor_id FROM events e WHERE e.id = deliveries.event_id)",
        actor: Option<String> = "(SELECT e.actor FROM events e WHERE e.id = deliveries.event_id)",
        at: i64 = "(SELECT e.created_at FROM events e WHERE e.id = deliveries.event_id)",
    }
}

/// Claims at most `limit` due deliveries of an endpoint, oldest first.
///
/// A delivery waits for the earlier ones of the same task: it is due only when they are settled.
pub async fn claim_deliveries(app: &App, endpoint: EndpointId, limit: usize) -> Result<Vec<Claimed>> {
    let (now, limit) = (app.clock().now_ms(), i64::try_from(limit).unwrap_or(i64::MAX));
    let mut claimed = app
        .note(move |conn| {
            Box::pin(async move {
                let claim = format!(
                    "UPDATE deliveries SET leased_until_ms = $1, attempts = attempts + 1 WHERE id IN (\
                       SELECT d.id FROM deliveries d WHERE d.endpoint_id = $2 AND d.state = 'waiting' \
                       AND d.due_at_ms <= $3 AND d.leased_until_ms <= $3 AND (d.order_key = 0 OR NOT EXISTS (\
                         SELECT 1 FROM deliveries p WHERE p.endpoint_id = d.endpoint_id \
                         AND p.order_key = d.order_key AND p.state = 'waiting' AND p.id < d.id)) \
                       ORDER BY d.due_at_ms, d.id LIMIT $4{}) \
                     AND leased_until_ms <= $3 RETURNING {}",
                    dialect::skip_locked(conn.kind()),
                    ClaimedRow::COLUMNS
                );
                let values = params![now + LEASE, endpoint.get(), now, limit];
                Ok(conn.all::<ClaimedRow>(&claim, values).await?)
            })
        })
        .await?;
    claimed.sort_by_key(|row| row.id);
    let mut readable = Vec::with_capacity(claimed.len());
    for row in claimed {
        let id = row.id;
        match Claimed::try_from(row) {
            Ok(delivery) => readable.push(delivery),
            Err(error) => give_up(app, id, error.to_string()).await?,
        }
    }
    Ok(readable)
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
pub async fn next_due(app: &App, endpoint: EndpointId) -> Result<Option<i64>> {
    const NEXT: &str = "SELECT due_at_ms FROM deliveries WHERE endpoint_id = $1 AND state = 'waiting' \
        AND leased_until_ms <= $2 ORDER BY due_at_ms, id LIMIT 1";
    let now = app.clock().now_ms();
    let due = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(i64,)>(NEXT, params![endpoint.get(), now]).await?) })
    });
    Ok(due.await?.map(|(at,)| at))
}

impl TryFrom<ClaimedRow> for Claimed {
    type Error = Error;

    fn try_from(row: ClaimedRow) -> Result<Self> {
        let unknown = || Error::Stored(format!("no event name {:?}", row.event_name));
        Ok(Self {
            id: row.id,
            name: EventName::parse(&row.event_name).ok_or_else(unknown)?,
            message_id: row.message_id,
            attempt: usize::try_from(row.attempts).unwrap_or(1),
            is_manual: row.cause == "manual",
            body: row.body,
            event: Logged {
                id: row.event_id.into(),
                project: row.project.into(),
                event: serde_json::from_str(&row.event)?,
                snapshot: serde_json::from_str(&row.snapshot)?,
                actor_id: row.actor_id.into(),
                actor: row.actor,
                at: row.at,
            },
        })
    }
}
