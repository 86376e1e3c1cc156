//! When there is something to claim.

use kanso_db::{dialect, params};
use kanso_domain::EndpointId;

use super::{FIRST, NOT_BEFORE_RECOVERED};
use crate::delivery::ONE_BY_ONE;
use crate::{App, Result};

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
            let first = conn.one::<(i64,)>(&first, params![endpoint, ONE_BY_ONE, now]).await?;
            let ready = conn.one::<(i64,)>(&ready, params![endpoint, now]).await?;
            Ok(ready.into_iter().chain(first).map(|(due,)| due).min())
        })
    });
    due.await
}
