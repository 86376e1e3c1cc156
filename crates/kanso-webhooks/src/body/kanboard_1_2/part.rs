//! Parts of tasks in bodies of Kanboard 1.2, where the stored form is not what is sent.

use kanso_core::file::FileDetails;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::{FileId, SubtaskId, TaskId, UserId};
use md5::{Digest, Md5};
use serde::Serialize;

use crate::body::value::some_hours;

#[derive(Serialize)]
#[serde(remote = "SubtaskDetails")]
pub(super) struct Subtask {
    id: SubtaskId,
    title: String,
    status: i64,
    #[serde(serialize_with = "some_hours")]
    time_estimated: f64,
    #[serde(serialize_with = "some_hours")]
    time_spent: f64,
    task_id: TaskId,
    user_id: UserId,
    position: i64,
    username: Option<String>,
    name: Option<String>,
    timer_start_date: i64,
    #[serde(getter = "SubtaskDetails::status_name")]
    status_name: Option<&'static str>,
    #[serde(getter = "SubtaskDetails::is_timer_started")]
    is_timer_started: bool,
}

#[derive(Serialize)]
#[serde(remote = "FileDetails")]
pub(super) struct File {
    id: FileId,
    name: String,
    path: String,
    is_image: i64,
    task_id: TaskId,
    date: i64,
    user_id: UserId,
    size: i64,
    #[serde(getter = "etag")]
    etag: String,
}

/// The content of a path never changes, so the path stands for it.
fn etag(file: &FileDetails) -> String {
    Md5::digest(&file.path).iter().map(|byte| format!("{byte:02x}")).collect()
}
