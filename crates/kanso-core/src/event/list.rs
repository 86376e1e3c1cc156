//! Reading the log.

use kanso_db::{Conn, params, row};
use kanso_domain::{EventId, Permission, ProjectId, TaskId};

use super::Logged;
use crate::{Actor, App, Error, Result};

row! {
    /// An entry as it is stored.
    #[derive(Clone, Debug)]
    pub(crate) struct EventRow {
        pub(crate) id: i64,
        pub(crate) project_id: i64,
        pub(crate) event: String,
        pub(crate) snapshot: String,
        pub(crate) salt: String,
        pub(crate) cause_id: Option<i64>,
        pub(crate) depth: i64,
        pub(crate) actor_id: i64,
        pub(crate) actor: Option<String>,
        pub(crate) created_at: i64,
    }
}

impl TryFrom<EventRow> for Logged {
    type Error = Error;

    fn try_from(row: EventRow) -> Result<Self> {
        Ok(Self {
            id: row.id.into(),
            project: row.project_id.into(),
            event: serde_json::from_str(&row.event)?,
            snapshot: serde_json::from_str(&row.snapshot)?,
            salt: row.salt,
            cause: row.cause_id.map(EventId::from),
            depth: row.depth,
            actor_id: row.actor_id.into(),
            actor: row.actor,
            at: row.created_at,
        })
    }
}

/// The events of a project after `after`, oldest first, at most `limit`.
///
/// Within a project ids follow the order of commits, so nothing is missed by going on from the last one seen.
#[crate::use_case]
pub async fn list_events_after(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    after: EventId,
    limit: i64,
) -> Result<Vec<Logged>> {
    let find = format!(
        "SELECT {} FROM events WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT $3",
        EventRow::COLUMNS
    );
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move { entries(conn, &find, params![project.get(), after.get(), limit]).await })
    })
    .await
}

/// The events of what belongs to no project (accounts, groups) after `after`, oldest first, at most `limit`, for
/// administrators.
#[crate::use_case]
pub async fn list_instance_events(
    app: &App,
    actor: &Actor,
    after: EventId,
    limit: i64,
) -> Result<Vec<Logged>> {
    actor.require(Permission::Administrate)?;
    let find = format!(
        "SELECT {} FROM events WHERE project_id = 0 AND id > $1 ORDER BY id LIMIT $2",
        EventRow::COLUMNS
    );
    app.read(move |conn| Box::pin(async move { entries(conn, &find, params![after.get(), limit]).await }))
        .await
}

/// How far what happened in a project is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The latest event of the log, 0 if there is none.
    pub event: EventId,
    /// How often the project was locked for a change. Not all changes are events.
    pub revision: i64,
}

/// What happened in a project after an event, oldest first, and how often it was locked until then.
#[derive(Clone, Debug)]
pub struct News {
    pub events: Vec<(EventId, TaskId)>,
    pub revision: i64,
}

/// At most `limit` events of the project after that one, each with its task, 0 for what is about none.
#[crate::use_case]
pub async fn list_news(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    after: EventId,
    limit: i64,
) -> Result<News> {
    // One statement, so that the revision is that of the events.
    const FIND: &str = "SELECT p.revision, e.id, e.task_id FROM projects p \
        LEFT JOIN events e ON e.project_id = p.id AND e.id > $2 WHERE p.id = $1 AND p.removed_at = 0 ORDER BY e.id LIMIT $3";
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let values = params![project.get(), after.get(), limit];
            let rows = conn.all::<(i64, Option<i64>, Option<i64>)>(FIND, values).await?;
            let revision = rows.first().map_or(0, |(revision, ..)| *revision);
            let event =
                |(_, event, task): (i64, Option<i64>, Option<i64>)| Some((event?.into(), task?.into()));
            Ok(News { events: rows.into_iter().filter_map(event).collect(), revision })
        })
    })
    .await
}

/// The latest events of a task, newest first, at most `limit`.
#[crate::use_case]
pub async fn list_task_events(app: &App, actor: &Actor, task: TaskId, limit: i64) -> Result<Vec<Logged>> {
    let find =
        format!("SELECT {} FROM events WHERE task_id = $1 ORDER BY id DESC LIMIT $2", EventRow::COLUMNS);
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { entries(conn, &find, params![task.get(), limit]).await })
    })
    .await
}

/// How far what happened in the project is known now: where to go on from.
#[crate::use_case]
pub async fn find_latest(app: &App, actor: &Actor, project: ProjectId) -> Result<Known> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { latest(conn, project).await })
    })
    .await
}

pub(crate) async fn latest(conn: &Conn, project: ProjectId) -> Result<Known> {
    const LATEST: &str = "SELECT revision, \
        (SELECT COALESCE(MAX(id), 0) FROM events WHERE project_id = $1) FROM projects WHERE id = $1 AND removed_at = 0";
    let (revision, event) = conn.one::<(i64, i64)>(LATEST, params![project.get()]).await?.unwrap_or_default();
    Ok(Known { event: event.into(), revision })
}

pub(super) async fn entries(conn: &Conn, find: &str, values: &[kanso_db::Param<'_>]) -> Result<Vec<Logged>> {
    conn.all::<EventRow>(find, values).await?.into_iter().map(Logged::try_from).collect()
}
