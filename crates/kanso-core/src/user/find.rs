//! Finding accounts.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, UserId};

use super::User;
use crate::{Actor, App, Error, Kind, Result, SignedIn};

/// The account, for administrators and for its owner.
#[crate::use_case]
pub async fn find_user(app: &App, actor: &Actor, user: UserId) -> Result<User> {
    if actor.user_id() != user || user.is_none() {
        actor.require(Permission::Administrate)?;
    }
    by(app, "id = $1", user.get()).await?.ok_or(Error::NotFound(Kind::User))
}

/// The account with exactly this user name, for administrators.
#[crate::use_case]
pub async fn find_user_by_name(app: &App, actor: &Actor, username: String) -> Result<User> {
    actor.require(Permission::Administrate)?;
    by(app, "username = $1", username).await?.ok_or(Error::NotFound(Kind::User))
}

/// All accounts by id, for administrators.
#[crate::use_case]
pub async fn list_users(app: &App, actor: &Actor) -> Result<Vec<User>> {
    actor.require(Permission::Administrate)?;
    let list = format!("SELECT {} FROM users ORDER BY id", User::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, &[]).await?) })).await
}

/// The account as an actor, unless it is gone or disabled: what a session asks at every request.
#[crate::use_case]
pub async fn find_active(app: &App, user: UserId) -> Result<Option<SignedIn>> {
    let found = by(app, "is_active = 1 AND id = $1", user.get()).await?;
    Ok(found.map(User::signed_in))
}

/// The same inside a change.
pub(crate) async fn find_active_in(conn: &Conn, user: UserId) -> Result<Option<SignedIn>> {
    let find = format!("SELECT {} FROM users WHERE is_active = 1 AND id = $1", User::COLUMNS);
    Ok(conn.one::<User>(&find, params![user.get()]).await?.map(User::signed_in))
}

/// The account, inside a change.
pub(crate) async fn load(conn: &Conn, user: UserId) -> Result<User> {
    let find = format!("SELECT {} FROM users WHERE id = $1", User::COLUMNS);
    conn.one(&find, params![user.get()]).await?.ok_or(Error::NotFound(Kind::User))
}

async fn by<V>(app: &App, which: &'static str, value: V) -> Result<Option<User>>
where
    V: Into<kanso_db::Param<'static>> + Send + 'static,
{
    let find = format!("SELECT {} FROM users WHERE {which}", User::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.one(&find, &[value.into()]).await?) })).await
}
