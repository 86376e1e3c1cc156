//! Content that lost a file: a row from the removal until the content is gone, so that a crash loses none.

use kanso_db::{Conn, params, row};
use kanso_domain::ProjectId;

use super::{FileStore, thumbnail};
use crate::{App, Result, backup};

row! {
    struct Stray {
        id: i64,
        path: String,
        is_named: i64 = "CASE WHEN EXISTS (SELECT 1 FROM task_has_files f WHERE f.path = stray_files.path) \
            OR EXISTS (SELECT 1 FROM project_has_files f WHERE f.path = stray_files.path) \
            OR EXISTS (SELECT 1 FROM trash_rows r WHERE r.path = stray_files.path) THEN 1 ELSE 0 END",
    }
}

/// How many rows are looked at together.
const MANY: i64 = 100;

/// Notes, in the transaction that removes a file, that its content may have lost its last one.
pub(crate) async fn note(conn: &Conn, path: &str) -> Result<()> {
    const NOTE: &str = "INSERT INTO stray_files (path) VALUES ($1)";
    conn.execute(NOTE, params![path]).await?;
    Ok(())
}

/// The same for all files of a project that is about to be deleted.
pub(crate) async fn note_of_project(conn: &Conn, project: ProjectId) -> Result<()> {
    const NOTE: [&str; 2] = [
        "INSERT INTO stray_files (path) SELECT f.path FROM task_has_files f JOIN tasks t ON t.id = f.task_id \
         WHERE t.project_id = $1",
        "INSERT INTO stray_files (path) SELECT path FROM project_has_files WHERE project_id = $1",
    ];
    for note in NOTE {
        conn.execute(note, params![project.get()]).await?;
    }
    Ok(())
}

/// Deletes the content, and its thumbnail, that no file names any more. What cannot be deleted now stays noted.
///
/// While a backup is written nothing is deleted: it names what there was when it began.
///
/// Several may do this at the same time. Once content has lost its last file no copy can name it again:
/// copying holds the rows that it copies (see `copy.rs`).
///
/// # Errors
///
/// When the database fails; failures of the store are logged.
#[crate::use_case]
pub async fn sweep(app: &App) -> Result<()> {
    let mut after = 0;
    loop {
        let strays = list(app, after).await?;
        // After the list: what is removed from now on is named by who began to read before.
        if backup::is_under_way(app).await? {
            return Ok(());
        }
        let Some(last) = strays.last() else { return Ok(()) };
        after = last.id;
        let mut done = Vec::with_capacity(strays.len());
        for stray in strays {
            match delete(app, &stray).await {
                Ok(()) => done.push(stray.id),
                Err(error) => tracing::warn!(path = stray.path, %error, "content of a removed file stays"),
            }
        }
        forget(app, done).await?;
    }
}

async fn list(app: &App, after: i64) -> Result<Vec<Stray>> {
    let list = format!("SELECT {} FROM stray_files WHERE id > $1 ORDER BY id LIMIT $2", Stray::COLUMNS);
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![after, MANY]).await?) })).await
}

async fn delete(app: &App, stray: &Stray) -> Result<()> {
    if stray.is_named == 1 {
        return Ok(());
    }
    discard(app.files(), &stray.path).await
}

/// Deletes content that no file names, and its thumbnail.
pub(crate) async fn discard(files: &FileStore, path: &str) -> Result<()> {
    files.remove(&thumbnail::path_of(path)).await?;
    files.remove(path).await
}

async fn forget(app: &App, done: Vec<i64>) -> Result<()> {
    const FORGET: &str = "DELETE FROM stray_files WHERE id = $1";
    if done.is_empty() {
        return Ok(());
    }
    app.note(move |conn| {
        Box::pin(async move {
            for id in done {
                conn.execute(FORGET, params![id]).await?;
            }
            Ok(())
        })
    })
    .await
}
