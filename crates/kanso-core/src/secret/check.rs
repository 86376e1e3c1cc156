//! Noticing at the start that the secret key is not the database's: later it would be noticed by webhooks that do
//! not go out.

use kanso_db::params;

use crate::{App, Error, Result};

/// What is sealed to know the key by.
const KNOWN: &str = "kanso";

/// What to do about it.
const ANOTHER: &str = "its secrets were sealed with another key than the one given; start with the KANSO_SECRET_KEY \
    (or the file secret.key in the data folder) that this database was used with before";

/// Keeps something that the first key sealed, and refuses every other key.
///
/// # Errors
///
/// [`Error::Stored`] when another key sealed it, with words that tell what to do.
pub(crate) async fn check_key(app: &App) -> Result<()> {
    const KEEP: &str = "UPDATE instance SET sealed_check = $1 WHERE id = 1 AND sealed_check IS NULL";
    let sealed = match find(app).await? {
        Some(sealed) => Some(sealed),
        None => {
            let sealed = app.secrets().seal(KNOWN)?;
            app.note(|conn| Box::pin(async move { Ok(conn.execute(KEEP, params![sealed]).await?) })).await?;
            // Another server may have been quicker, with another key.
            find(app).await?
        }
    };
    let is_known = sealed.is_some_and(|sealed| app.secrets().open(&sealed).is_ok_and(|text| text == KNOWN));
    if is_known { Ok(()) } else { Err(Error::Stored(ANOTHER.to_owned())) }
}

async fn find(app: &App) -> Result<Option<String>> {
    const FIND: &str = "SELECT sealed_check FROM instance WHERE id = 1";
    let found = app.read(|conn| Box::pin(async move { Ok(conn.one::<(Option<String>,)>(FIND, &[]).await?) }));
    Ok(found.await?.and_then(|(sealed,)| sealed))
}
