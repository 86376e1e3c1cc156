//! Closing a project, and opening its board to everybody.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, UserId};

use super::load;
use crate::change::Change;
use crate::{Actor, App, Result, event, random};

/// Closes or reopens a project. Its tasks stay as they are.
#[crate::use_case]
pub async fn set_active(app: &App, actor: &Actor, project: ProjectId, active: bool) -> Result<()> {
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move { turn(change, project, active).await })
    })
    .await
}

/// Closes the private projects of an account, inside the change, which locks them.
pub(crate) async fn close_private(change: &mut Change<'_>, owner: UserId) -> Result<()> {
    const FIND: &str = "SELECT id FROM projects WHERE owner_id = $1 AND is_private = 1 AND is_active = 1 AND removed_at = 0 ORDER BY id";
    for (project,) in change.conn().all::<(i64,)>(FIND, params![owner.get()]).await? {
        if change.join(project.into()).await? {
            turn(change, project.into(), false).await?;
        }
    }
    Ok(())
}

async fn turn(change: &mut Change<'_>, project: ProjectId, active: bool) -> Result<()> {
    const SET: &str = "UPDATE projects SET is_active = $1 WHERE id = $2";
    let before = load(change.conn(), project).await?;
    change.conn().execute(SET, params![i64::from(active), project.get()]).await?;
    let after = load(change.conn(), project).await?;
    event::updated(change, &before, &after).await
}

/// Lets everybody who has the new random token see the board.
#[crate::use_case]
pub async fn enable_public_access(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    publish(app, actor, project, random::hex(30)).await
}

/// Takes the public token away.
#[crate::use_case]
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
