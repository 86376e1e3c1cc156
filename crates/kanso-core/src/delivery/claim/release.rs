//! Claims that come to nothing.

use kanso_db::params;
use kanso_domain::DeliveryId;

use crate::{App, Result};

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
pub(super) async fn give_up(app: &App, delivery: DeliveryId, reason: String) -> Result<()> {
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
