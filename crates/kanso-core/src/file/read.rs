//! Downloading files.

use bytes::Bytes;
use kanso_domain::{FileId, ProjectId};

use super::find::{find_project_file, find_task_file};
use crate::{Actor, App, Result};

/// What is in a file; `None` when the store has lost it.
pub type Content = Option<Bytes>;

/// What is in a file of a task.
#[crate::use_case]
pub async fn read_task_file(app: &App, actor: &Actor, file: FileId) -> Result<Content> {
    let file = find_task_file(app, actor, file).await?;
    app.files().read(&file.path).await
}

/// What is in a file of the project.
#[crate::use_case]
pub async fn read_project_file(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    file: FileId,
) -> Result<Content> {
    let file = find_project_file(app, actor, project, file).await?;
    app.files().read(&file.path).await
}
