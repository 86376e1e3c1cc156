//! The tasks of some days, for calendars.

use kanso_domain::search::{Condition, DateField, Span};
use kanso_domain::{Permission, ProjectId};

use super::{Reader, clauses, read};
use crate::board::FullTask;
use crate::{Actor, App, Result};

/// A calendar shows no more tasks than this.
const MOST: i64 = 1_000;

/// The tasks of a project that `query` asks for and that are due from `from` until before `until` (Unix seconds), or
/// whose time from start to due date falls into that, by due date. No more than 1,000.
///
/// # Errors
///
/// [`Fault::TooLong`](crate::Fault::TooLong) for a query of more than 10,000 characters.
#[crate::use_case]
pub async fn list_tasks_between(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    query: &str,
    from: i64,
    until: i64,
) -> Result<Vec<FullTask>> {
    let (mut query, reader) = (read(app, actor, query)?, Reader::of(actor));
    // A condition of the query, so that the index of due dates leads there.
    let due = Condition::Date(DateField::Due, Span { from: Some(from), until: None });
    query.groups.push(vec![due]);
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let mut found = clauses(conn, &[project], reader, &query);
            let (end, most) = (found.value(until), found.value(MOST));
            let which = format!(
                "{} AND (t.date_due < {end} OR (t.date_started > 0 AND t.date_started < {end})) \
                 ORDER BY t.date_due, t.id LIMIT {most}",
                found.which
            );
            Ok(conn.all(&FullTask::select(&found.tasks, &which), &found.values).await?)
        })
    })
    .await
}
