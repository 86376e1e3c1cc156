//! How long it is kept what people were told.

use kanso_db::params;

use crate::{App, Result};

/// How many days something that was read is kept, and something that was not.
const READ_DAYS: i64 = 30;
const UNREAD_DAYS: i64 = 180;

const DAY: i64 = 24 * 3_600_000;

/// Forgets what people were told long ago, and answers how much that was. Any number of servers may do it at any time.
#[crate::use_case]
pub async fn forget_notifications(app: &App) -> Result<u64> {
    const FORGET: &str = "DELETE FROM notifications \
        WHERE (created_at_ms < $1 AND read_at_ms IS NOT NULL) OR created_at_ms < $2";
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            Ok(conn.execute(FORGET, params![now - READ_DAYS * DAY, now - UNREAD_DAYS * DAY]).await?)
        })
    })
    .await
}
