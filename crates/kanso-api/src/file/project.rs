//! Files of projects.

use std::sync::Arc;

use kanso_core::file::{self, ListedProjectFile, ProjectFile};
use kanso_domain::{FileId, ProjectId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use super::{Content, FileAnswer, new_file};
use crate::error::Outcome;
use crate::procedure::Caller;
use crate::project::OneProject;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneProjectFile {
    project_id: Id<ProjectId>,
    file_id: Id<FileId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateProjectFile {
    project_id: Id<ProjectId>,
    filename: Given<String>,
    blob: Given<String>,
}

pub(crate) async fn create_project_file(by: Arc<Caller>, params: CreateProjectFile) -> Outcome<FileId> {
    let CreateProjectFile { project_id, filename, blob } = params;
    let new = new_file(filename, blob)?;
    Ok(file::add_project_file(&by.app, &by.actor, project_id.0, new).await?)
}

pub(crate) async fn get_all_project_files(
    by: Arc<Caller>,
    params: OneProject,
) -> Outcome<Vec<FileAnswer<ListedProjectFile>>> {
    let files = file::list_project_files(&by.app, &by.actor, params.project_id.0).await?;
    Ok(files.into_iter().map(|file| FileAnswer::new(file, |file| &file.path)).collect())
}

pub(crate) async fn get_project_file(
    by: Arc<Caller>,
    params: OneProjectFile,
) -> Outcome<FileAnswer<ProjectFile>> {
    let file = file::find_project_file(&by.app, &by.actor, params.project_id.0, params.file_id.0).await?;
    Ok(FileAnswer::new(file, |file| &file.path))
}

pub(crate) async fn download_project_file(by: Arc<Caller>, params: OneProjectFile) -> Outcome<Content> {
    let content = file::read_project_file(&by.app, &by.actor, params.project_id.0, params.file_id.0).await?;
    Ok(Content(content))
}

pub(crate) async fn remove_project_file(by: Arc<Caller>, params: OneProjectFile) -> Outcome<bool> {
    file::remove_project_file(&by.app, &by.actor, params.project_id.0, params.file_id.0).await?;
    Ok(true)
}

pub(crate) async fn remove_all_project_files(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    file::remove_all_project_files(&by.app, &by.actor, params.project_id.0).await?;
    Ok(true)
}
