//! Searching for tasks in the search language of [`kanso_domain::search`].
//!
//! `filter.rs` writes a query as SQL (with `field.rs` and `person.rs`), `access.rs` says which index leads to its tasks.

mod access;
mod field;
mod filter;
mod pattern;
mod person;

use kanso_db::Conn;
use kanso_domain::search::Query;
use kanso_domain::{Permission, ProjectId, TaskId, search, text};

use crate::board::FullTask;
use crate::{Actor, App, Error, Fault, Result};
use filter::Filter;
pub(crate) use filter::Reader;
pub(crate) use pattern::contains;

/// The longest text that is searched by, in characters. SQLite takes patterns of 50,000 bytes.
const LONGEST: usize = 10_000;

/// The tasks of a project, open and closed, that `query` asks for, by id; all of them for an empty one.
///
/// # Errors
///
/// [`Fault::TooLong`] for a query of more than 10,000 characters.
pub async fn search_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    query: &str,
) -> Result<Vec<FullTask>> {
    if !text::fits(query, LONGEST) {
        return Err(Error::Invalid(Fault::TooLong("query", LONGEST)));
    }
    let query = search::parse(query, &app.settings().date_input(), app.clock().now());
    let reader = Reader { id: actor.user_id(), role: actor.application_role() };
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let (list, values) = Filter::of(conn.kind(), project, reader).select(&query);
            Ok(conn.all(&list, &values).await?)
        })
    })
    .await
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
