//! Accounts: who they are and how they prove it.

mod address;
mod authenticate;
mod avatar;
mod change_password;
mod confirm;
mod create;
mod disable;
mod elsewhere;
mod find;
mod import;
mod list;
mod notification;
mod password;
mod profile;
mod record;
mod remove;
mod token;
mod unlock;
mod update;
mod verified;

use kanso_db::row;
use kanso_domain::{ApplicationRole, Limits, UserId};

use crate::SignedIn;

pub(crate) use address::Addresses;
pub use address::{is_shut_out, note_wrong_guess};
pub use authenticate::{Door, authenticate, authenticate_token};
pub(crate) use authenticate::{count_failure, forget_failures};
pub use avatar::{find_avatar, remove_avatar, set_avatar};
pub use change_password::change_password;
pub(crate) use confirm::require_password;
pub use create::{NewUser, create_first_admin, create_user, reset_password};
pub(crate) use create::{check_password, insert_user};
pub use disable::{disable_user, enable_user};
pub(crate) use elsewhere::require_kept_here_in;
pub use elsewhere::{hand_over, take_back};
pub(crate) use find::find_active_in;
pub(crate) use find::load as load_user;
pub use find::{find_active, find_user, find_user_by_name, list_users};
pub use import::{ImportedUser, check_import, import_users};
pub use list::{ListedUser, UserPage, list_user_page};
pub use notification::{NotificationChoices, find_notification_choices, set_notification_choices};
pub use password::PasswordCost;
pub(crate) use password::hash as hash_password;
pub(crate) use profile::is_language;
pub use profile::{Profile, ProfilePatch, find_profile, has_two_factor, update_profile};
pub(crate) use record::record as record_user;
pub use remove::remove_user;
pub(crate) use token::hashed as hashed_token;
pub use token::{remove_access_token, renew_access_token};
pub use unlock::unlock_user;
pub use update::{UserPatch, update_user};
pub(crate) use verified::Verified;

row! {
    /// An account, with Kanboard's fields but for its secrets (password, second factor, tokens), which leave
    /// the database only to be compared.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct User {
        pub id: UserId as i64,
        pub username: String,
        pub is_admin: i64,
        pub is_ldap_user: i64,
        pub name: Option<String>,
        pub email: Option<String>,
        pub google_id: Option<String>,
        pub github_id: Option<String>,
        pub notifications_enabled: i64,
        pub timezone: Option<String>,
        pub language: Option<String>,
        pub disable_login_form: i64,
        pub twofactor_activated: i64,
        pub notifications_filter: i64,
        pub nb_failed_login: i64,
        pub lock_expiration_date: i64,
        pub is_project_admin: i64,
        pub gitlab_id: Option<i64>,
        pub role: String,
        pub is_active: i64,
        pub avatar_path: Option<String>,
        pub filter: Option<String>,
        pub theme: String,
    }
}

impl User {
    /// The account as an actor; an unknown role counts as the lowest.
    pub fn signed_in(self) -> SignedIn {
        let role = self.role.parse().unwrap_or(ApplicationRole::User);
        SignedIn {
            id: self.id,
            username: self.username,
            name: self.name.filter(|name| !name.is_empty()),
            role,
            limits: Limits::default(),
            zone: None,
        }
    }
}
