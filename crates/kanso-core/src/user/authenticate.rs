//! Proving who one is with a password.

use kanso_db::{params, row};
use kanso_domain::UserId;

use super::{find_active, password};
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
    struct Credentials {
        id: UserId as i64,
        password: Option<String>,
        nb_failed_login: i64,
        lock_expiration_date: i64,
    }
}

/// The person with this user name and password; `None` when there is none, the account is disabled or locked,
/// or the password is wrong. All of those take the same time.
pub async fn authenticate(app: &App, username: &str, secret: &str, door: Door) -> Result<Option<SignedIn>> {
    let found = find(app, username.to_owned(), door).await?;
    let now = app.clock().now();
    let open = found.filter(|user| user.lock_expiration_date <= now);
    let stored = open.as_ref().and_then(|user| user.password.clone());
    let (Some(user), Some(stored)) = (open, stored) else {
        password::is_right(secret.to_owned(), None).await?;
        return Ok(None);
    };
    let known = door == Door::Api && app.verified().knows(secret, &stored, now);
    if !known && !password::is_right(secret.to_owned(), Some(stored.clone())).await? {
        count_failure(app, user.id, door).await?;
        return Ok(None);
    }
    if !known {
        app.verified().remember(secret, &stored, now);
    }
    if user.nb_failed_login > 0 {
        forget_failures(app, user.id).await?;
    }
    find_active(app, user.id).await
}

async fn find(app: &App, username: String, door: Door) -> Result<Option<Credentials>> {
    // With a second factor the password alone opens no door of the API.
    let which = match door {
        Door::Page => "username = $1 AND is_active = 1 AND is_ldap_user = 0 AND disable_login_form = 0",
        Door::Api => "username = $1 AND is_active = 1 AND is_ldap_user = 0 AND twofactor_activated = 0",
    };
    let find = format!("SELECT {} FROM users WHERE {which}", Credentials::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.one(&find, params![username]).await?) })).await
}

async fn count_failure(app: &App, user: UserId, door: Door) -> Result<()> {
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

async fn forget_failures(app: &App, user: UserId) -> Result<()> {
    const FORGET: &str = "UPDATE users SET nb_failed_login = 0, lock_expiration_date = 0 WHERE id = $1";
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(FORGET, params![user.get()]).await?;
            Ok(())
        })
    })
    .await
}
