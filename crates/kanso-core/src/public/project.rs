//! The project of a token.

use kanso_db::{Conn, params};

use crate::project::Project;
use crate::{App, Error, Kind, Result};

/// The project that was opened to everybody under this token.
///
/// # Errors
///
/// [`Error::NotFound`] when there is none, or it was closed to the public since.
#[crate::use_case]
pub async fn find_public_project(app: &App, token: &str) -> Result<Project> {
    let token = token.to_owned();
    app.read(move |conn| Box::pin(async move { by_token(conn, &token).await })).await
}

/// The same inside a read.
pub(super) async fn by_token(conn: &Conn, token: &str) -> Result<Project> {
    let find = format!(
        "SELECT {} FROM projects WHERE token = $1 AND token <> '' AND is_public = 1 AND removed_at = 0",
        Project::COLUMNS
    );
    conn.one(&find, params![token]).await?.ok_or(Error::NotFound(Kind::Project))
}
