//! The order of swimlanes, and hiding them.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, SwimlaneId};

use crate::column::placed;
use crate::{Actor, App, Kind, Result};

/// Moves a swimlane to the `position`th place from the top.
///
/// # Errors
///
/// [`Fault::Unknown`](crate::Fault::Unknown) for a position beyond the number of swimlanes, disabled ones
/// counted; [`Kind::Swimlane`] when the project has no such one.
pub async fn move_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
    position: i64,
) -> Result<()> {
    // Disabled ones stand behind: they count for the highest position and keep 0, but for the moved one.
    const LIST: &str =
        "SELECT id, is_active FROM swimlanes WHERE project_id = $1 ORDER BY is_active DESC, position, id";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let swimlanes: Vec<(i64, i64)> = change.conn().all(LIST, params![project.get()]).await?;
            let ids = swimlanes.iter().map(|(id, _)| *id).collect();
            for (id, place) in placed(ids, swimlane.get(), position, Kind::Swimlane)? {
                if id == swimlane.get() || swimlanes.contains(&(id, 1)) {
                    change.conn().execute(PLACE, params![place, id]).await?;
                }
            }
            change.ring();
            Ok(())
        })
    })
    .await
}

const PLACE: &str = "UPDATE swimlanes SET position = $1 WHERE id = $2";

/// Hides a swimlane; its tasks stay and leave the board. Nothing happens for one of another project.
pub async fn disable_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
) -> Result<()> {
    const DISABLE: &str =
        "UPDATE swimlanes SET is_active = 0, position = 0 WHERE id = $1 AND project_id = $2";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            change.conn().execute(DISABLE, params![swimlane.get(), project.get()]).await?;
            renumber(change.conn(), project).await?;
            change.ring();
            Ok(())
        })
    })
    .await
}

/// Shows a swimlane again, at the bottom. Nothing happens for one of another project.
pub async fn enable_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
) -> Result<()> {
    const ENABLE: &str = "UPDATE swimlanes SET is_active = 1, position = \
        (SELECT COUNT(*) + 1 FROM swimlanes WHERE project_id = $1 AND is_active = 1) \
        WHERE id = $2 AND project_id = $1";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            change.conn().execute(ENABLE, params![project.get(), swimlane.get()]).await?;
            change.ring();
            Ok(())
        })
    })
    .await
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
