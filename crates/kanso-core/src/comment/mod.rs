//! Comments on tasks.

mod change;
mod find;

use kanso_db::row;
use kanso_domain::{ApplicationRole, CommentId, TaskId, UserId};
use serde::{Deserialize, Serialize};

pub(crate) use change::create_in;
pub use change::{NewComment, create_comment, remove_comment, update_comment};
pub use find::{find_comment, list_comments};

row! {
    /// A comment and its author, with Kanboard's fields. A removed author leaves the names empty.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct CommentDetails {
        pub id: CommentId as i64 = "c.id",
        pub task_id: TaskId as i64 = "c.task_id",
        pub user_id: UserId as i64 = "c.user_id",
        pub date_creation: i64 = "c.date_creation",
        pub date_modification: i64 = "c.date_modification",
        pub comment: String = "c.comment",
        pub reference: String = "c.reference",
        pub visibility: String = "c.visibility",
        pub username: Option<String> = "u.username",
        pub name: Option<String> = "u.name",
        pub email: Option<String> = "u.email",
        pub avatar_path: Option<String> = "u.avatar_path",
    }
}

impl CommentDetails {
    /// Whether somebody with this application role may read it.
    pub fn is_visible_to(&self, role: ApplicationRole) -> bool {
        self.visibility.parse::<ApplicationRole>().is_ok_and(|needed| role >= needed)
    }
}
