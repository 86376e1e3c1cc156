//! Links from a task to something elsewhere.

mod change;
mod copy;
mod find;

use kanso_db::row;
use kanso_domain::{ExternalLinkId, TaskId, UserId};

pub use change::{
    ExternalLinkPatch, NewExternalLink, create_external_link, remove_external_link, update_external_link,
};
pub(crate) use change::{check_address, create_in};
pub(crate) use copy::copy;
pub use find::{find_external_link, list_external_links};

row! {
    /// A link to something elsewhere, with Kanboard's fields. Times are Unix seconds.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct ExternalLink {
        pub id: ExternalLinkId as i64,
        /// The name of a [`Provider`](kanso_domain::external_link::Provider).
        pub link_type: String,
        /// What the other thing is to the task; normally `related`.
        pub dependency: String,
        pub title: String,
        pub url: String,
        pub date_creation: i64,
        pub date_modification: i64,
        pub task_id: TaskId as i64,
        /// Who made it; 0 for the application.
        pub creator_id: UserId as i64,
    }
}

row! {
    /// A link to something elsewhere, with the names of who made it.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct ListedExternalLink {
        pub id: ExternalLinkId as i64 = "l.id",
        pub link_type: String = "l.link_type",
        pub dependency: String = "l.dependency",
        pub title: String = "l.title",
        pub url: String = "l.url",
        pub date_creation: i64 = "l.date_creation",
        pub date_modification: i64 = "l.date_modification",
        pub task_id: TaskId as i64 = "l.task_id",
        pub creator_id: UserId as i64 = "l.creator_id",
        pub creator_name: Option<String> = "u.name",
        pub creator_username: Option<String> = "u.username",
    }
}
