//! Archives that were sent from a page and wait for somebody to say that they are to be put in.

use bytes::Bytes;
use kanso_db::params;
use kanso_domain::Permission;

use super::ArchiveSource;
use crate::{Actor, App, Conflict, Error, Kind, Result, file, random};

/// For how long they wait, in seconds.
const PATIENCE: i64 = 24 * 60 * 60;

/// Keeps an archive for who sent it, and answers under which name. It waits for a day.
#[crate::use_case]
pub async fn keep_archive(app: &App, actor: &Actor, content: Vec<u8>) -> Result<String> {
    const KEEP: &str = "INSERT INTO waiting_archives (path, user_id, created_at) VALUES ($1, $2, $3)";
    actor.require(Permission::CreateTeamProject)?;
    let name = random::hex(20);
    let path = path(&name);
    app.files().write(&path, Bytes::from(content)).await?;
    let (by, now) = (actor.user_id().get(), app.clock().now());
    let kept =
        app.note(move |conn| Box::pin(async move { Ok(conn.execute(KEEP, params![path, by, now]).await?) }));
    kept.await?;
    Ok(name)
}

/// The archive that this person sent.
///
/// # Errors
///
/// [`Kind::File`] when it is not there, or is another's.
#[crate::use_case]
pub async fn find_waiting_archive(app: &App, actor: &Actor, name: &str) -> Result<ArchiveSource> {
    const FIND: &str = "SELECT path FROM waiting_archives WHERE path = $1 AND user_id = $2";
    let (path, by) = (path(name), actor.user_id().get());
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(String,)>(FIND, params![path, by]).await?) }));
    let (path,) = found.await?.ok_or(Error::NotFound(Kind::File))?;
    let content = app.files().read(&path).await?.ok_or(Error::Conflict(Conflict::ContentMissing))?;
    Ok(ArchiveSource::Bytes(content))
}

/// Forgets an archive that this person sent.
#[crate::use_case]
pub async fn drop_waiting_archive(app: &App, actor: &Actor, name: &str) -> Result<()> {
    const DROP: &str = "DELETE FROM waiting_archives WHERE path = $1 AND user_id = $2";
    let (path, by) = (path(name), actor.user_id().get());
    app.note(move |conn| {
        Box::pin(async move {
            if conn.execute(DROP, params![&path, by]).await? > 0 {
                file::note_stray(conn, &path).await?;
            }
            Ok(())
        })
    })
    .await?;
    app.tell_strays();
    Ok(())
}

/// Forgets those that nobody came back to.
#[crate::use_case]
pub async fn forget_archives(app: &App) -> Result<()> {
    const STRAYS: &str =
        "INSERT INTO stray_files (path) SELECT path FROM waiting_archives WHERE created_at < $1";
    const FORGET: &str = "DELETE FROM waiting_archives WHERE created_at < $1";
    let before = app.clock().now() - PATIENCE;
    let forgotten = app.note(move |conn| {
        Box::pin(async move {
            conn.execute(STRAYS, params![before]).await?;
            Ok(conn.execute(FORGET, params![before]).await?)
        })
    });
    if forgotten.await? > 0 {
        app.tell_strays();
    }
    Ok(())
}

fn path(name: &str) -> String {
    format!("waiting/{name}")
}
