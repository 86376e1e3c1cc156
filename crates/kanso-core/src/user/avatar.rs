//! The picture of an account.

use bytes::Bytes;
use kanso_db::params;
use kanso_domain::UserId;

use crate::file::{Thumbnail, square};
use crate::{Actor, App, Error, Fault, Kind, Result, random};

/// Gives an account a picture, drawn anew as a small square, for its owner and for administrators.
///
/// # Errors
///
/// [`Fault::Unknown`] for what is no picture that can be read.
#[crate::use_case]
pub async fn set_avatar(app: &App, actor: &Actor, user: UserId, content: Bytes) -> Result<()> {
    actor.require_self_or_admin(user)?;
    let picture = square(content).await?.ok_or(Error::Invalid(Fault::Unknown("picture")))?;
    let path = format!("avatars/{}/{}", user.get(), random::hex(16));
    app.files().write(&path, picture).await?;
    store(app, actor, user, Some(path)).await
}

/// Takes the picture of an account away, for its owner and for administrators.
#[crate::use_case]
pub async fn remove_avatar(app: &App, actor: &Actor, user: UserId) -> Result<()> {
    actor.require_self_or_admin(user)?;
    store(app, actor, user, None).await
}

/// The picture of an account, for everybody with an account.
///
/// # Errors
///
/// [`Kind::File`] when it has none.
#[crate::use_case]
pub async fn find_avatar(app: &App, user: UserId) -> Result<Thumbnail> {
    const FIND: &str = "SELECT avatar_path FROM users WHERE id = $1";
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(Option<String>,)>(FIND, params![user.get()]).await?) })
    });
    let path = found.await?.and_then(|(path,)| path).filter(|path| !path.is_empty());
    let content = match path {
        Some(path) => app.files().read(&path).await?,
        None => None,
    };
    let content = content.ok_or(Error::NotFound(Kind::File))?;
    let media_type = if content.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    Ok(Thumbnail { content, media_type })
}

/// Names the picture; the one before is content that nobody names then.
async fn store(app: &App, actor: &Actor, user: UserId, path: Option<String>) -> Result<()> {
    const FIND: &str = "SELECT avatar_path FROM users WHERE id = $1";
    const STORE: &str = "UPDATE users SET avatar_path = $1 WHERE id = $2";
    const STRAY: &str = "INSERT INTO stray_files (path) VALUES ($1)";
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            let found = conn.one::<(Option<String>,)>(FIND, params![user.get()]).await?;
            let (before,) = found.ok_or(Error::NotFound(Kind::User))?;
            conn.execute(STORE, params![path, user.get()]).await?;
            if let Some(before) = before.filter(|before| !before.is_empty()) {
                conn.execute(STRAY, params![before]).await?;
            }
            Ok(())
        })
    })
    .await?;
    app.tell_strays();
    Ok(())
}
