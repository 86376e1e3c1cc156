//! Sending a delivery again because a person asked.

use kanso_db::params;
use kanso_domain::DeliveryId;

use super::find::require_managed_delivery;
use crate::{Actor, App, Error, Kind, Result};

/// How long a repeated click answers with the delivery that the first one made, in milliseconds.
const SAME_CLICK: i64 = 60_000;

/// Enters a new delivery with the same id and body on the wire, due now and tried as long as any other, for who
/// manages the endpoint. It waits for none. The old one and its attempts stay as they were.
///
/// # Errors
///
/// [`Kind::Delivery`] when it is not there, or is not the actor's to see.
#[crate::use_case]
pub async fn redeliver(app: &App, actor: &Actor, delivery: DeliveryId) -> Result<DeliveryId> {
    const RECENT: &str = "SELECT id FROM deliveries WHERE event_id = (SELECT d.event_id FROM deliveries d WHERE d.id = $1) \
        AND repeats = $1 AND created_at_ms > $2 AND state = 'waiting' ORDER BY id LIMIT 1";
    const AGAIN: &str = "INSERT INTO deliveries (endpoint_id, event_id, event_name, message_id, order_key, state, \
        cause, repeats, due_at_ms, body, created_at_ms) \
        SELECT endpoint_id, event_id, event_name, message_id, 0, 'waiting', 'manual', id, $1, body, $1 \
        FROM deliveries WHERE id = $2 RETURNING id";
    let now = app.clock().now_ms();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            require_managed_delivery(conn, change.actor(), delivery).await?;
            let recent = conn.one::<(i64,)>(RECENT, params![delivery.get(), now - SAME_CLICK]).await?;
            let entered = match recent {
                Some(entered) => Some(entered),
                None => conn.one::<(i64,)>(AGAIN, params![now, delivery.get()]).await?,
            };
            entered.map(|(id,)| id.into()).ok_or(Error::NotFound(Kind::Delivery))
        })
    })
    .await
}
