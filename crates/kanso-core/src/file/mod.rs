//! Files of tasks and projects: a row that names them, and their content in a store.
//!
//! Content is written before the row that names it, and deleted after the last such row is gone. So a crash
//! leaves content that nobody names, never a file without content. Copies of a task share the content.

mod add;
mod copy;
mod find;
mod new;
mod read;
mod remove;
mod restore;
mod store;
mod stray;
mod thumbnail;
mod with_mail;

use std::fmt::Write;

use kanso_db::row;
use kanso_domain::{Event, FileId, ProjectId, TaskId, UserId};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

pub use add::{add_project_file, add_task_file};
pub(crate) use copy::copy;
pub use find::{find_project_file, find_task_file, list_project_files, list_task_files};
pub use new::NewFile;
pub use read::{Content, read_project_file, read_task_file};
pub use remove::{remove_all_project_files, remove_all_task_files, remove_project_file, remove_task_file};
pub(crate) use remove::{remove_with_project, take_with_task, tell_of_removal};
pub(crate) use restore::{return_with_project, return_with_task};
pub use store::FileStore;
pub use stray::sweep;
pub(crate) use stray::{discard, note as note_stray, note_of_project as note_strays_of_project};
pub(crate) use thumbnail::square;
pub use thumbnail::{Thumbnail, find_project_thumbnail, find_thumbnail};
pub(crate) use with_mail::{attach, settle_all, store_all};

row! {
    /// A file of a task.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct FileDetails {
        pub id: FileId as i64,
        /// The name to show.
        pub name: String,
        /// Where its content is in the store.
        pub path: String,
        pub is_image: i64,
        pub task_id: TaskId as i64,
        /// When it was attached, in Unix seconds.
        pub date: i64,
        /// Who attached it; 0 for the application.
        pub user_id: UserId as i64,
        /// Bytes.
        pub size: i64,
    }
}

row! {
    /// A file of a task, with the names of who attached it.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct ListedFile {
        pub id: FileId as i64 = "f.id",
        pub name: String = "f.name",
        pub path: String = "f.path",
        pub is_image: i64 = "f.is_image",
        pub task_id: TaskId as i64 = "f.task_id",
        pub date: i64 = "f.date",
        pub user_id: UserId as i64 = "f.user_id",
        pub size: i64 = "f.size",
        pub username: Option<String> = "u.username",
        pub user_name: Option<String> = "u.name",
    }
}

row! {
    /// A file of a project. The fields are those of a task's file.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct ProjectFile {
        pub id: FileId as i64,
        pub project_id: ProjectId as i64,
        pub name: String,
        pub path: String,
        pub is_image: i64,
        pub size: i64,
        pub user_id: UserId as i64,
        pub date: i64,
    }
}

row! {
    /// A file of a project, with the names of who attached it.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct ListedProjectFile {
        pub id: FileId as i64 = "f.id",
        pub name: String = "f.name",
        pub path: String = "f.path",
        pub is_image: i64 = "f.is_image",
        pub project_id: ProjectId as i64 = "f.project_id",
        pub date: i64 = "f.date",
        pub user_id: UserId as i64 = "f.user_id",
        pub size: i64 = "f.size",
        pub username: Option<String> = "u.username",
        pub user_name: Option<String> = "u.name",
    }
}

/// What tells whether somebody has this content already: MD5 of the path, since what is at a path never changes.
pub fn etag(path: &str) -> String {
    Md5::digest(path).iter().fold(String::with_capacity(32), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Records an event of a file, inside the change. The task must be there still.
async fn record(change: &mut Change<'_>, event: Event, file: FileDetails) -> Result<()> {
    let mut snapshot = Snapshot::of_task(change, file.task_id).await?;
    snapshot.file = Some(Box::new(file));
    change.record(event, &snapshot).await?;
    Ok(())
}
