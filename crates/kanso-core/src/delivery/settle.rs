//! Writing down how attempts ended, and what comes next.

use kanso_db::{Conn, Param, params};
use kanso_domain::schedule::Pace;
use kanso_domain::{DeliveryId, EndpointId, EventId};

use super::health::{self, Ended};
use super::{ONE_BY_ONE, rows, switch_off};
use crate::{App, Result};

/// How an attempt ended.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Which delivery.
    pub delivery: DeliveryId,
    /// Of which event.
    pub event: EventId,
    /// Which attempt, as it was claimed.
    pub attempt: usize,
    /// What it is delivered one after the other with, as it was claimed.
    pub order_key: i64,
    /// What was sent, when it was made for this attempt.
    pub body: Option<String>,
    /// For the log.
    pub log: NewAttempt,
    /// What becomes of the delivery.
    pub outcome: Outcome,
}

/// What the log keeps of an attempt.
#[derive(Clone, Debug)]
pub struct NewAttempt {
    /// When it began, in Unix milliseconds.
    pub started_at_ms: i64,
    /// How long it took, in milliseconds.
    pub duration_ms: i64,
    /// Request line and headers, the token redacted.
    pub request: String,
    /// The HTTP status of the answer, if there was one.
    pub status: Option<u16>,
    /// The beginning of the answer's body.
    pub answer: Option<String>,
    /// Why it failed, in words.
    pub error: Option<String>,
}

/// What becomes of a delivery after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The receiver took it.
    Delivered,
    /// It is tried again at this time (Unix milliseconds).
    Retry { due_at_ms: i64 },
    /// It is given up.
    Failed,
    /// It is given up, and the receiver wants nothing more: the endpoint is switched off.
    Gone,
}

/// Settles attempts at one endpoint, in the order in which they ended, all in one transaction; answers until when
/// its breaker lets nothing through (Unix milliseconds), if it is open.
///
/// A settlement whose delivery was claimed again by somebody else meanwhile only adds to the log. An endpoint that
/// has failed for too long, or is gone, is switched off.
#[crate::use_case]
pub async fn settle_deliveries(
    app: &App,
    endpoint: EndpointId,
    pace: Pace,
    settlements: Vec<Settlement>,
) -> Result<Option<i64>> {
    let now = app.clock().now_ms();
    let settled = app
        .note(move |conn| {
            Box::pin(async move {
                // First, so that servers that settle the same endpoint's deliveries wait for each other here.
                let Some(health) = health::lock(conn, endpoint).await? else {
                    // The endpoint was removed, and its deliveries with it.
                    return Ok((None, false));
                };
                for slice in rows::slices(&settlements) {
                    log(conn, slice).await?;
                    settle(conn, slice, now).await?;
                }
                for settlement in &settlements {
                    hold_back(conn, endpoint, settlement).await?;
                }
                let ended = settlements.iter().map(Ended::from);
                health::settle(conn, endpoint, health, ended, now, pace).await
            })
        })
        .await?;
    let (open_until_ms, is_doomed) = settled;
    if is_doomed {
        switch_off::switch_off_doomed(app).await?;
    }
    Ok(open_until_ms)
}

async fn settle(conn: &Conn, settlements: &[Settlement], now: i64) -> Result<()> {
    const TYPES: [&str; 6] = ["BIGINT", "BIGINT", "TEXT", "BIGINT", "BIGINT", "TEXT"];
    // What was taken back while it was under way is delivered all the same.
    let settle = format!(
        "UPDATE deliveries SET state = v.column3, due_at_ms = COALESCE(v.column4, deliveries.due_at_ms), \
         leased_until_ms = 0, settled_at_ms = v.column5, body = COALESCE(deliveries.body, v.column6), reason = NULL \
         FROM (VALUES {}) AS v WHERE deliveries.id = v.column1 AND deliveries.attempts = v.column2 \
         AND (deliveries.state = 'waiting' OR (deliveries.state = 'skipped' AND v.column3 = 'delivered'))",
        rows::values(settlements.len(), &TYPES)
    );
    let mut values = Vec::with_capacity(settlements.len() * TYPES.len());
    for settlement in settlements {
        let (state, due, settled) = match settlement.outcome {
            Outcome::Delivered => ("delivered", None, Some(now)),
            Outcome::Retry { due_at_ms } => ("waiting", Some(due_at_ms), None),
            Outcome::Failed | Outcome::Gone => ("failed", None, Some(now)),
        };
        values.extend([
            Param::from(settlement.delivery.get()),
            Param::from(number(settlement.attempt)),
            Param::from(state),
            Param::from(due),
            Param::from(settled),
            Param::from(settlement.body.as_deref()),
        ]);
    }
    conn.execute(&settle, &values).await?;
    Ok(())
}

/// Makes the later deliveries of the same order due no earlier than the one they wait for, so that nobody looks at
/// them in vain. Of those that wait behind all others only the first is looked at.
async fn hold_back(conn: &Conn, endpoint: EndpointId, settlement: &Settlement) -> Result<()> {
    const HOLD: &str = "UPDATE deliveries SET due_at_ms = $1 WHERE endpoint_id = $2 AND order_key = $3 \
        AND state = 'waiting' AND (event_id, id) > ($4, $5) AND due_at_ms < $1";
    let Outcome::Retry { due_at_ms } = settlement.outcome else { return Ok(()) };
    if [0, ONE_BY_ONE].contains(&settlement.order_key) {
        return Ok(());
    }
    let Settlement { event, delivery, order_key, .. } = settlement;
    let values = params![due_at_ms, endpoint.get(), *order_key, event.get(), delivery.get()];
    conn.execute(HOLD, values).await?;
    Ok(())
}

/// Adds to the log. What was removed meanwhile has none.
async fn log(conn: &Conn, settlements: &[Settlement]) -> Result<()> {
    const TYPES: [&str; 8] = ["BIGINT", "BIGINT", "BIGINT", "BIGINT", "TEXT", "BIGINT", "TEXT", "TEXT"];
    let log = format!(
        "INSERT INTO attempts (delivery_id, number, started_at_ms, duration_ms, request, status, answer, error) \
         SELECT d.id, v.column2, v.column3, v.column4, v.column5, v.column6, v.column7, v.column8 \
         FROM (VALUES {}) AS v JOIN deliveries d ON d.id = v.column1",
        rows::values(settlements.len(), &TYPES)
    );
    let mut values = Vec::with_capacity(settlements.len() * TYPES.len());
    for settlement in settlements {
        let NewAttempt { started_at_ms, duration_ms, request, status, answer, error } = &settlement.log;
        values.extend([
            Param::from(settlement.delivery.get()),
            Param::from(number(settlement.attempt)),
            Param::from(*started_at_ms),
            Param::from(*duration_ms),
            Param::from(request),
            Param::from(status.map(i64::from)),
            Param::from(answer.as_deref()),
            Param::from(error.as_deref()),
        ]);
    }
    conn.execute(&log, &values).await?;
    Ok(())
}

fn number(attempt: usize) -> i64 {
    i64::try_from(attempt).unwrap_or(i64::MAX)
}
