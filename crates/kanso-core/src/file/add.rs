//! Attaching files.

use kanso_db::{Conn, params};
use kanso_domain::{Event, FileId, Permission, ProjectId, TaskId};

use super::new::{NewFile, Stored, store, take_back};
use super::{find, record, thumbnail};
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result};

/// Attaches a file to a task of the project. An image gets a thumbnail, if it can be read as one.
///
/// # Errors
///
/// [`Error::NotFound`] for a task that is not in this project; [`Error::Invalid`] for a file without content.
#[crate::use_case]
pub async fn add_task_file(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    task: TaskId,
    new: NewFile,
) -> Result<FileId> {
    // Asked before anything is stored, and again when it counts.
    app.read_in(actor, project, Permission::WorkInProject, move |conn, project| {
        Box::pin(require_task(conn, project, task))
    })
    .await?;
    let stored = store(app, format!("tasks/{task}"), new).await?;
    let kept = stored.clone();
    let added = app.change(actor, project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            require_task(change.conn(), change.project(), task).await?;
            add_in(change, task, kept).await
        })
    });
    let added = added.await;
    finish(app, stored, added).await
}

/// Names stored content as a file of a task, inside a change.
pub(super) async fn add_in(change: &mut Change<'_>, task: TaskId, stored: Stored) -> Result<FileId> {
    let (user, now) = (change.actor().user_id().get(), change.now());
    let file = insert(change.conn(), INTO_TASK, task.get(), stored, (user, now)).await?;
    let details = find::task_file(change.conn(), file).await?;
    record(change, Event::FileAdded { task, file }, details).await?;
    Ok(file)
}

/// Attaches a file to a project. An image gets a thumbnail, if it can be read as one.
///
/// # Errors
///
/// [`Error::Invalid`] for a file without content.
#[crate::use_case]
pub async fn add_project_file(app: &App, actor: &Actor, project: ProjectId, new: NewFile) -> Result<FileId> {
    app.require(actor, project, Permission::WorkInProject).await?;
    let stored = store(app, format!("projects/{project}"), new).await?;
    let kept = stored.clone();
    let added = app.change(actor, project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let (user, now) = (change.actor().user_id().get(), change.now());
            insert(change.conn(), INTO_PROJECT, project.get(), kept, (user, now)).await
        })
    });
    let added = added.await;
    finish(app, stored, added).await
}

const INTO_TASK: &str = "INSERT INTO task_has_files (task_id, name, path, is_image, size, user_id, date) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
const INTO_PROJECT: &str = "INSERT INTO project_has_files (project_id, name, path, is_image, size, user_id, date) \
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";

async fn insert(
    conn: &Conn,
    into: &str,
    owner: i64,
    stored: Stored,
    (user, now): (i64, i64),
) -> Result<FileId> {
    let Stored { name, path, is_image, size } = stored;
    let values = params![owner, name, path, i64::from(is_image), size, user, now];
    let (id,) = conn.one::<(i64,)>(into, values).await?.unwrap_or_default();
    Ok(id.into())
}

async fn require_task(conn: &Conn, project: ProjectId, task: TaskId) -> Result<()> {
    const FIND: &str = "SELECT id FROM tasks WHERE id = $1 AND project_id = $2";
    let found = conn.one::<(i64,)>(FIND, params![task.get(), project.get()]).await?;
    found.map(drop).ok_or(Error::NotFound(Kind::Task))
}

async fn finish(app: &App, stored: Stored, added: Result<FileId>) -> Result<FileId> {
    match &added {
        Ok(_) => show(app, &stored).await,
        Err(error) => take_back(app, &stored, error).await,
    }
    added
}

/// Makes the thumbnail of an image. The file is attached, whatever becomes of that.
pub(super) async fn show(app: &App, stored: &Stored) {
    if stored.is_image
        && let Err(error) = thumbnail::make(app, &stored.path).await
    {
        tracing::warn!(%error, "cannot store a thumbnail");
    }
}
