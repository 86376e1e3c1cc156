//! How much waits for each endpoint, for whoever watches the server.

use kanso_db::row;
use kanso_domain::EndpointId;

use crate::{App, Result};

row! {
    /// What waits for an endpoint, and how it fares.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Queue {
        /// Whose it is.
        pub endpoint: EndpointId as i64 = "e.id",
        /// What people call the endpoint.
        pub name: String = "e.name",
        /// How its bodies are made.
        pub format: String = "e.format",
        /// How many deliveries wait.
        pub waiting: i64 = "COALESCE(w.waiting, 0)",
        /// When the oldest of them was entered, in Unix milliseconds.
        pub oldest_ms: Option<i64> = "(SELECT d.created_at_ms FROM deliveries d WHERE d.id = w.oldest)",
        /// The first failure since the last success, in Unix milliseconds.
        pub failing_since_ms: Option<i64> = "h.failing_since_ms",
        /// Until when nothing is sent because too much failed, in Unix milliseconds.
        pub open_until_ms: Option<i64> = "h.open_until_ms",
    }
}

/// The queues of all endpoints that have an address, by endpoint. It asks nobody's permission: names and numbers are
/// all there is in it.
#[crate::use_case]
pub async fn list_queues(app: &App) -> Result<Vec<Queue>> {
    let list = format!(
        "SELECT {} FROM endpoints e LEFT JOIN endpoint_health h ON h.endpoint_id = e.id \
         LEFT JOIN (SELECT endpoint_id, COUNT(*) AS waiting, MIN(id) AS oldest FROM deliveries \
         WHERE state = 'waiting' GROUP BY endpoint_id) w ON w.endpoint_id = e.id \
         WHERE e.url <> '' ORDER BY e.id",
        Queue::COLUMNS
    );
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await
}
