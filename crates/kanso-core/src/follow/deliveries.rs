//! A row for each endpoint that wants the event.

use kanso_db::params;
use kanso_domain::{Event, EventId, ProjectId};

use crate::change::Change;
use crate::endpoint::{self, Endpoint};
use crate::{Result, random};

/// Enters a delivery for every endpoint that wants the event, one for each of its names.
///
/// A delivery of a task whose earlier ones are waiting for another try is due when they are; that spares the
/// worker from looking at it in vain. That it waits its turn does not depend on it: claiming asks again.
///
/// The plus before `due_at_ms` keeps SQLite from looking for the maximum in the index by due time, through all
/// that waits for the endpoint, instead of among the few of the task.
pub(crate) async fn enqueue(
    change: &Change<'_>,
    project: ProjectId,
    id: EventId,
    event: &Event,
) -> Result<()> {
    const ENDPOINTS: &str = "enabled = 1 AND (project_id IS NULL OR project_id = $1) ORDER BY id";
    const INSERT: &str = "INSERT INTO deliveries \
        (endpoint_id, event_id, event_name, message_id, order_key, state, cause, due_at_ms, created_at_ms) \
        VALUES ($1, $2, $3, $4, $5, 'waiting', 'event', \
        (SELECT COALESCE(MAX(+due_at_ms), $6) FROM deliveries \
         WHERE endpoint_id = $1 AND order_key = $5 AND state = 'waiting'), $6)";
    for endpoint in endpoint::select(change.conn(), ENDPOINTS, params![project.get()]).await? {
        for name in event.names().filter(|name| Endpoint::wants(&endpoint, *name)) {
            let (endpoint, order, now) = (endpoint.id.get(), order_key(project, event), change.now_ms());
            let message = format!("msg_{}", random::hex(13));
            let values = params![endpoint, id.get(), name.as_str(), message, order, now];
            change.conn().execute(INSERT, values).await?;
        }
    }
    Ok(())
}

/// What is delivered one after the other: the events of a task; else those of a project, which count down from
/// 0, and those of the instance.
fn order_key(project: ProjectId, event: &Event) -> i64 {
    const OF_INSTANCE: i64 = i64::MIN;
    match (event.task(), project) {
        (task, _) if !task.is_none() => task.get(),
        (_, project) if !project.is_none() => -project.get(),
        _ => OF_INSTANCE,
    }
}
