//! Removing a link between tasks.

use kanso_db::params;
use kanso_domain::{Event, Permission, TaskLinkId};

use super::{find, record};
use crate::{Actor, App, Result, Scope};

/// Removes both sides of a link. The event tells of the named one only, as in Kanboard.
#[crate::use_case]
pub async fn remove_task_link(app: &App, actor: &Actor, link: TaskLinkId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM task_has_links WHERE id = $1";
    let other = find::find_other_end(app, link).await?;
    let both = Scope::from(link).beside(other.map(Scope::from));
    app.change(actor, both, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let removed = find::details(change.conn(), link).await?;
            find::require_unmoved(&removed, other)?;
            let mirror = find::find_mirror(change.conn(), &removed).await?;
            for side in [Some(link), mirror].into_iter().flatten() {
                change.conn().execute(REMOVE, params![side.get()]).await?;
            }
            record(change, Event::LinkRemoved { task: removed.task_id, link }, removed).await
        })
    })
    .await
}
