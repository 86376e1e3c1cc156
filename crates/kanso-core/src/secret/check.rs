//! Noticing that the secret key is not the database's, before webhooks that do not go out tell it.

use kanso_db::{Conn, params};

use super::SecretKey;
use crate::{App, Result};

/// What is sealed to know the key by.
const KNOWN: &str = "kanso";

/// Keeps something that the first key of a database sealed, to know it by.
pub(crate) async fn keep_check(app: &App) -> Result<()> {
    const KEEP: &str = "UPDATE instance SET sealed_check = $1 WHERE id = 1 AND sealed_check IS NULL";
    if find(app).await?.is_none() {
        let sealed = app.secrets().as_own().seal(KNOWN)?;
        app.note(|conn| Box::pin(async move { Ok(conn.execute(KEEP, params![sealed]).await?) })).await?;
    }
    Ok(())
}

/// Notices whether the key is the database's.
pub(crate) async fn check_key(app: &App) -> Result<()> {
    let sealed = find(app).await?;
    let is_known = sealed.is_some_and(|sealed| app.secrets().open(&sealed).is_ok_and(|text| text == KNOWN));
    app.secrets().mark_foreign(!is_known);
    Ok(())
}

/// Makes the key the database's, inside the change that leaves nothing there that it does not open.
pub(crate) async fn renew_check(conn: &Conn, own: &SecretKey) -> Result<()> {
    const RENEW: &str = "UPDATE instance SET sealed_check = $1 WHERE id = 1";
    conn.execute(RENEW, params![own.seal(KNOWN)?]).await?;
    Ok(())
}

async fn find(app: &App) -> Result<Option<String>> {
    const FIND: &str = "SELECT sealed_check FROM instance WHERE id = 1";
    let found = app.read(|conn| Box::pin(async move { Ok(conn.one::<(Option<String>,)>(FIND, &[]).await?) }));
    Ok(found.await?.and_then(|(sealed,)| sealed))
}

/// Whether a key opens what is sealed in the database, or nothing is.
pub(crate) async fn opens(conn: &Conn, key: Option<&SecretKey>) -> Result<bool, kanso_db::Error> {
    const FIND: &str = "SELECT sealed_check FROM instance WHERE id = 1 AND sealed_check IS NOT NULL";
    let Some((sealed,)) = conn.one::<(String,)>(FIND, &[]).await? else { return Ok(true) };
    Ok(key.is_some_and(|key| key.open(&sealed).is_ok_and(|text| text == KNOWN)))
}
