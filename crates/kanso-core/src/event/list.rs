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

/// What happened in a project after `after`, oldest first, at most `limit`: which event about which task, 0 for
/// none.
#[crate::use_case]
pub async fn list_news(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    after: EventId,
    limit: i64,
) -> Result<Vec<(EventId, TaskId)>> {
    const FIND: &str =
        "SELECT id, task_id FROM events WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    app.read_in(actor, project, Permission::ViewProject, move |conn, project| {
        Box::pin(async move {
            let news = conn.all::<(i64, i64)>(FIND, params![project.get(), after.get(), limit]).await?;
            Ok(news.into_iter().map(|(event, task)| (event.into(), task.into())).collect())
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

/// The id of the project's latest event, 0 if there is none: where to go on from.
#[crate::use_case]
pub async fn latest_event(app: &App, actor: &Actor, project: ProjectId) -> Result<EventId> {
    app.read_in(actor, project, Permission::ViewProject, |conn, project| {
        Box::pin(async move { latest(conn, project).await })
    })
    .await
}

pub(crate) async fn latest(conn: &Conn, project: ProjectId) -> Result<EventId> {
    const LATEST: &str = "SELECT COALESCE(MAX(id), 0) FROM events WHERE project_id = $1";
    let (id,) = conn.one::<(i64,)>(LATEST, params![project.get()]).await?.unwrap_or_default();
    Ok(id.into())
}

pub(super) async fn entries(conn: &Conn, find: &str, values: &[kanso_db::Param<'_>]) -> Result<Vec<Logged>> {
    conn.all::<EventRow>(find, values).await?.into_iter().map(Logged::try_from).collect()
}
