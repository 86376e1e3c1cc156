//! Who calls with a token.

use kanso_db::{params, row};
use kanso_domain::{ApplicationRole, UserId};

use super::{PREFIX, hashed, limits};
use crate::{App, Result, SignedIn};

/// How long a use is not noted again, in seconds.
const QUIET: i64 = 3600;

row! {
    struct Bearer {
        token: i64 = "t.id",
        scope: String = "t.scope",
        project_id: Option<i64> = "t.project_id",
        used_at: Option<i64> = "t.used_at",
        id: UserId as i64 = "u.id",
        username: String = "u.username",
        name: Option<String> = "u.name",
        role: String = "u.role",
    }
}

/// The person whose token this is, with its limits; `None` for any other text, for a token that expired, and while
/// the account is disabled or locked.
pub(crate) async fn find_by_token(app: &App, token: &str) -> Result<Option<SignedIn>> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let find = format!(
        "SELECT {} FROM api_tokens t JOIN users u ON u.id = t.user_id WHERE t.hash = $1 \
         AND (t.expires_at IS NULL OR t.expires_at > $2) AND u.is_active = 1 AND u.lock_expiration_date <= $2",
        Bearer::COLUMNS
    );
    let (hash, now) = (hashed(token), app.clock().now());
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<Bearer>(&find, params![hash, now]).await?) }))
        .await?;
    let Some(bearer) = found else { return Ok(None) };
    if bearer.used_at.is_none_or(|used| now - used >= QUIET) {
        note_use(app, bearer.token, now).await?;
    }
    Ok(Some(SignedIn {
        id: bearer.id,
        username: bearer.username,
        name: bearer.name.filter(|name| !name.is_empty()),
        role: bearer.role.parse().unwrap_or(ApplicationRole::User),
        limits: limits(&bearer.scope, bearer.project_id)?,
        zone: None,
    }))
}

async fn note_use(app: &App, token: i64, now: i64) -> Result<()> {
    const NOTE: &str = "UPDATE api_tokens SET used_at = $1 WHERE id = $2";
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(NOTE, params![now, token]).await?;
            Ok(())
        })
    })
    .await
}
