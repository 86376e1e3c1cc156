//! Searching in what people did.

use kanso_domain::{ApplicationRole, EventId, EventName};

use super::Activity;
use super::list::Entry;
use crate::search::{Area, Reader, clauses_of_events, read};
use crate::{Actor, App, Result};

/// Some of what a search in the stream finds.
#[derive(Clone, Debug, Default)]
pub struct FoundActivities {
    /// Newest first.
    pub activities: Vec<Activity>,
    /// The last event that was looked at, when there may be earlier ones.
    pub last: Option<EventId>,
}

/// What people did to the tasks that `query` asks for, newest first: at most `limit` entries before `before`. In the
/// query `creator:` is who did it, and `created:` when; all else is asked of the task. Events about comments that the
/// actor may not read are left out.
///
/// # Errors
///
/// [`Fault::TooLong`](crate::Fault::TooLong) for a query of more than 10,000 characters.
#[crate::use_case]
pub async fn search_activities(
    app: &App,
    actor: &Actor,
    area: Area,
    query: &str,
    before: Option<EventId>,
    limit: i64,
) -> Result<FoundActivities> {
    let (query, actor) = (read(app, actor, query)?, actor.clone());
    app.read(move |conn| {
        Box::pin(async move {
            let projects = area.projects(conn, &actor).await?;
            if projects.is_empty() {
                return Ok(FoundActivities::default());
            }
            let mut found = clauses_of_events(conn, &projects, Reader::of(&actor), &query);
            let end = found.value(before.map_or(i64::MAX, EventId::get));
            let most = found.value(limit);
            let list = format!(
                "SELECT {} FROM events e JOIN users u ON u.id = e.actor_id JOIN {} ON t.id = e.task_id \
                 JOIN projects p ON p.id = e.project_id AND p.removed_at = 0 WHERE e.actor_id > 0 AND e.task_id > 0 AND {} \
                 AND e.id < {end} ORDER BY e.id DESC LIMIT {most}",
                Entry::COLUMNS,
                found.tasks,
                found.which
            );
            let entries: Vec<Entry> = conn.all(&list, &found.values).await?;
            let is_full = i64::try_from(entries.len()).is_ok_and(|count| count >= limit);
            let last = entries.last().filter(|_| is_full).map(|entry| entry.id.into());
            Ok(FoundActivities { activities: shown(entries, actor.application_role())?, last })
        })
    })
    .await
}

fn shown(entries: Vec<Entry>, role: ApplicationRole) -> Result<Vec<Activity>> {
    let mut shown = Vec::with_capacity(entries.len());
    for entry in entries {
        let activity = Activity::try_from(entry)?;
        let is_kanboards = activity.logged.event.names().any(EventName::is_kanboards);
        if is_kanboards && activity.comment().is_none_or(|comment| comment.is_visible_to(role)) {
            shown.push(activity);
        }
    }
    Ok(shown)
}
