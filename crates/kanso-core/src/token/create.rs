//! Making a token.

use kanso_db::{Conn, params};
use kanso_domain::{Limits, Permission, UserId, text};

use super::{ENDING, MOST, PREFIX, hashed, own};
use crate::access::require;
use crate::{Actor, App, Error, Fault, Result, random};

/// A day, in seconds.
const DAY: i64 = 86_400;

/// A token to make.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// What its owner calls it, 1 to 191 characters.
    pub name: String,
    /// What it may be used for.
    pub limits: Limits,
    /// For how many days it is valid, 1 to 3650; `None` for always.
    pub days: Option<i64>,
}

/// Gives the actor another token, and answers it. Nobody can be shown it again.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused; [`Error::NotFound`] for a project that the actor does not see.
#[crate::use_case]
pub async fn create_token(app: &App, actor: &Actor, new: NewToken) -> Result<String> {
    let user = own(actor)?;
    let new = NewToken { name: new.name.trim().to_owned(), ..new };
    new.check()?;
    let token = format!("{PREFIX}{}", random::hex(20));
    let (stored, by) = (token.clone(), actor.clone());
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            if let Some(project) = new.limits.project {
                require(conn, &by, project, Permission::ViewProject).await?;
            }
            require_room(conn, user).await?;
            enter(conn, user, &new, &stored, change.now()).await
        })
    })
    .await?;
    Ok(token)
}

async fn require_room(conn: &Conn, user: UserId) -> Result<()> {
    const COUNT: &str = "SELECT COUNT(*) FROM api_tokens WHERE user_id = $1";
    let (kept,) = conn.one::<(i64,)>(COUNT, params![user.get()]).await?.unwrap_or_default();
    let has_room = usize::try_from(kept).is_ok_and(|kept| kept < MOST);
    has_room.then_some(()).ok_or(Error::Invalid(Fault::TooMany("tokens", MOST)))
}

async fn enter(conn: &Conn, user: UserId, new: &NewToken, token: &str, now: i64) -> Result<()> {
    const ENTER: &str = "INSERT INTO api_tokens \
        (user_id, name, hash, ending, scope, project_id, created_at, expires_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let ending = token.get(token.len() - ENDING..).unwrap_or_default();
    let (scope, project) = (new.limits.scope.as_str(), new.limits.project.map(i64::from));
    let expires_at = new.days.map(|days| now + days * DAY);
    let values = params![user.get(), &new.name, hashed(token), ending, scope, project, now, expires_at];
    conn.execute(ENTER, values).await?;
    Ok(())
}

impl NewToken {
    fn check(&self) -> Result<()> {
        let fault = if self.name.is_empty() {
            Fault::Missing("name")
        } else if !text::fits(&self.name, text::NAME) {
            Fault::TooLong("name", text::NAME)
        } else if self.days.is_some_and(|days| !(1..=3650).contains(&days)) {
            Fault::OutOfRange("days", "1 … 3650".to_owned())
        } else {
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}
