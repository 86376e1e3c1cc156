//! Switching an endpoint off that has failed for too long, or wants nothing more.

use kanso_db::{dialect, params};
use kanso_domain::EndpointId;

use super::health;
use crate::endpoint::notice::{self, NoticeKind};
use crate::{Actor, App, Result, endpoint};

/// How many deliveries are taken back at a time before the endpoint is switched off.
const BATCH: i64 = 1_000;

/// The index of what waits.
const WAITING: &str = "deliveries_order";

/// Switches off the endpoints of which it was written down that they are to be. What waits for them is skipped, so
/// that recovering finds it and enabling them again sends nothing unasked.
#[crate::use_case]
pub async fn switch_off_doomed(app: &App) -> Result<()> {
    const FIND: &str = "SELECT endpoint_id FROM endpoint_health WHERE doomed <> '' ORDER BY endpoint_id";
    let doomed: Vec<(i64,)> =
        app.read(|conn| Box::pin(async move { Ok(conn.all(FIND, &[]).await?) })).await?;
    for (endpoint,) in doomed {
        let endpoint = endpoint.into();
        // Most of it beforehand, a little at a time: who changes something must not wait long.
        while skip_some(app, endpoint).await? {}
        switch_off(app, endpoint).await?;
    }
    Ok(())
}

async fn skip_some(app: &App, endpoint: EndpointId) -> Result<bool> {
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            let skip = format!(
                "UPDATE deliveries SET state = 'skipped', reason = 'disabled', settled_at_ms = $1, \
                 leased_until_ms = 0 WHERE id IN (SELECT d.id FROM deliveries d{} WHERE d.endpoint_id = $2 \
                 AND d.state = 'waiting' LIMIT $3{})",
                dialect::found_by(conn.kind(), Some(WAITING)),
                dialect::skip_locked(conn.kind())
            );
            // Under the lock of those who settle, and only while it is to be switched off.
            let is_doomed = health::lock(conn, endpoint).await?.is_some_and(|health| health.is_doomed());
            if !is_doomed {
                return Ok(false);
            }
            Ok(conn.execute(&skip, params![now, endpoint.get(), BATCH]).await? == BATCH.unsigned_abs())
        })
    })
    .await
}

/// Switches it off in one transaction with the event of it, the rest of what waits, and the notice to its owner.
async fn switch_off(app: &App, endpoint: EndpointId) -> Result<()> {
    const DONE: &str = "UPDATE endpoint_health SET doomed = '', open_until_ms = NULL, recent = '', \
        failing_since_ms = NULL, failures = 0, strikes = 0, struck_at_ms = 0, told = 0 WHERE endpoint_id = $1";
    let secrets = app.secrets().clone();
    app.change_instance(&Actor::Application, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now_ms());
            // Another server may have done it.
            let Some(health) = health::lock(conn, endpoint).await?.filter(health::Stored::is_doomed) else {
                return Ok(());
            };
            let reason = health.doom();
            if endpoint::switch_off(change, &secrets, endpoint, reason).await? {
                let text = format!("is switched off: {reason}");
                notice::tell(conn, endpoint, NoticeKind::Disabled, &text, now).await?;
            }
            let skip = format!(
                "UPDATE deliveries{} SET state = 'skipped', reason = 'disabled', settled_at_ms = $1, \
                 leased_until_ms = 0 WHERE endpoint_id = $2 AND state = 'waiting'",
                dialect::found_by(conn.kind(), Some(WAITING))
            );
            conn.execute(&skip, params![now, endpoint.get()]).await?;
            // Whoever enables it again begins with a clean slate.
            conn.execute(DONE, params![endpoint.get()]).await?;
            Ok(())
        })
    })
    .await
}
