//! Who was invited and has not come yet.

use kanso_db::params;
use kanso_domain::Permission;

use super::Invitation;
use crate::{Actor, App, Result};

/// The invitations that can still be accepted, newest first, for administrators.
#[crate::use_case]
pub async fn list_invitations(app: &App, actor: &Actor) -> Result<Vec<Invitation>> {
    actor.require(Permission::Administrate)?;
    let list = format!(
        "SELECT {} FROM invitations i LEFT JOIN projects p ON p.id = i.project_id AND p.removed_at = 0 \
         WHERE i.expires_at > $1 \
         ORDER BY i.id DESC",
        Invitation::COLUMNS
    );
    let now = app.clock().now();
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![now]).await?) })).await
}
