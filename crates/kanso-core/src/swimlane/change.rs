//! Adding, changing and removing a swimlane.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, SwimlaneId, text};

use super::load;
use super::position::renumber;
use crate::{Actor, App, Conflict, Error, Fault, Result, event};

/// Adds a swimlane at the bottom.
///
/// # Errors
///
/// [`Error::Invalid`] when the project has a swimlane of this name.
#[crate::use_case]
pub async fn add_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    name: String,
    description: String,
) -> Result<SwimlaneId> {
    const ADD: &str = "INSERT INTO swimlanes (project_id, name, description, position) VALUES ($1, $2, $3, \
        (SELECT COUNT(*) + 1 FROM swimlanes WHERE project_id = $1 AND is_active = 1)) RETURNING id";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let added = change.conn().one::<(i64,)>(ADD, params![project.get(), name, description]).await;
            let (id,) = added.map_err(|error| Error::from(error).taken("name"))?.unwrap_or_default();
            let added = load(change.conn(), project, id.into()).await?;
            event::created(change, &added).await?;
            Ok(added.id)
        })
    })
    .await
}

/// What a swimlane is.
#[derive(Clone, Debug, Default)]
pub struct SwimlaneFields {
    /// 1 to 191 characters, no other swimlane's of the project.
    pub name: String,
    /// `None` keeps the old one.
    pub description: Option<String>,
    /// How many open tasks it should hold at most, 0 for any number; `None` keeps the old limit.
    pub task_limit: Option<i64>,
}

/// Changes a swimlane.
///
/// # Errors
///
/// [`Error::Invalid`] for an empty, long or taken name; [`Kind::Swimlane`](crate::Kind::Swimlane) when the project
/// has no such one.
#[crate::use_case]
pub async fn update_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
    fields: SwimlaneFields,
) -> Result<()> {
    const UPDATE: &str = "UPDATE swimlanes SET name = $1, description = COALESCE($2, description), \
        task_limit = COALESCE($3, task_limit) WHERE id = $4";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let SwimlaneFields { name, description, task_limit } = fields;
            check(&name)?;
            let before = load(change.conn(), project, swimlane).await?;
            let updated =
                change.conn().execute(UPDATE, params![name, description, task_limit, swimlane.get()]).await;
            updated.map_err(|error| Error::from(error).taken("name"))?;
            let after = load(change.conn(), project, swimlane).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

fn check(name: &str) -> Result<()> {
    let fault = match name {
        "" => Fault::Missing("name"),
        name if !text::fits(name, text::NAME) => Fault::TooLong("name", text::NAME),
        _ => return Ok(()),
    };
    Err(Error::Invalid(fault))
}

/// Removes an empty swimlane and numbers the enabled others 1..n.
///
/// # Errors
///
/// [`Conflict::HoldsTasks`] while it holds tasks, open or closed.
#[crate::use_case]
pub async fn remove_swimlane(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    swimlane: SwimlaneId,
) -> Result<()> {
    const REMOVE: &str = "DELETE FROM swimlanes WHERE id = $1";
    app.change(actor, project, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), project, swimlane).await?;
            require_empty(change.conn(), swimlane).await?;
            change.conn().execute(REMOVE, params![swimlane.get()]).await?;
            renumber(change.conn(), project).await?;
            event::removed(change, &before).await
        })
    })
    .await
}

async fn require_empty(conn: &Conn, swimlane: SwimlaneId) -> Result<()> {
    const COUNT: &str = "SELECT COUNT(*) FROM tasks WHERE swimlane_id = $1";
    let held = conn.one::<(i64,)>(COUNT, params![swimlane.get()]).await?;
    match held {
        Some((1..,)) => Err(Error::Conflict(Conflict::HoldsTasks)),
        _ => Ok(()),
    }
}
