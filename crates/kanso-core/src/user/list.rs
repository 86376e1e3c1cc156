//! The list of accounts, for administrators.

use kanso_db::{dialect, params, row};
use kanso_domain::{Permission, UserId};

use crate::search::contains;
use crate::{Actor, App, Result};

row! {
    /// An account in the list of all.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ListedUser {
        pub id: UserId as i64 = "u.id",
        pub username: String = "u.username",
        pub name: Option<String> = "u.name",
        pub email: Option<String> = "u.email",
        pub role: String = "u.role",
        pub is_active: i64 = "u.is_active",
        pub twofactor_activated: i64 = "u.twofactor_activated",
        pub avatar_path: Option<String> = "u.avatar_path",
        /// Until when it is locked, in Unix seconds.
        pub locked_until: i64 = "u.lock_expiration_date",
        /// When somebody said they forgot the password; 0 when nobody did.
        pub asked_at: i64 = "u.password_asked_at",
        /// When they came in last.
        pub seen_at: Option<i64> = "(SELECT MAX(l.date_creation) FROM last_logins l WHERE l.user_id = u.id)",
    }
}

/// A part of the list.
#[derive(Clone, Debug)]
pub struct UserPage {
    /// By user name.
    pub users: Vec<ListedUser>,
    /// Whether others follow.
    pub has_more: bool,
}

/// The accounts whose user name, name or address contains a text, by user name, for administrators: `limit` of them
/// after the first `skip`. Those that ask for a new password come first.
#[crate::use_case]
pub async fn list_user_page(app: &App, actor: &Actor, text: &str, skip: i64, limit: i64) -> Result<UserPage> {
    actor.require(Permission::Administrate)?;
    let pattern = contains(text);
    app.read(move |conn| {
        Box::pin(async move {
            let found = ["u.username", "COALESCE(u.name, '')", "COALESCE(u.email, '')"]
                .map(|column| dialect::matches(conn.kind(), column, "$1"))
                .join(" OR ");
            let list = format!(
                "SELECT {} FROM users u WHERE {found} ORDER BY CASE WHEN u.password_asked_at > 0 THEN 0 ELSE 1 END, \
                 lower(u.username), u.id LIMIT $2 OFFSET $3",
                ListedUser::COLUMNS
            );
            let mut users = conn.all::<ListedUser>(&list, params![pattern, limit + 1, skip]).await?;
            let shown = usize::try_from(limit).unwrap_or_default();
            let has_more = users.len() > shown;
            users.truncate(shown);
            Ok(UserPage { users, has_more })
        })
    })
    .await
}
