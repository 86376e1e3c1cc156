//! Sessions of signed-in people, as rows. What is in one is the pages' business.

use std::fmt::Write;

use kanso_db::params;
use kanso_domain::UserId;
use sha2::{Digest, Sha256};

use crate::{App, Result};

/// Stores a session: `data` until `expires_at` (Unix seconds), and whose it is (0 for nobody yet).
///
/// The id is stored as a hash: who reads the database cannot take over a session.
pub async fn store_session(app: &App, id: &str, user: UserId, data: String, expires_at: i64) -> Result<()> {
    const STORE: &str = "INSERT INTO sessions (id, user_id, data, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, \
        data = excluded.data, expires_at = excluded.expires_at";
    let (id, now) = (hashed(id), app.clock().now());
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(STORE, params![id, user.get(), data, now, expires_at]).await?;
            Ok(())
        })
    })
    .await
}

/// What was stored for a session, and until when, unless it has expired.
pub async fn find_session(app: &App, id: &str) -> Result<Option<(String, i64)>> {
    const FIND: &str = "SELECT data, expires_at FROM sessions WHERE id = $1 AND expires_at > $2";
    let (id, now) = (hashed(id), app.clock().now());
    app.read(move |conn| Box::pin(async move { Ok(conn.one(FIND, params![id, now]).await?) })).await
}

/// Ends a session.
pub async fn remove_session(app: &App, id: &str) -> Result<()> {
    const REMOVE: &str = "DELETE FROM sessions WHERE id = $1";
    let id = hashed(id);
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(REMOVE, params![id]).await?;
            Ok(())
        })
    })
    .await
}

/// Deletes sessions that have expired.
pub async fn remove_expired_sessions(app: &App) -> Result<()> {
    const REMOVE: &str = "DELETE FROM sessions WHERE expires_at <= $1";
    let now = app.clock().now();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(REMOVE, params![now]).await?;
            Ok(())
        })
    })
    .await
}

fn hashed(id: &str) -> String {
    Sha256::digest(id).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
