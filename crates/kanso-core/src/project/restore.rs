//! Bringing a removed project back, or deleting it for good.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId};

use super::create::require_unique;
use super::load;
use super::remove::erase_content;
use super::removed::require_holder;
use crate::access::Allowed;
use crate::change::Change;
use crate::{Actor, App, Error, Result, Scope, event, file, trash};

const DAY: i64 = 24 * 60 * 60;

/// Brings a removed project back, under its id and with all that belonged to it: for administrators and for who
/// managed it. Roles of accounts and groups that are gone do not come back, and what others took meanwhile as
/// identifier or address is theirs.
///
/// # Errors
///
/// [`Error::NotFound`] when it is not among the removed ones, or is not the actor's to bring back.
#[crate::use_case]
pub async fn restore_project(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    change_removed(app, actor, project, |change| Box::pin(show(change))).await
}

/// Deletes a removed project for good, for who could bring it back.
///
/// # Errors
///
/// [`Error::NotFound`] as in [`restore_project`].
#[crate::use_case]
pub async fn purge_project(app: &App, actor: &Actor, project: ProjectId) -> Result<()> {
    change_removed(app, actor, project, |change| Box::pin(erase_content(change))).await?;
    app.tell_strays();
    Ok(())
}

/// Deletes for good what was removed more than [`KEPT_DAYS`](trash::KEPT_DAYS) ago, and answers how many projects that
/// were. Any number of servers may do it at any time.
pub(crate) async fn purge_old(app: &App) -> Result<u64> {
    const LIST: &str = "SELECT id FROM projects WHERE removed_at > 0 AND removed_at < $1 ORDER BY id";
    let before = app.clock().now() - trash::KEPT_DAYS * DAY;
    let projects: Vec<(i64,)> =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(LIST, params![before]).await?) })).await?;
    let mut purged = 0;
    for (project,) in projects {
        match purge_project(app, &Actor::Application, project.into()).await {
            Ok(()) => purged += 1,
            // It was brought back or deleted meanwhile.
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(purged)
}

/// Changes a removed project for who managed it: in the project itself nobody has a role.
async fn change_removed<F>(app: &App, actor: &Actor, project: ProjectId, act: F) -> Result<()>
where
    F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> kanso_db::BoxFuture<'a, Result<()>> + Send + 'static,
{
    actor.require_writing()?;
    let actor = actor.clone();
    app.change(&Actor::Application, Scope::Removed(project), Permission::ManageProject, move |change| {
        Box::pin(async move {
            require_holder(change.conn(), &actor, project).await?;
            change.act_as(actor, Allowed::default());
            act(change).await
        })
    })
    .await
}

async fn show(change: &mut Change<'_>) -> Result<()> {
    const SHOW: &str =
        "UPDATE projects SET removed_at = 0, removed_by = 0, identifier = $1, email = $2 WHERE id = $3";
    const GIVE_BACK: [&str; 4] = [
        "INSERT INTO project_has_users (project_id, user_id, role) \
         SELECT project_id, user_id, role FROM removed_project_has_users WHERE project_id = $1",
        "DELETE FROM removed_project_has_users WHERE project_id = $1",
        "INSERT INTO project_has_groups (project_id, group_id, role) \
         SELECT project_id, group_id, role FROM removed_project_has_groups WHERE project_id = $1",
        "DELETE FROM removed_project_has_groups WHERE project_id = $1",
    ];
    let (conn, id) = (change.conn(), change.project());
    let kept = load(conn, id).await?;
    let is_free = |found: Result<()>| match found {
        Ok(()) => Ok(true),
        Err(Error::Invalid(_)) => Ok(false),
        Err(error) => Err(error),
    };
    let (identifier, email) = (kept.identifier.as_deref(), kept.email.as_deref());
    let keeps_identifier = is_free(require_unique(conn, identifier, None, id).await)?;
    let keeps_email = is_free(require_unique(conn, None, email, id).await)?;
    let identifier = identifier.filter(|_| keeps_identifier);
    conn.execute(SHOW, params![identifier, email.filter(|_| keeps_email), id.get()]).await?;
    for give_back in GIVE_BACK {
        conn.execute(give_back, params![id.get()]).await?;
    }
    let project = load(conn, id).await?;
    event::restored(change, &project).await?;
    file::return_with_project(change, id).await
}
