//! Creating accounts and giving them passwords.

use kanso_db::{Conn, params};
use kanso_domain::{Act, ApplicationRole, Permission, UserId, text};

use super::find::load;
use super::notification::CHANNELS;
use super::password;
use super::record::record;
use crate::change::Change;
use crate::session::end_sessions_in;
use crate::{Actor, App, Conflict, Error, Fault, Kind, Result, random};

/// An account to create.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// 1 to 191 characters, unique; blanks around it are dropped.
    pub username: String,
    /// At least 6 characters.
    pub password: String,
    /// The name to show; empty for the user name.
    pub name: String,
    /// Empty for none.
    pub email: String,
    /// What they may do in the application.
    pub role: ApplicationRole,
}

/// Creates an account, for administrators.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused, among them a user name that is taken.
#[crate::use_case]
pub async fn create_user(app: &App, actor: &Actor, new: NewUser) -> Result<UserId> {
    actor.require(Permission::Administrate)?;
    let new = NewUser { username: new.username.trim().to_owned(), ..new };
    new.check()?;
    enter(app, actor, new).await
}

async fn enter(app: &App, actor: &Actor, new: NewUser) -> Result<UserId> {
    let hash = password::hash(app, new.password.clone()).await?;
    app.change_instance(actor, move |change| {
        Box::pin(async move { insert_user(change, &new, Some(&hash)).await })
    })
    .await
}

/// Enters the account in a change of the instance, and tells of it. Without a hash its password is kept elsewhere.
pub(crate) async fn insert_user(
    change: &mut Change<'_>,
    new: &NewUser,
    hash: Option<&str>,
) -> Result<UserId> {
    let user = insert(change.conn(), new, hash).await?;
    if change.settings().get("notifications_enabled") == "1" {
        let tell = "UPDATE users SET notifications_enabled = 1 WHERE id = $1";
        change.conn().execute(tell, params![user.get()]).await?;
        for channel in CHANNELS {
            let add = "INSERT INTO user_has_notification_types (user_id, notification_type) VALUES ($1, $2)";
            change.conn().execute(add, params![user.get(), channel]).await?;
        }
    }
    let created = load(change.conn(), user).await?;
    record(change, Act::Create, &created, Vec::new()).await?;
    Ok(user)
}

/// Creates the account `admin` when there is no account at all. Answers its password if that was made up; one
/// that the operator gives may be as short as they like.
#[crate::use_case]
pub async fn create_first_admin(app: &App, password: Option<String>) -> Result<Option<String>> {
    const ANY: &str = "SELECT id FROM users LIMIT 1";
    let any = app.read(|conn| Box::pin(async move { Ok(conn.one::<(i64,)>(ANY, &[]).await?) })).await?;
    if any.is_some() {
        return Ok(None);
    }
    let made_up = password.is_none().then(|| random::hex(8));
    let admin = NewUser {
        username: "admin".to_owned(),
        password: password.or_else(|| made_up.clone()).unwrap_or_default(),
        name: String::new(),
        email: String::new(),
        role: ApplicationRole::Admin,
    };
    enter(app, &Actor::Application, admin).await?;
    Ok(made_up)
}

/// Gives an account another password, unlocks it and ends its sessions. For administrators.
///
/// # Errors
///
/// [`Conflict::PasswordElsewhere`]: see [`take_back`](super::take_back).
#[crate::use_case]
pub async fn reset_password(app: &App, actor: &Actor, username: String, secret: String) -> Result<()> {
    const SET: &str = "UPDATE users SET password = $1, nb_failed_login = 0, lock_expiration_date = 0 \
        WHERE username = $2 RETURNING id, is_ldap_user";
    actor.require(Permission::Administrate)?;
    check_password(&secret)?;
    let hash = password::hash(app, secret).await?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let user = conn.one::<(i64, i64)>(SET, params![hash, username]).await?;
            let (id, is_remote) = user.ok_or(Error::NotFound(Kind::User))?;
            if is_remote == 1 {
                return Err(Error::Conflict(Conflict::PasswordElsewhere));
            }
            end_sessions_in(conn, id.into(), "").await
        })
    })
    .await
}

impl NewUser {
    pub(crate) fn check(&self) -> Result<()> {
        self.check_names()?;
        check_password(&self.password)
    }

    /// The same but for the password.
    pub(super) fn check_names(&self) -> Result<()> {
        let fault = if self.username.is_empty() {
            Fault::Missing("username")
        } else if !text::fits(&self.username, text::NAME) {
            Fault::TooLong("username", text::NAME)
        } else if !self.email.is_empty() && !text::is_email(&self.email) {
            Fault::Unknown("email")
        } else {
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}

pub(crate) fn check_password(password: &str) -> Result<()> {
    let long_enough = password.chars().count() >= text::PASSWORD;
    long_enough.then_some(()).ok_or(Error::Invalid(Fault::TooShort("password", text::PASSWORD)))
}

async fn insert(conn: &Conn, new: &NewUser, hash: Option<&str>) -> Result<UserId> {
    const INSERT: &str = "INSERT INTO users (username, password, name, email, role, is_admin, is_ldap_user, token) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, '') RETURNING id";
    // The first account is the installation's administrator, a flag that only Kanboard's API still shows.
    let (accounts,) = conn.one::<(i64,)>("SELECT COUNT(*) FROM users", &[]).await?.unwrap_or_default();
    let name = Some(new.name.as_str()).filter(|_| accounts > 0);
    let email = Some(new.email.as_str()).filter(|_| accounts > 0);
    let (is_first, is_remote) = (i64::from(accounts == 0), i64::from(hash.is_none()));
    let values = params![&new.username, hash, name, email, new.role.as_str(), is_first, is_remote];
    let inserted = conn.one::<(i64,)>(INSERT, values).await;
    let (id,) = inserted.map_err(|error| Error::from(error).taken("username"))?.unwrap_or_default();
    Ok(id.into())
}
