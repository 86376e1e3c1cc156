//! What of the delivery log is kept for how long, so that its tables do not grow for ever.

use kanso_db::{Conn, dialect, params};

use crate::{App, Result, Settings};

/// How many deliveries are removed, or lose what was sent, at a time: few, since who changes something waits.
const BATCH: i64 = 500;

const DAY: i64 = 24 * 3_600_000;

/// Removes some of what is older than the settings keep: deliveries with their attempts, notices, and the bodies
/// and answers of what was delivered. Answers whether there is more. Any number of servers may do it at once.
#[crate::use_case]
pub async fn sweep_deliveries(app: &App) -> Result<bool> {
    let now = app.clock().now_ms();
    let (logged, bodies) = kept(&app.settings());
    let (remove_before, strip_before) = (now - logged * DAY, now - bodies * DAY);
    let has_work = app
        .read(move |conn| Box::pin(async move { has_work(conn, remove_before, strip_before).await }))
        .await?;
    if !has_work {
        return Ok(false);
    }
    app.note(move |conn| {
        Box::pin(async move {
            let removed = remove(conn, remove_before).await?;
            let stripped = strip(conn, strip_before).await?;
            Ok(removed || stripped)
        })
    })
    .await
}

/// For how many days deliveries, and bodies of what was delivered, are kept.
fn kept(settings: &Settings) -> (i64, i64) {
    let days = |name, default| settings.get(name).parse().unwrap_or(default);
    (days("webhook_attempts_days", 30), days("webhook_bodies_days", 7))
}

async fn has_work(conn: &Conn, remove_before: i64, strip_before: i64) -> Result<bool> {
    const OLD: &str = "SELECT 1 FROM deliveries WHERE state <> 'waiting' AND settled_at_ms < $1 LIMIT 1";
    const NOTICES: &str = "SELECT 1 FROM notices WHERE created_at_ms < $1 LIMIT 1";
    const WHOLE: &str = "SELECT 1 FROM deliveries WHERE state <> 'waiting' AND settled_at_ms < $1 \
        AND settled_at_ms >= (SELECT bodies_until_ms FROM retention WHERE id = 1) LIMIT 1";
    for (find, before) in [(OLD, remove_before), (NOTICES, remove_before), (WHOLE, strip_before)] {
        if conn.one::<(i64,)>(find, params![before]).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn remove(conn: &Conn, before: i64) -> Result<bool> {
    const NOTICES: &str = "DELETE FROM notices WHERE created_at_ms < $1";
    let deliveries = format!(
        "DELETE FROM deliveries WHERE id IN (SELECT d.id FROM deliveries d WHERE d.state <> 'waiting' \
         AND d.settled_at_ms < $1 ORDER BY d.settled_at_ms LIMIT $2{})",
        dialect::skip_locked(conn.kind())
    );
    conn.execute(NOTICES, params![before]).await?;
    Ok(conn.execute(&deliveries, params![before, BATCH]).await? == BATCH.unsigned_abs())
}

/// Goes on where it stopped the last time: what was sent and answered up to there is gone.
async fn strip(conn: &Conn, before: i64) -> Result<bool> {
    const DONE: &str = "SELECT bodies_until_ms FROM retention WHERE id = 1";
    // Whatever was settled in the same millisecond goes together.
    const UP_TO: &str = "SELECT settled_at_ms + 1 FROM deliveries WHERE state <> 'waiting' \
        AND settled_at_ms >= $1 AND settled_at_ms < $2 ORDER BY settled_at_ms LIMIT 1 OFFSET $3";
    const BODIES: &str = "UPDATE deliveries SET body = NULL WHERE state = 'delivered' AND body IS NOT NULL \
        AND settled_at_ms >= $1 AND settled_at_ms < $2 AND state <> 'waiting'";
    const ANSWERS: &str = "UPDATE attempts SET answer = NULL WHERE answer IS NOT NULL AND delivery_id IN (\
        SELECT id FROM deliveries WHERE state <> 'waiting' AND settled_at_ms >= $1 AND settled_at_ms < $2 \
        AND state = 'delivered')";
    const KEEP: &str = "UPDATE retention SET bodies_until_ms = $1 WHERE id = 1 AND bodies_until_ms < $1";
    let (done,) = conn.one::<(i64,)>(DONE, &[]).await?.unwrap_or_default();
    let batch_end = conn.one::<(i64,)>(UP_TO, params![done, before, BATCH]).await?;
    let up_to = batch_end.map_or(before, |(end,)| end);
    conn.execute(BODIES, params![done, up_to]).await?;
    conn.execute(ANSWERS, params![done, up_to]).await?;
    conn.execute(KEEP, params![up_to]).await?;
    Ok(batch_end.is_some())
}
