//! Removing files. Their content goes later, when the removal is committed.

use kanso_db::{Conn, params};
use kanso_domain::{Event, FileId, Permission, ProjectId, TaskId};

use super::{FileDetails, find, record, stray};
use crate::change::Change;
use crate::{Actor, App, Conflict, Error, Result, Scope};

/// Removes a file of a task.
///
/// # Errors
///
/// [`Conflict::ContentMissing`] when the store has lost its content; the file stays, as in Kanboard.
#[crate::use_case]
pub async fn remove_task_file(app: &App, actor: &Actor, file: FileId) -> Result<()> {
    let scope = Scope::TaskFile(file);
    let seen = app.read_in(actor, scope, Permission::WorkInProject, move |conn, _| {
        Box::pin(find::task_file(conn, file))
    });
    if !app.files().has(&seen.await?.path).await? {
        return Err(Error::Conflict(Conflict::ContentMissing));
    }
    app.change(actor, scope, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let file = find::task_file(change.conn(), file).await?;
            remove_of_task(change, file).await
        })
    })
    .await?;
    app.tell_strays();
    Ok(())
}

/// Removes the files of a task.
///
/// # Errors
///
/// [`Conflict::ContentMissing`] when the store has lost the content of some; those stay, the others are removed.
#[crate::use_case]
pub async fn remove_all_task_files(app: &App, actor: &Actor, task: TaskId) -> Result<()> {
    let seen =
        app.read_in(actor, task, Permission::WorkInProject, move |conn, _| Box::pin(of_task(conn, task)));
    let lost = lost(app, seen.await?.into_iter().map(|file| (file.id, file.path))).await?;
    let stay = lost.clone();
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            for file in of_task(change.conn(), task).await? {
                if !stay.contains(&file.id) {
                    remove_of_task(change, file).await?;
                }
            }
            Ok(())
        })
    })
    .await?;
    app.tell_strays();
    lost.is_empty().then_some(()).ok_or(Error::Conflict(Conflict::ContentMissing))
}

/// Removes a file of the project.
///
/// # Errors
///
/// [`Conflict::ContentMissing`] as for the file of a task.
#[crate::use_case]
pub async fn remove_project_file(app: &App, actor: &Actor, project: ProjectId, file: FileId) -> Result<()> {
    let seen = app.read_in(actor, project, Permission::WorkInProject, move |conn, project| {
        Box::pin(find::project_file(conn, project, file))
    });
    if !app.files().has(&seen.await?.path).await? {
        return Err(Error::Conflict(Conflict::ContentMissing));
    }
    app.change(actor, project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let file = find::project_file(change.conn(), project, file).await?;
            remove_of_project(change, file.id, &file.path).await
        })
    })
    .await?;
    app.tell_strays();
    Ok(())
}

/// Removes the files of a project itself; those of its tasks stay.
///
/// # Errors
///
/// [`Conflict::ContentMissing`] as for the files of a task.
#[crate::use_case]
pub async fn remove_all_project_files(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    let seen = app.read_in(actor, project, Permission::WorkInProject, move |conn, project| {
        Box::pin(of_project(conn, project))
    });
    let lost = lost(app, seen.await?.into_iter()).await?;
    let stay = lost.clone();
    app.change(actor, project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            for (file, path) in of_project(change.conn(), project).await? {
                if !stay.contains(&file) {
                    remove_of_project(change, file, &path).await?;
                }
            }
            Ok(())
        })
    })
    .await?;
    app.tell_strays();
    lost.is_empty().then_some(()).ok_or(Error::Conflict(Conflict::ContentMissing))
}

/// Takes the files off a task that goes into the trash, inside the change: their content stays there with it.
pub(crate) async fn take_with_task(change: &mut Change<'_>, task: TaskId) -> Result<()> {
    for file in of_task(change.conn(), task).await? {
        take(change, file).await?;
    }
    Ok(())
}

/// Removes the files of a project that is about to be deleted, and of its tasks, inside the change. Afterwards
/// [`App::tell_strays`] is due.
pub(crate) async fn remove_with_project(change: &mut Change<'_>, project: ProjectId) -> Result<()> {
    for file in of_all_tasks(change.conn(), project).await? {
        remove_of_task(change, file).await?;
    }
    for (file, path) in of_project(change.conn(), project).await? {
        remove_of_project(change, file, &path).await?;
    }
    Ok(())
}

/// Tells that the files of the tasks go with a project that is removed, inside the change. They stay with it.
pub(crate) async fn tell_of_removal(change: &mut Change<'_>, project: ProjectId) -> Result<()> {
    for file in of_all_tasks(change.conn(), project).await? {
        record(change, Event::FileRemoved { task: file.task_id, file: file.id }, file).await?;
    }
    Ok(())
}

async fn remove_of_task(change: &mut Change<'_>, file: FileDetails) -> Result<()> {
    stray::note(change.conn(), &file.path).await?;
    take(change, file).await
}

async fn take(change: &mut Change<'_>, file: FileDetails) -> Result<()> {
    const REMOVE: &str = "DELETE FROM task_has_files WHERE id = $1";
    change.conn().execute(REMOVE, params![file.id.get()]).await?;
    record(change, Event::FileRemoved { task: file.task_id, file: file.id }, file).await
}

async fn remove_of_project(change: &Change<'_>, file: FileId, path: &str) -> Result<()> {
    const REMOVE: &str = "DELETE FROM project_has_files WHERE id = $1";
    change.conn().execute(REMOVE, params![file.get()]).await?;
    stray::note(change.conn(), path).await
}

/// The files of a task, oldest first.
pub(super) async fn of_task(conn: &Conn, task: TaskId) -> Result<Vec<FileDetails>> {
    of_tasks(conn, "task_id = $1", task.get()).await
}

/// The files of all tasks of a project, oldest first.
pub(super) async fn of_all_tasks(conn: &Conn, project: ProjectId) -> Result<Vec<FileDetails>> {
    of_tasks(conn, "task_id IN (SELECT id FROM tasks WHERE project_id = $1)", project.get()).await
}

async fn of_tasks(conn: &Conn, condition: &str, id: i64) -> Result<Vec<FileDetails>> {
    let list = format!("SELECT {} FROM task_has_files WHERE {condition} ORDER BY id", FileDetails::COLUMNS);
    Ok(conn.all(&list, params![id]).await?)
}

async fn of_project(conn: &Conn, project: ProjectId) -> Result<Vec<(FileId, String)>> {
    const LIST: &str = "SELECT id, path FROM project_has_files WHERE project_id = $1 ORDER BY id";
    let files = conn.all::<(i64, String)>(LIST, params![project.get()]).await?;
    Ok(files.into_iter().map(|(id, path)| (id.into(), path)).collect())
}

/// Those whose content is not in the store.
async fn lost(app: &App, files: impl Iterator<Item = (FileId, String)>) -> Result<Vec<FileId>> {
    let mut lost = Vec::new();
    for (file, path) in files {
        if !app.files().has(&path).await? {
            lost.push(file);
        }
    }
    Ok(lost)
}
