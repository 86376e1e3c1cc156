//! The log backwards, for people who look what happened.

use kanso_db::params;
use kanso_domain::{EventId, ProjectId};

use super::Logged;
use super::list::{EventRow, entries};
use crate::endpoint::require_endpoint_manager;
use crate::{Actor, App, Result};

/// What happened before `before`, newest first, at most `limit`: in a project for its managers, or anywhere for
/// administrators. Comments that the actor may not read are left out.
#[crate::use_case]
pub async fn list_recent_events(
    app: &App,
    actor: &Actor,
    project: Option<ProjectId>,
    before: Option<EventId>,
    limit: i64,
) -> Result<Vec<Logged>> {
    require_endpoint_manager(app, actor, project).await?;
    let columns = EventRow::COLUMNS;
    let find = match project {
        Some(_) => {
            format!(
                "SELECT {columns} FROM events WHERE project_id = $3 AND id < $1 ORDER BY id DESC LIMIT $2"
            )
        }
        None => format!("SELECT {columns} FROM events WHERE id < $1 ORDER BY id DESC LIMIT $2"),
    };
    let before = before.map_or(i64::MAX, EventId::get);
    let of = project.map(ProjectId::get);
    let found = app.read(move |conn| {
        Box::pin(async move {
            match of {
                Some(project) => entries(conn, &find, params![before, limit, project]).await,
                None => entries(conn, &find, params![before, limit]).await,
            }
        })
    });
    let mut events = found.await?;
    events.retain(|event| event.is_visible_to(actor.application_role()));
    Ok(events)
}
