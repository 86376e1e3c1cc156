//! Reading endpoints.

use kanso_db::{Conn, Param, params};
use kanso_domain::{EndpointId, Permission, ProjectId};

use super::key::load_keys;
use super::{Endpoint, EndpointRow};
use crate::access::require;
use crate::{Actor, App, Error, Kind, Result, SecretKey};

/// All endpoints with their keys, by id. For the worker that sends to them.
#[crate::use_case]
pub async fn list_endpoints(app: &App) -> Result<Vec<Endpoint>> {
    let (secrets, now) = (app.secrets().clone(), app.clock().now_ms());
    app.read(move |conn| {
        Box::pin(async move {
            let mut endpoints = select(conn, &secrets, "1 = 1 ORDER BY id", &[]).await?;
            for (owner, key) in load_keys(conn, &secrets, now).await? {
                if let Some(endpoint) = endpoints.iter_mut().find(|endpoint| endpoint.id == owner) {
                    endpoint.keys.push(key);
                }
            }
            Ok(endpoints)
        })
    })
    .await
}

/// The endpoints that the actor manages, by id: those of one project, or of the whole installation and, for
/// administrators, of every project.
#[crate::use_case]
pub async fn list_managed_endpoints(
    app: &App,
    actor: &Actor,
    project: Option<ProjectId>,
) -> Result<Vec<Endpoint>> {
    let (secrets, actor) = (app.secrets().clone(), actor.clone());
    app.read(move |conn| {
        Box::pin(async move {
            require_manager(conn, &actor, project).await?;
            match project {
                Some(project) => {
                    select(conn, &secrets, "project_id = $1 ORDER BY id", params![project.get()]).await
                }
                None => select(conn, &secrets, "1 = 1 ORDER BY id", &[]).await,
            }
        })
    })
    .await
}

/// One endpoint, for who manages it.
///
/// # Errors
///
/// [`Kind::Endpoint`] when it is not there, or is not the actor's to see.
#[crate::use_case]
pub async fn find_endpoint(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<Endpoint> {
    let (secrets, actor) = (app.secrets().clone(), actor.clone());
    app.read(move |conn| Box::pin(async move { load_managed(conn, &secrets, &actor, endpoint).await })).await
}

/// The endpoint that the setting `webhook_url` stands for, if it is set.
#[crate::use_case]
pub async fn find_default_endpoint(app: &App) -> Result<Option<Endpoint>> {
    let secrets = app.secrets().clone();
    app.read(move |conn| {
        Box::pin(async move {
            Ok(select(conn, &secrets, "origin = 'settings' AND enabled = 1", &[]).await?.pop())
        })
    })
    .await
}

/// An endpoint, if the actor manages it.
pub(crate) async fn load_managed(
    conn: &Conn,
    secrets: &SecretKey,
    actor: &Actor,
    endpoint: EndpointId,
) -> Result<Endpoint> {
    let not_found = Error::NotFound(Kind::Endpoint);
    let found = select(conn, secrets, "id = $1", params![endpoint.get()]).await?.pop();
    let found = found.ok_or_else(|| not_found.clone())?;
    match require_manager(conn, actor, found.project).await {
        // Who may not manage it learns nothing of it.
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Err(not_found),
        done => done.map(|()| found),
    }
}

/// Refuses who does not manage the endpoint; for them it is not there.
pub(crate) async fn require_managed(conn: &Conn, actor: &Actor, endpoint: EndpointId) -> Result<()> {
    const FIND: &str = "SELECT project_id FROM endpoints WHERE id = $1";
    let not_found = Error::NotFound(Kind::Endpoint);
    let found = conn.one::<(Option<i64>,)>(FIND, params![endpoint.get()]).await?;
    let (project,) = found.ok_or_else(|| not_found.clone())?;
    match require_manager(conn, actor, project.map(Into::into)).await {
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Err(not_found),
        done => done,
    }
}

/// Refuses who manages neither the installation nor the project.
pub(crate) async fn require_manager(conn: &Conn, actor: &Actor, project: Option<ProjectId>) -> Result<()> {
    match (actor.require(Permission::Administrate), project) {
        (Err(_), Some(project)) => require(conn, actor, project, Permission::ManageProject).await,
        (done, _) => done,
    }
}

pub(super) async fn select(
    conn: &Conn,
    secrets: &SecretKey,
    which: &str,
    values: &[Param<'_>],
) -> Result<Vec<Endpoint>> {
    let find = format!("SELECT {} FROM endpoints WHERE {which}", EndpointRow::COLUMNS);
    let rows = conn.all::<EndpointRow>(&find, values).await?;
    rows.into_iter().map(|row| Endpoint::read(row, secrets)).collect()
}
