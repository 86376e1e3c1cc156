//! Changing an account.

use kanso_db::{Conn, params};
use kanso_domain::{Act, ApplicationRole, NamedChange, Permission, UserId, text};

use super::find::load;
use super::record::record;
use crate::{Actor, App, Error, Fault, Result};

/// New values for fields of an account. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct UserPatch {
    /// At most 191 characters, unique; even empty, as in Kanboard.
    pub username: Option<String>,
    /// The name to show; empty for the user name.
    pub name: Option<String>,
    /// Empty for none.
    pub email: Option<String>,
    /// What they may do in the application.
    pub role: Option<ApplicationRole>,
}

/// Changes fields of an account, for administrators.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused, among them a user name that is taken.
#[crate::use_case]
pub async fn update_user(app: &App, actor: &Actor, user: UserId, patch: UserPatch) -> Result<()> {
    const UPDATE: &str = "UPDATE users SET username = $1, name = $2, email = $3, role = $4 WHERE id = $5";
    actor.require(Permission::Administrate)?;
    patch.check()?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            require_free(conn, patch.username.as_deref(), user).await?;
            let before = load(conn, user).await?;
            let mut after = before.clone();
            after.username = patch.username.unwrap_or(after.username);
            after.name = patch.name.or(after.name);
            after.email = patch.email.or(after.email);
            after.role = patch.role.map_or(after.role, |role| role.as_str().to_owned());
            let changes = [
                NamedChange::between("username", before.username, after.username.as_str()),
                NamedChange::between("name", before.name, after.name.clone()),
                NamedChange::between("email", before.email, after.email.clone()),
                NamedChange::between("role", before.role, after.role.as_str()),
            ];
            let changes: Vec<_> = changes.into_iter().flatten().collect();
            if changes.is_empty() {
                return Ok(());
            }
            let (name, email) = (after.name.as_deref(), after.email.as_deref());
            let values = params![&after.username, name, email, &after.role, user.get()];
            conn.execute(UPDATE, values).await?;
            record(change, Act::Update, &after, changes).await
        })
    })
    .await
}

impl UserPatch {
    fn check(&self) -> Result<()> {
        if self.username.as_deref().is_some_and(|username| !text::fits(username, text::NAME)) {
            return Err(Error::Invalid(Fault::TooLong("username", text::NAME)));
        }
        let bad_email =
            self.email.as_deref().is_some_and(|email| !email.is_empty() && !text::is_email(email));
        if bad_email { Err(Error::Invalid(Fault::Unknown("email"))) } else { Ok(()) }
    }
}

/// Refuses a user name that somebody else has.
async fn require_free(conn: &Conn, username: Option<&str>, except: UserId) -> Result<()> {
    const FIND: &str = "SELECT id FROM users WHERE username = $1 AND id <> $2";
    let Some(username) = username else { return Ok(()) };
    let taken = conn.one::<(i64,)>(FIND, params![username, except.get()]).await?;
    taken.map_or(Ok(()), |_| Err(Error::Invalid(Fault::Taken("username"))))
}
