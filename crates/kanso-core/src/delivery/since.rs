//! Since when an endpoint misses something.

use kanso_db::params;
use kanso_domain::EndpointId;

use crate::endpoint::find_endpoint;
use crate::{Actor, App, Result};

/// When the oldest event happened that the endpoint did not get because it was paused, switched off or failing, in
/// Unix milliseconds; `None` when it missed nothing that is still in the log. For who manages the endpoint.
#[crate::use_case]
pub async fn missed_since(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<Option<i64>> {
    const FIND: &str = "SELECT MIN(d.created_at_ms) FROM deliveries d WHERE d.endpoint_id = $1 AND d.repeats IS NULL \
        AND (d.state = 'failed' OR (d.state = 'skipped' AND d.reason IN ('paused', 'disabled'))) \
        AND NOT EXISTS (SELECT 1 FROM deliveries r WHERE r.event_id = d.event_id AND r.repeats = d.id \
        AND r.state = 'delivered')";
    find_endpoint(app, actor, endpoint).await?;
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(Option<i64>,)>(FIND, params![endpoint.get()]).await?) })
    });
    Ok(found.await?.and_then(|(since,)| since))
}
