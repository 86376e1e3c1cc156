//! Invitations: links by which somebody makes an account of their own.

mod accept;
mod create;
mod list;
mod withdraw;

use kanso_db::row;

pub use accept::{NewAccount, accept_invitation, find_invitation};
pub use create::create_invitation;
pub use list::list_invitations;
pub use withdraw::withdraw_invitation;

/// How long an invitation is good, in seconds.
const LIFETIME: i64 = 7 * 24 * 3600;

row! {
    /// An invitation that was not accepted yet.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Invitation {
        pub id: i64 = "i.id",
        /// Whom it was made for.
        pub email: String = "i.email",
        /// The project in which they become a member.
        pub project: Option<String> = "p.name",
        /// In Unix seconds.
        pub created_at: i64 = "i.created_at",
        pub expires_at: i64 = "i.expires_at",
    }
}
