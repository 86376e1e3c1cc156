//! Reading the rows of files.

use kanso_db::{Conn, params};
use kanso_domain::{FileId, Permission, ProjectId, TaskId};

use super::{FileDetails, ListedFile, ListedProjectFile, ProjectFile};
use crate::{Actor, App, Error, Kind, Result, Scope};

/// The file of a task, if the actor may see it.
#[crate::use_case]
pub async fn find_task_file(app: &App, actor: &Actor, file: FileId) -> Result<FileDetails> {
    app.read_in(actor, Scope::TaskFile(file), Permission::ViewProject, move |conn, _| {
        Box::pin(task_file(conn, file))
    })
    .await
}

/// The files of a task by name, whatever their case.
#[crate::use_case]
pub async fn list_task_files(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<ListedFile>> {
    let list = format!(
        "SELECT {} FROM task_has_files f LEFT JOIN users u ON u.id = f.user_id WHERE f.task_id = $1",
        ListedFile::COLUMNS
    );
    let mut files: Vec<ListedFile> = app
        .read_in(actor, task, Permission::ViewProject, move |conn, _| {
            Box::pin(async move { Ok(conn.all(&list, params![task.get()]).await?) })
        })
        .await?;
    // Here, because the databases do not agree on the order of texts.
    files.sort_by_cached_key(|file| (file.name.to_lowercase(), file.id));
    Ok(files)
}

/// A file of the project.
#[crate::use_case]
pub async fn find_project_file(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    file: FileId,
) -> Result<ProjectFile> {
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(project_file(conn, project, file))
    })
    .await
}

/// The files of a project by name, whatever their case.
#[crate::use_case]
pub async fn list_project_files(
    app: &App,
    actor: &Actor,
    project: ProjectId,
) -> Result<Vec<ListedProjectFile>> {
    let list = format!(
        "SELECT {} FROM project_has_files f LEFT JOIN users u ON u.id = f.user_id WHERE f.project_id = $1",
        ListedProjectFile::COLUMNS
    );
    let mut files: Vec<ListedProjectFile> = app
        .read_in(actor, project, Permission::ViewProject, move |conn, project| {
            Box::pin(async move { Ok(conn.all(&list, params![project.get()]).await?) })
        })
        .await?;
    files.sort_by_cached_key(|file| (file.name.to_lowercase(), file.id));
    Ok(files)
}

pub(super) async fn task_file(conn: &Conn, file: FileId) -> Result<FileDetails> {
    let find = format!("SELECT {} FROM task_has_files WHERE id = $1", FileDetails::COLUMNS);
    conn.one(&find, params![file.get()]).await?.ok_or(Error::NotFound(Kind::File))
}

pub(super) async fn project_file(conn: &Conn, project: ProjectId, file: FileId) -> Result<ProjectFile> {
    let find =
        format!("SELECT {} FROM project_has_files WHERE id = $1 AND project_id = $2", ProjectFile::COLUMNS);
    conn.one(&find, params![file.get(), project.get()]).await?.ok_or(Error::NotFound(Kind::File))
}
