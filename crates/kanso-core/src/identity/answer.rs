//! Answers of a provider, each of which brings somebody in once.

use kanso_db::params;

use crate::token::hashed;
use crate::{App, Conflict, Error, Result};

/// Takes the answer to what was sent with this state.
///
/// # Errors
///
/// [`Conflict::NotAnAnswer`] when it was taken before.
pub(super) async fn spend(app: &App, state: &str, until: i64) -> Result<()> {
    const SPEND: &str =
        "INSERT INTO spent_answers (hash, expires_at) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING";
    let hash = hashed(state);
    let spent =
        app.note(move |conn| Box::pin(async move { Ok(conn.execute(SPEND, params![hash, until]).await?) }));
    if spent.await? == 0 { Err(Error::Conflict(Conflict::NotAnAnswer)) } else { Ok(()) }
}

/// Forgets answers that are too old to be given again.
#[crate::use_case]
pub async fn forget_spent_answers(app: &App) -> Result<u64> {
    const FORGET: &str = "DELETE FROM spent_answers WHERE expires_at <= $1";
    let now = app.clock().now();
    app.note(move |conn| Box::pin(async move { Ok(conn.execute(FORGET, params![now]).await?) })).await
}
