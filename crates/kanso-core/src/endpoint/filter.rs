//! The filter of an endpoint: which tasks it asks for, in the search language.

use kanso_db::{Conn, params};
use kanso_domain::search::{self, Query};
use kanso_domain::{ApplicationRole, ProjectId, TaskId, UserId};

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
    /// The filter of an endpoint. `me` is its owner, and it knows no comment that its owner may not read.
    pub(crate) async fn of(conn: &Conn, endpoint: &Endpoint, settings: &Settings, now: i64) -> Result<Self> {
        const ROLE: &str = "SELECT role FROM users WHERE id = $1";
        let role = match endpoint.owner {
            _ if endpoint.filter.is_empty() => None,
            owner => conn.one::<(String,)>(ROLE, params![owner.get()]).await?,
        };
        let reader = reader(endpoint.owner, role.as_ref().map(|(role,)| role.as_str()));
        Ok(Self::read(&endpoint.filter, reader, endpoint.project, settings, now))
    }

    pub(super) fn read(
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

/// Who reads with the eyes of an endpoint: its owner. The application may read all, somebody who is gone as little
/// as anybody.
pub(super) fn reader(owner: UserId, role: Option<&str>) -> Reader {
    let known = role.and_then(|role| role.parse().ok()).unwrap_or(ApplicationRole::User);
    Reader { id: owner, role: if owner.is_none() { ApplicationRole::Admin } else { known } }
}

/// Refuses a filter that cannot be meant as it is written.
pub(crate) fn check_filter(filter: &str, settings: &Settings, now: i64) -> Result<()> {
    let checked = search::check(filter, &settings.date_input(), now);
    checked.map_err(|unreadable| Error::Invalid(Fault::Filter(unreadable.to_string())))
}
