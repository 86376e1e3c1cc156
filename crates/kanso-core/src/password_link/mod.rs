//! Links by which somebody who forgot their password chooses a new one.

mod ask;
mod make;
mod use_;

use kanso_db::{params, row};
use kanso_domain::UserId;

use crate::{Actor, App, Result};

pub use ask::ask_for_password;
pub use make::make_password_link;
pub use use_::{find_by_link, set_password_by_link};

/// How long a link is good, in seconds.
const LIFETIME: i64 = 24 * 3600;

row! {
    /// A link as it is remembered.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PasswordLink {
        /// In Unix seconds.
        pub created_at: i64,
        pub expires_at: i64,
        /// `None` while it was not used.
        pub used_at: Option<i64>,
    }
}

/// The last links of an account, newest first, for its owner and for administrators.
#[crate::use_case]
pub async fn list_password_links(app: &App, actor: &Actor, user: UserId) -> Result<Vec<PasswordLink>> {
    actor.require_self_or_admin(user)?;
    let list = format!(
        "SELECT {} FROM password_links WHERE user_id = $1 ORDER BY id DESC LIMIT 10",
        PasswordLink::COLUMNS
    );
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![user.get()]).await?) })).await
}
