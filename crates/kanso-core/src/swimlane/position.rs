//! The order of swimlanes, and hiding them.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, SwimlaneId};

use super::{Swimlane, list, load};
use crate::column::placed;
use crate::{Actor, App, Error, Kind, Result, event};

/// Moves a swimlane to the `position`th place from the top.
///
/// # Errors
///
/// [`Fault::Unknown`](crate::Fault::Unknown) for a position beyond the number of swimlanes, disabled ones
/// counted; [`Kind::Swimlane`] when the project has no such one.
#[crate::use_case]
pub async fn move_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
    position: i64,
) -> Result<()> {
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let mut swimlanes = list(change.conn(), project).await?;
            // Disabled ones stand behind: they count for the highest position and keep 0, but for the moved one.
            swimlanes.sort_by_key(|known| (1 - known.is_active, known.position, known.id));
            let ids = swimlanes.iter().map(|known| known.id.get()).collect();
            let places = placed(ids, swimlane.get(), position, Kind::Swimlane)?;
            let enabled: Vec<i64> =
                swimlanes.iter().filter(|known| known.is_active == 1).map(|known| known.id.get()).collect();
            for (id, place) in places {
                if id == swimlane.get() || enabled.contains(&id) {
                    change.conn().execute(PLACE, params![place, id]).await?;
                }
            }
            for before in swimlanes.iter().filter(|known| known.id == swimlane) {
                event::updated(change, before, &Swimlane { position, ..before.clone() }).await?;
            }
            Ok(())
        })
    })
    .await
}

const PLACE: &str = "UPDATE swimlanes SET position = $1 WHERE id = $2";

/// Hides a swimlane; its tasks stay and leave the board. Nothing happens for one of another project.
#[crate::use_case]
pub async fn disable_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
) -> Result<()> {
    const DISABLE: &str = "UPDATE swimlanes SET is_active = 0, position = 0 WHERE id = $1";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let Some(before) = load_if_any(change.conn(), project, swimlane).await? else { return Ok(()) };
            change.conn().execute(DISABLE, params![swimlane.get()]).await?;
            renumber(change.conn(), project).await?;
            let after = load(change.conn(), project, swimlane).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

/// Shows a swimlane again, at the bottom. Nothing happens for one of another project.
#[crate::use_case]
pub async fn enable_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
) -> Result<()> {
    const ENABLE: &str = "UPDATE swimlanes SET is_active = 1, position = \
        (SELECT COUNT(*) + 1 FROM swimlanes WHERE project_id = $1 AND is_active = 1) \
        WHERE id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let Some(before) = load_if_any(change.conn(), project, swimlane).await? else { return Ok(()) };
            change.conn().execute(ENABLE, params![project.get(), swimlane.get()]).await?;
            let after = load(change.conn(), project, swimlane).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

async fn load_if_any(conn: &Conn, project: ProjectId, swimlane: SwimlaneId) -> Result<Option<Swimlane>> {
    match load(conn, project, swimlane).await {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Numbers the enabled swimlanes 1..n.
pub(super) async fn renumber(conn: &Conn, project: ProjectId) -> Result<()> {
    const LIST: &str =
        "SELECT id FROM swimlanes WHERE project_id = $1 AND is_active = 1 ORDER BY position, id";
    let swimlanes: Vec<(i64,)> = conn.all(LIST, params![project.get()]).await?;
    for ((id,), place) in swimlanes.into_iter().zip(1i64..) {
        conn.execute(PLACE, params![place, id]).await?;
    }
    Ok(())
}
