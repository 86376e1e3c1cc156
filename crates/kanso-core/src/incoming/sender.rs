//! Who a mail is from.

use kanso_db::params;

use crate::user::find_active_in;
use crate::{Actor, App, Result};

/// Somebody whose address a mail names as its sender.
pub(super) struct Sender {
    pub(super) actor: Actor,
    /// A language such as `fr_FR`; empty for the application's.
    pub(super) language: String,
}

/// The one account that may sign in and has this address; nobody when there are several.
pub(super) async fn find(app: &App, address: &str) -> Result<Option<Sender>> {
    // Letters beyond ASCII are small ones in one database only: then both must be written alike.
    const FIND: &str = "SELECT id, language FROM users WHERE is_active = 1 AND email <> '' \
        AND (LOWER(email) = $1 OR email = $1) ORDER BY id LIMIT 2";
    let address = address.to_lowercase();
    app.read(move |conn| {
        Box::pin(async move {
            let found = conn.all::<(i64, Option<String>)>(FIND, params![address]).await?;
            let [(id, language)] = &found[..] else { return Ok(None) };
            let account = find_active_in(conn, (*id).into()).await?;
            let language = language.clone().unwrap_or_default();
            Ok(account.map(|account| Sender { actor: Actor::User(account), language }))
        })
    })
    .await
}
