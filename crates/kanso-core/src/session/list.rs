//! Where somebody is signed in.

use kanso_db::{params, row};
use kanso_domain::UserId;

use crate::token::hashed;
use crate::{Actor, App, Result};

row! {
    /// A place where somebody is signed in.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SessionPlace {
        /// What it is called in forms. It opens nothing.
        pub name: String = "id",
        /// How the browser names itself.
        pub agent: String,
        /// The address of the other end when they signed in.
        pub address: String,
        /// In Unix seconds.
        pub created_at: i64,
        /// When it was used last, to a few minutes.
        pub seen_at: i64,
    }
}

/// Where somebody is signed in, the last used first, for themselves and for administrators.
#[crate::use_case]
pub async fn list_sessions(app: &App, actor: &Actor, user: UserId) -> Result<Vec<SessionPlace>> {
    actor.require_self_or_admin(user)?;
    let list = format!(
        "SELECT {} FROM sessions WHERE user_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, id",
        SessionPlace::COLUMNS
    );
    let now = app.clock().now();
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![user.get(), now]).await?) })).await
}

/// What the session with this id is called in the list.
pub fn name_of(id: &str) -> String {
    hashed(id)
}
