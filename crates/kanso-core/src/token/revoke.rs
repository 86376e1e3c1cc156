//! Taking a token away.

use kanso_db::params;
use kanso_domain::UserId;

use crate::{Actor, App, Error, Kind, Result};

/// Takes a token of an account away, for its owner and for administrators: it opens nothing from now on.
///
/// # Errors
///
/// [`Kind::Token`] when the account has no such token.
#[crate::use_case]
pub async fn revoke_token(app: &App, actor: &Actor, user: UserId, token: i64) -> Result<()> {
    const REVOKE: &str = "DELETE FROM api_tokens WHERE id = $1 AND user_id = $2";
    actor.require_self_or_admin(user)?;
    let revoked = app.change_instance(actor, move |change| {
        Box::pin(async move { Ok(change.conn().execute(REVOKE, params![token, user.get()]).await?) })
    });
    if revoked.await? == 0 { Err(Error::NotFound(Kind::Token)) } else { Ok(()) }
}
