//! Proving who one is with a password or a personal access token.

use std::net::IpAddr;

use kanso_db::{params, row};
use kanso_domain::UserId;

use super::address::{is_shut_out, note_wrong_guess};
use super::{find_active, password, token};
use crate::identity::{Asked, bring_in};
use crate::token::find_by_token;
use crate::{App, Result, SignedIn};

/// Where somebody asks to be let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The sign-in page: six wrong passwords in a row lock the account.
    Page,
    /// The API: the seventh in a row does, as Kanboard's clients know it.
    Api,
}

/// How long a locked account stays locked, in seconds.
const LOCKED: i64 = 15 * 60;

row! {
    pub(super) struct Credentials {
        pub(super) id: UserId as i64,
        pub(super) password: Option<String>,
        api_access_token: Option<String>,
        pub(super) is_ldap_user: i64,
        twofactor_activated: i64,
        nb_failed_login: i64,
        pub(super) lock_expiration_date: i64,
    }
}

impl Credentials {
    /// The hash of the password that opens the door. With a second factor the password alone opens none of the API.
    fn password_for(&self, door: Door) -> Option<String> {
        let is_enough = self.is_ldap_user == 0 && (door == Door::Page || self.twofactor_activated == 0);
        self.password.clone().filter(|_| is_enough)
    }

    /// Whether the secret is the personal access token, which opens the API only.
    fn has_token(&self, secret: &str, door: Door) -> bool {
        door == Door::Api
            && self.api_access_token.as_deref().is_some_and(|known| token::is_right(secret, known))
    }
}

/// The person with this user name and password or, at the API, personal access token; `None` when there is none,
/// the account is disabled or locked, or the secret is wrong. All of those take the same time. `None` also while the
/// address `from` is shut out. Whose password is kept in a directory, or who has no account, is looked up there.
///
/// # Errors
///
/// [`Conflict::DirectoryAway`](crate::Conflict::DirectoryAway), and
/// [`Conflict::NotLetIn`](crate::Conflict::NotLetIn) for who is known there and stays out.
#[crate::use_case]
pub async fn authenticate(
    app: &App,
    username: &str,
    secret: &str,
    door: Door,
    from: Option<IpAddr>,
) -> Result<Option<SignedIn>> {
    if door == Door::Api
        && let Some(bearer) = find_by_token(app, secret).await?
        && bearer.username == username
    {
        return Ok(Some(bearer));
    }
    if is_shut_out(app, from) {
        return Ok(None);
    }
    let found = find(app, username.to_owned(), door).await?;
    let is_remote = found.as_ref().is_none_or(|user| user.is_ldap_user == 1 && !user.has_token(secret, door));
    if let Some(directory) = app.sign_on().directory.as_ref().filter(|_| is_remote) {
        let asked = Asked { username, password: secret, door, from };
        return bring_in(app, directory, asked).await;
    }
    let now = app.clock().now();
    let Some(user) = found.filter(|user| user.lock_expiration_date <= now) else {
        password::is_right(app, secret.to_owned(), None).await?;
        note_wrong_guess(app, from, username, secret);
        return Ok(None);
    };
    if !user.has_token(secret, door) && !has_password(app, &user, secret, door, now).await? {
        note_wrong_guess(app, from, username, secret);
        count_failure(app, user.id, door).await?;
        return Ok(None);
    }
    if user.nb_failed_login > 0 {
        forget_failures(app, user.id).await?;
    }
    find_active(app, user.id).await
}

/// The person whose personal access token this is; `None` when there is none, or the account is disabled or locked.
/// Nobody's failures are counted: a wrong token is nobody's.
#[crate::use_case]
pub async fn authenticate_token(app: &App, token: &str) -> Result<Option<SignedIn>> {
    if let Some(bearer) = find_by_token(app, token).await? {
        return Ok(Some(bearer));
    }
    authenticate_single_token(app, token).await
}

/// The same for Kanboard's token, of which an account has one.
async fn authenticate_single_token(app: &App, token: &str) -> Result<Option<SignedIn>> {
    const FIND: &str = "SELECT id, api_access_token FROM users \
        WHERE api_access_token IN ($1, $2) AND is_active = 1 AND lock_expiration_date <= $3";
    let (now, given, hashed) = (app.clock().now(), token.to_owned(), token::hashed(token));
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.all::<(i64, String)>(FIND, params![given, hashed, now]).await?) })
    });
    match found.await?.into_iter().find(|(_, stored)| token::is_right(token, stored)) {
        Some((user, _)) => find_active(app, user.into()).await,
        None => Ok(None),
    }
}

async fn has_password(app: &App, user: &Credentials, secret: &str, door: Door, now: i64) -> Result<bool> {
    let Some(stored) = user.password_for(door) else {
        return password::is_right(app, secret.to_owned(), None).await;
    };
    if door == Door::Api && app.verified().knows(secret, &stored, now) {
        return Ok(true);
    }
    let is_right = password::is_right(app, secret.to_owned(), Some(stored.clone())).await?;
    if !is_right {
        return Ok(false);
    }
    let stored =
        if password::is_kanboards(&stored) { hash_anew(app, user.id, secret, stored).await? } else { stored };
    app.verified().remember(secret, &stored, now);
    Ok(true)
}

/// Puts a hash of this program in the place of one that came from Kanboard, unless the password was changed meanwhile.
async fn hash_anew(app: &App, user: UserId, secret: &str, stored: String) -> Result<String> {
    const STORE: &str = "UPDATE users SET password = $1 WHERE id = $2 AND password = $3";
    let hash = password::hash(app, secret.to_owned()).await?;
    let new = hash.clone();
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(STORE, params![new, user.get(), stored]).await?;
            Ok(())
        })
    })
    .await?;
    Ok(hash)
}

async fn find(app: &App, username: String, door: Door) -> Result<Option<Credentials>> {
    let which = match door {
        Door::Page => "username = $1 AND is_active = 1 AND is_ldap_user = 0 AND disable_login_form = 0",
        Door::Api => "username = $1 AND is_active = 1",
    };
    let find = format!("SELECT {} FROM users WHERE {which}", Credentials::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.one(&find, params![username]).await?) })).await
}

pub(crate) async fn count_failure(app: &App, user: UserId, door: Door) -> Result<()> {
    const COUNT: &str = "UPDATE users SET nb_failed_login = nb_failed_login + 1, lock_expiration_date = \
        CASE WHEN nb_failed_login + 1 >= $1 THEN $2 ELSE lock_expiration_date END WHERE id = $3";
    let limit: i64 = match door {
        Door::Page => 6,
        Door::Api => 7,
    };
    let until = app.clock().now() + LOCKED;
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(COUNT, params![limit, until, user.get()]).await?;
            Ok(())
        })
    })
    .await
}

pub(crate) async fn forget_failures(app: &App, user: UserId) -> Result<()> {
    const FORGET: &str = "UPDATE users SET nb_failed_login = 0, lock_expiration_date = 0 WHERE id = $1";
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(FORGET, params![user.get()]).await?;
            Ok(())
        })
    })
    .await
}

#[cfg(test)]
mod tests;
