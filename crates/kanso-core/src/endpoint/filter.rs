//! The filter of an endpoint: which tasks it asks for, in the search language.

use kanso_db::Conn;
use kanso_domain::search::{self, Query};
use kanso_domain::{ProjectId, TaskId};

use super::Endpoint;
use crate::search::{Reader, meets};
use crate::{Error, Fault, Result, Settings};

/// A filter that was read at some moment: its days are counted from there.
pub(crate) struct TaskFilter {
    /// `None` lets every event pass.
    query: Option<Query>,
    reader: Reader,
    /// The one project whose tasks are asked for.
    project: Option<ProjectId>,
}

impl TaskFilter {
    /// The filter of an endpoint. `me` is its owner, and it knows no comment that the endpoint may not be told of.
    pub(crate) fn of(endpoint: &Endpoint, settings: &Settings, now: i64) -> Self {
        let reader = Reader { id: endpoint.owner, role: endpoint.sight().role() };
        Self::read(&endpoint.filter, reader, endpoint.project, settings, now)
    }

    /// A filter that somebody wrote for the tasks of a project, or of all.
    pub(crate) fn read(
        filter: &str,
        reader: Reader,
        project: Option<ProjectId>,
        settings: &Settings,
        now: i64,
    ) -> Self {
        let parse = || search::parse(filter, &settings.date_input(), now);
        Self { query: (!filter.is_empty()).then(parse), reader, project }
    }

    /// Whether an event about the task passes, by the task as it is now. One that is gone passes no filter, and
    /// neither does what is about no task.
    pub(crate) async fn admits(&self, conn: &Conn, task: TaskId) -> Result<bool> {
        match &self.query {
            None => Ok(true),
            Some(_) if task.is_none() => Ok(false),
            Some(query) => meets(conn, task, query, self.reader, self.project).await,
        }
    }
}

/// Refuses a filter that cannot be meant as it is written.
pub(crate) fn check_filter(filter: &str, settings: &Settings, now: i64) -> Result<()> {
    let checked = search::check(filter, &settings.date_input(), now);
    checked.map_err(|unreadable| Error::Invalid(Fault::Filter(unreadable.to_string())))
}
