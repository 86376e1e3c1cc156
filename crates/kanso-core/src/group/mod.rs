//! Groups of accounts, which projects give roles to.

mod change;
mod create;
mod find;
mod members;
mod record;
mod remove;

use kanso_db::row;
use kanso_domain::GroupId;
use serde::Serialize;

pub use change::{GroupPatch, update_group};
pub use create::create_group;
pub use find::{find_group, list_groups, list_groups_of_user};
pub use members::{add_group_member, is_group_member, list_group_members, remove_group_member};
pub(crate) use members::{enter_member, take_member};
pub use remove::remove_group;

row! {
    /// A group, with Kanboard's fields in Kanboard's order.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Group {
        pub id: GroupId as i64,
        /// Its name in a directory, empty for a group of Kanso's own.
        pub external_id: String,
        pub name: String,
    }
}

row! {
    /// A group in the list of all.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct GroupSummary {
        pub id: GroupId as i64 = "g.id",
        pub name: String = "g.name",
        pub external_id: String = "g.external_id",
        /// How many accounts are in it.
        pub nb_users: i64 = "(SELECT COUNT(*) FROM group_has_users m WHERE m.group_id = g.id)",
    }
}
