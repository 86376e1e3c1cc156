//! Files of tasks.

use std::sync::Arc;

use kanso_core::file::{self, FileDetails, ListedFile};
use kanso_domain::{FileId, ProjectId, TaskId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use super::{Content, FileAnswer, new_file};
use crate::error::Outcome;
use crate::procedure::Caller;
use crate::task::OneTask;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneFile {
    file_id: Id<FileId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateTaskFile {
    project_id: Id<ProjectId>,
    task_id: Id<TaskId>,
    filename: Given<String>,
    blob: Given<String>,
}

pub(crate) async fn create_task_file(by: Arc<Caller>, params: CreateTaskFile) -> Outcome<FileId> {
    let CreateTaskFile { project_id, task_id, filename, blob } = params;
    let new = new_file(filename, blob)?;
    Ok(file::add_task_file(&by.app, &by.actor, project_id.0, task_id.0, new).await?)
}

pub(crate) async fn get_all_task_files(
    by: Arc<Caller>,
    params: OneTask,
) -> Outcome<Vec<FileAnswer<ListedFile>>> {
    let files = file::list_task_files(&by.app, &by.actor, params.task_id.0).await?;
    Ok(files.into_iter().map(|file| FileAnswer::new(file, |file| &file.path)).collect())
}

pub(crate) async fn get_task_file(by: Arc<Caller>, params: OneFile) -> Outcome<FileAnswer<FileDetails>> {
    let file = file::find_task_file(&by.app, &by.actor, params.file_id.0).await?;
    Ok(FileAnswer::new(file, |file| &file.path))
}

pub(crate) async fn download_task_file(by: Arc<Caller>, params: OneFile) -> Outcome<Content> {
    Ok(Content(file::read_task_file(&by.app, &by.actor, params.file_id.0).await?))
}

pub(crate) async fn remove_task_file(by: Arc<Caller>, params: OneFile) -> Outcome<bool> {
    file::remove_task_file(&by.app, &by.actor, params.file_id.0).await?;
    Ok(true)
}

pub(crate) async fn remove_all_task_files(by: Arc<Caller>, params: OneTask) -> Outcome<bool> {
    file::remove_all_task_files(&by.app, &by.actor, params.task_id.0).await?;
    Ok(true)
}
