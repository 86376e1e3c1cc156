//! Searching for tasks in the search language of [`kanso_domain::search`].
//!
//! `filter.rs` writes a query as SQL (with `field.rs` and `person.rs`), `access.rs` says which index leads to its tasks.

mod access;
mod area;
mod between;
mod field;
mod filter;
mod glance;
mod list;
mod order;
mod pattern;
mod person;
mod ruled_out;

use kanso_db::Conn;
use kanso_domain::date::DateInput;
use kanso_domain::search::Query;
use kanso_domain::{Permission, ProjectId, TaskId, search, text};

use crate::board::FullTask;
use crate::{Actor, App, Error, Fault, Result};
pub use area::Area;
pub use between::list_tasks_between;
use filter::Filter;
pub(crate) use filter::{Clauses, Reader};
pub(crate) use glance::Glance;
pub use list::{Listed, Wanted, list_found_tasks};
pub use order::{Order, Sort};
pub(crate) use pattern::contains;
pub(crate) use ruled_out::Sight;

/// The longest text that is searched by, in characters. SQLite takes patterns of 50,000 bytes.
pub(crate) const LONGEST: usize = 10_000;

/// The tasks of a project, open and closed, that `query` asks for, by id; all of them for an empty one.
///
/// # Errors
///
/// [`Fault::TooLong`] for a query of more than 10,000 characters.
#[crate::use_case]
pub async fn search_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    query: &str,
) -> Result<Vec<FullTask>> {
    let (query, reader) = (read(app, actor, query)?, Reader::of(actor));
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let found = clauses(conn, &[project], reader, &query);
            let list = FullTask::select(&found.tasks, &format!("{} ORDER BY t.id", found.which));
            Ok(conn.all(&list, &found.values).await?)
        })
    })
    .await
}

/// Reads a search as the application's settings say. Its days are the actor's, if they chose a time zone.
///
/// # Errors
///
/// [`Fault::TooLong`] for more than 10,000 characters.
pub(crate) fn read(app: &App, actor: &Actor, query: &str) -> Result<Query> {
    if !text::fits(query, LONGEST) {
        return Err(Error::Invalid(Fault::TooLong("query", LONGEST)));
    }
    let input = app.settings().date_input();
    let input = DateInput { zone: actor.zone().unwrap_or_else(|| input.zone.clone()), ..input };
    Ok(search::parse(query, &input, app.clock().now()))
}

/// Where in these projects, at least one, the query's tasks are found.
pub(crate) fn clauses(conn: &Conn, projects: &[ProjectId], reader: Reader, query: &Query) -> Clauses {
    Filter::of(conn.kind(), projects, reader).clauses(query)
}

/// The same for what happened to the query's tasks.
pub(crate) fn clauses_of_events(
    conn: &Conn,
    projects: &[ProjectId],
    reader: Reader,
    query: &Query,
) -> Clauses {
    Filter::of(conn.kind(), projects, reader).events(query)
}

/// Whether the task is there, meets the query as it is now, and is in the project if one is named.
pub(crate) async fn meets(
    conn: &Conn,
    task: TaskId,
    query: &Query,
    reader: Reader,
    project: Option<ProjectId>,
) -> Result<bool> {
    let (statement, values) = Filter::of_task(conn.kind(), task, reader).meets(query, project);
    Ok(conn.one::<(i64,)>(&statement, &values).await?.is_some())
}

/// Which of the queries a task of the project meets as it is now, by their numbers, each as its reader reads it: one
/// statement, so that there should not be too many.
pub(crate) async fn all_met(
    conn: &Conn,
    task: TaskId,
    project: ProjectId,
    queries: &[(&Query, Reader)],
) -> Result<Vec<usize>> {
    let Some((_, reader)) = queries.first() else { return Ok(Vec::new()) };
    let (statement, values) = Filter::of_task(conn.kind(), task, *reader).all_met(queries, project);
    let met = conn.all::<(i64,)>(&statement, &values).await?;
    Ok(met.into_iter().filter_map(|(number,)| usize::try_from(number).ok()).collect())
}

impl Reader {
    pub(crate) fn of(actor: &Actor) -> Self {
        Self { id: actor.user_id(), role: actor.application_role() }
    }
}
