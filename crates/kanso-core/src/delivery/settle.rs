//! Writing down how an attempt ended, and what comes next.

use kanso_db::{Conn, params};
use kanso_domain::DeliveryId;

use crate::{App, Result};

/// How an attempt ended.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Which delivery.
    pub delivery: DeliveryId,
    /// Which attempt, as it was claimed.
    pub attempt: usize,
    /// What was sent.
    pub body: String,
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
}

/// Settles attempts, all in one transaction.
///
/// A settlement whose delivery was claimed again by somebody else meanwhile only adds to the log.
pub async fn settle_deliveries(app: &App, settlements: Vec<Settlement>) -> Result<()> {
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            for settlement in &settlements {
                settle(conn, settlement, now).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn settle(conn: &Conn, settlement: &Settlement, now: i64) -> Result<()> {
    const SETTLE: &str = "UPDATE deliveries SET state = $1, due_at_ms = COALESCE($2, due_at_ms), leased_until_ms = 0, \
        settled_at_ms = $3, body = COALESCE(body, $4) WHERE id = $5 AND attempts = $6 AND state = 'waiting'";
    let (state, due, settled) = match settlement.outcome {
        Outcome::Delivered => ("delivered", None, Some(now)),
        Outcome::Retry { due_at_ms } => ("waiting", Some(due_at_ms), None),
        Outcome::Failed => ("failed", None, Some(now)),
    };
    let (delivery, attempt) = (settlement.delivery.get(), number(settlement.attempt));
    log(conn, settlement).await?;
    conn.execute(SETTLE, params![state, due, settled, &settlement.body, delivery, attempt]).await?;
    if let Some(due) = due {
        hold_back(conn, delivery, due).await?;
    }
    Ok(())
}

/// Makes the task's later deliveries due no earlier than the one they wait for, so that nobody looks at them
/// in vain.
async fn hold_back(conn: &Conn, delivery: i64, due: i64) -> Result<()> {
    const HOLD: &str = "UPDATE deliveries SET due_at_ms = $1 WHERE state = 'waiting' AND due_at_ms < $1 AND id > $2 \
        AND order_key <> 0 AND endpoint_id = (SELECT h.endpoint_id FROM deliveries h WHERE h.id = $2) \
        AND order_key = (SELECT h.order_key FROM deliveries h WHERE h.id = $2)";
    conn.execute(HOLD, params![due, delivery]).await?;
    Ok(())
}

async fn log(conn: &Conn, settlement: &Settlement) -> Result<()> {
    const LOG: &str = "INSERT INTO attempts (delivery_id, number, started_at_ms, duration_ms, request, status, \
        answer, error) SELECT id, $1, $2, $3, $4, $5, $6, $7 FROM deliveries WHERE id = $8";
    let NewAttempt { started_at_ms, duration_ms, request, status, answer, error } = &settlement.log;
    let values = params![
        number(settlement.attempt),
        *started_at_ms,
        *duration_ms,
        request,
        status.map(i64::from),
        answer.as_deref(),
        error.as_deref(),
        settlement.delivery.get()
    ];
    conn.execute(LOG, values).await?;
    Ok(())
}

fn number(attempt: usize) -> i64 {
    i64::try_from(attempt).unwrap_or(i64::MAX)
}
