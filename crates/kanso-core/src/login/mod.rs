//! When and from where somebody came in, for them to see.

use kanso_db::{params, row};
use kanso_domain::UserId;

use crate::{Actor, App, Result};

/// How many of each account are kept.
const KEPT: i64 = 10;

/// Where somebody comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Origin {
    /// How the browser names itself.
    pub agent: String,
    /// The address of the other end.
    pub address: String,
}

/// How somebody proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By the password.
    Password,
    /// By the password and a code.
    Code,
    /// Their browser was remembered.
    Remembered,
    /// A reverse proxy vouched for them.
    Proxy,
    /// A provider of identities did.
    Provider,
}

impl Proof {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Remembered => "remembered",
            Self::Proxy => "proxy",
            Self::Provider => "provider",
        }
    }
}

row! {
    /// A time that somebody came in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Login {
        /// `password`, `code`, `proxy` or `provider`; `remembered` for a browser that was remembered, and `stolen` for one that
        /// was not let in, since two brought the same.
        pub proof: String = "auth_type",
        pub address: String = "ip",
        pub agent: String = "user_agent",
        /// In Unix seconds.
        pub at: i64 = "date_creation",
    }
}

/// Notes that somebody came in; of each account the last ten are kept.
#[crate::use_case]
pub async fn note_login(app: &App, user: UserId, proof: Proof, origin: Origin) -> Result<()> {
    const NOTE: &str = "INSERT INTO last_logins (user_id, auth_type, ip, user_agent, date_creation) \
        VALUES ($1, $2, $3, $4, $5)";
    const FORGET: &str = "DELETE FROM last_logins WHERE user_id = $1 AND id NOT IN \
        (SELECT id FROM last_logins WHERE user_id = $1 ORDER BY id DESC LIMIT $2)";
    let now = app.clock().now();
    app.note(move |conn| {
        Box::pin(async move {
            let values = params![user.get(), proof.as_str(), origin.address, origin.agent, now];
            conn.execute(NOTE, values).await?;
            conn.execute(FORGET, params![user.get(), KEPT]).await?;
            Ok(())
        })
    })
    .await
}

/// The last times that somebody came in, newest first, for themselves and for administrators.
#[crate::use_case]
pub async fn list_logins(app: &App, actor: &Actor, user: UserId) -> Result<Vec<Login>> {
    actor.require_self_or_admin(user)?;
    let list = format!("SELECT {} FROM last_logins WHERE user_id = $1 ORDER BY id DESC", Login::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![user.get()]).await?) })).await
}
