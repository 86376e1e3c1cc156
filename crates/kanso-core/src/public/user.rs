//! The feeds of a person: a token that opens them to whoever has it.

use kanso_db::params;
use kanso_domain::{Permission, UserId};

use crate::user::find_active;
use crate::{Actor, App, Error, Kind, Result, SignedIn, random};

/// The token of the actor's feeds; `None` while they are off.
#[crate::use_case]
pub async fn find_feed_token(app: &App, actor: &Actor) -> Result<Option<String>> {
    const FIND: &str = "SELECT token FROM users WHERE id = $1 AND token IS NOT NULL AND token <> ''";
    let me = actor.user_id();
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(String,)>(FIND, params![me.get()]).await?) }));
    Ok(found.await?.map(|(token,)| token))
}

/// Opens the feeds of an account under a new random token, for its owner and for administrators. The one before is
/// worth nothing then.
#[crate::use_case]
pub async fn enable_feeds(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    set_token(app, actor, user, random::hex(30)).await
}

/// Closes the feeds of an account.
#[crate::use_case]
pub async fn disable_feeds(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    set_token(app, actor, user, String::new()).await
}

async fn set_token(app: &App, actor: &Actor, user: UserId, token: String) -> Result<()> {
    const SET: &str = "UPDATE users SET token = $1 WHERE id = $2 AND is_active = 1";
    if actor.user_id() != user || user.is_none() {
        actor.require(Permission::Administrate)?;
    }
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let set = change.conn().execute(SET, params![token, user.get()]).await?;
            (set > 0).then_some(()).ok_or(Error::NotFound(Kind::User))
        })
    })
    .await
}

/// The person whose feeds have this token.
pub(super) async fn find_user_by_feed_token(app: &App, token: &str) -> Result<SignedIn> {
    const FIND: &str = "SELECT id FROM users WHERE token = $1 AND token <> '' AND is_active = 1";
    let token = token.to_owned();
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![token]).await?) }))
        .await?;
    let (id,) = found.ok_or(Error::NotFound(Kind::User))?;
    find_active(app, id.into()).await?.ok_or(Error::NotFound(Kind::User))
}
