//! Sessions of signed-in people, as rows. What is in one is the pages' business.

mod end;
mod list;
mod remember;

use kanso_db::params;
use kanso_domain::UserId;

use crate::login::Origin;
use crate::token::hashed;
use crate::{App, Result};

pub(crate) use end::end_sessions_in;
pub use end::{end_other_sessions, end_session};
pub use list::{SessionPlace, list_sessions, name_of};
pub use remember::{Recalled, forget_browser, recall_browser, remember_browser};

/// A session to store.
#[derive(Clone, Debug)]
pub struct StoredSession {
    /// Whose it is, 0 for nobody yet.
    pub user: UserId,
    /// What is in it.
    pub data: String,
    /// Until when it is valid, in Unix seconds.
    pub expires_at: i64,
    /// Where it is.
    pub origin: Origin,
    /// The series of the remembered browser that it is of; empty for none.
    pub series: String,
}

/// Stores a session, as seen now.
///
/// The id is stored as a hash: who reads the database cannot take over a session.
#[crate::use_case]
pub async fn store_session(app: &App, id: &str, session: StoredSession) -> Result<()> {
    const STORE: &str = "INSERT INTO sessions \
        (id, user_id, data, created_at, expires_at, agent, address, seen_at, series) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $4, $8) ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, \
        data = excluded.data, expires_at = excluded.expires_at, agent = excluded.agent, \
        address = excluded.address, seen_at = excluded.seen_at, series = excluded.series";
    let (id, now) = (hashed(id), app.clock().now());
    let StoredSession { user, data, expires_at, origin, series } = session;
    app.note(move |conn| {
        Box::pin(async move {
            let values = params![id, user.get(), data, now, expires_at, origin.agent, origin.address, series];
            conn.execute(STORE, values).await?;
            Ok(())
        })
    })
    .await
}

/// What was stored for a session, and until when, unless it has expired.
#[crate::use_case]
pub async fn find_session(app: &App, id: &str) -> Result<Option<(String, i64)>> {
    const FIND: &str = "SELECT data, expires_at FROM sessions WHERE id = $1 AND expires_at > $2";
    let (id, now) = (hashed(id), app.clock().now());
    app.read(move |conn| Box::pin(async move { Ok(conn.one(FIND, params![id, now]).await?) })).await
}

/// Ends a session.
#[crate::use_case]
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

/// Deletes sessions that have expired, and forgets browsers that were not used for long; answers how many.
#[crate::use_case]
pub async fn remove_expired_sessions(app: &App) -> Result<u64> {
    const REMOVE: &str = "DELETE FROM sessions WHERE expires_at <= $1";
    const FORGET: &str = "DELETE FROM remembered WHERE expires_at <= $1";
    let now = app.clock().now();
    app.note(move |conn| {
        Box::pin(async move {
            let forgotten = conn.execute(FORGET, params![now]).await?;
            Ok(forgotten + conn.execute(REMOVE, params![now]).await?)
        })
    })
    .await
}
