//! Closing a project, and opening its board to everybody.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::load;
use crate::{Actor, App, Result, event, random};

/// Closes or reopens a project. Its tasks stay as they are.
pub async fn set_active(app: &App, actor: &Actor, project: ProjectId, active: bool) -> Result<()> {
    const SET: &str = "UPDATE projects SET is_active = $1 WHERE id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), project).await?;
            change.conn().execute(SET, params![i64::from(active), project.get()]).await?;
            let after = load(change.conn(), project).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

/// Lets everybody who has the new random token see the board.
pub async fn enable_public_access(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    publish(app, actor, project, random::hex(30)).await
}

/// Takes the public token away.
pub async fn disable_public_access(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    publish(app, actor, project, String::new()).await
}

async fn publish(app: &App, actor: &Actor, project: ProjectId, token: String) -> Result<()> {
    const SET: &str = "UPDATE projects SET is_public = $1, token = $2 WHERE id = $3";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let values = params![i64::from(!token.is_empty()), token, project.get()];
            let before = load(change.conn(), project).await?;
            change.conn().execute(SET, values).await?;
            let after = load(change.conn(), project).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}
