//! Personal access tokens: what a program calls the API with in somebody's name.

use kanso_db::params;
use kanso_domain::UserId;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::{Actor, App, Error, Kind, Result, random};

/// Begins a stored token that only its hash is kept of. A token has too many possibilities to be guessed, so a quick
/// hash is enough.
const HASHED: &str = "sha256:";

/// Gives an account another personal access token, in place of the one before, and answers it. Nobody can be shown
/// it again. For administrators and the account's owner.
#[crate::use_case]
pub async fn renew_access_token(app: &App, actor: &Actor, user: UserId) -> Result<String> {
    let token = random::hex(30);
    store(app, actor, user, Some(hashed(&token))).await?;
    Ok(token)
}

/// Takes the personal access token of an account away. For administrators and the account's owner.
#[crate::use_case]
pub async fn remove_access_token(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    store(app, actor, user, None).await
}

async fn store(app: &App, actor: &Actor, user: UserId, stored: Option<String>) -> Result<()> {
    const STORE: &str = "UPDATE users SET api_access_token = $1 WHERE id = $2";
    actor.require_self_or_admin(user)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let stored = change.conn().execute(STORE, params![stored, user.get()]).await?;
            (stored > 0).then_some(()).ok_or(Error::NotFound(Kind::User))
        })
    })
    .await
}

/// Whether `secret` is the stored token. One that came from Kanboard is stored as it is.
pub(super) fn is_right(secret: &str, stored: &str) -> bool {
    let given = if stored.starts_with(HASHED) { hashed(secret) } else { secret.to_owned() };
    !stored.is_empty() && bool::from(given.as_bytes().ct_eq(stored.as_bytes()))
}

/// How a token is stored.
pub(crate) fn hashed(token: &str) -> String {
    use std::fmt::Write;
    Sha256::digest(token).iter().fold(HASHED.to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_recognised_hashed_or_as_kanboard_stored_it() {
        let stored = hashed("a token");
        assert!(stored.len() == HASHED.len() + 64 && !stored.contains("token"));
        assert!(is_right("a token", &stored) && is_right("a token", "a token"));
        assert!(!is_right("another", &stored) && !is_right("another", "a token"));
        assert!(!is_right(&stored, &stored), "the hash is not the token");
        assert!(!is_right("", ""));
    }
}
