//! What a delivery waits for.

use kanso_db::params;
use kanso_domain::DeliveryId;

use super::find_delivery;
use crate::{Actor, App, Result};

/// The earlier delivery that must be settled before this one is sent: the oldest that is waiting in the same order.
/// For who may read the delivery.
#[crate::use_case]
pub async fn waits_for(app: &App, actor: &Actor, delivery: DeliveryId) -> Result<Option<DeliveryId>> {
    const FIND: &str = "SELECT e.id FROM deliveries d JOIN deliveries e ON e.endpoint_id = d.endpoint_id \
        AND e.order_key = d.order_key AND (e.event_id, e.id) < (d.event_id, d.id) WHERE d.id = $1 AND d.state = 'waiting' \
        AND d.order_key <> 0 AND e.state = 'waiting' ORDER BY e.event_id, e.id LIMIT 1";
    find_delivery(app, actor, delivery).await?;
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![delivery.get()]).await?) })
    });
    Ok(found.await?.map(|(earlier,)| earlier.into()))
}
