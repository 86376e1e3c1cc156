//! Making, changing and removing endpoints.

use kanso_db::params;
use kanso_domain::{EndpointId, ProjectId, UserId};

use super::filter::check_filter;
use super::find::{load_managed, require_manager};
use super::key::store_key;
use super::store::{insert, store};
use super::told::ToldEndpoint;
use super::valid::{check, check_room};
use super::{Endpoint, EndpointPatch, KeyKind, NewEndpoint, SigningKey};
use crate::change::Change;
use crate::delivery::health::lock as lock_health;
use crate::event::{created, removed, updated};
use crate::{Actor, App, Conflict, Error, Kind, Result, SecretKey};

/// Makes an endpoint, and the secret that its deliveries are signed with, which is shown this once
/// (`whsec_` and base64).
///
/// # Errors
///
/// [`Error::Invalid`] for what it cannot be; [`Error::Forbidden`] for who manages neither the installation nor the
/// project; [`Conflict::SecretsLost`] while no secret can be kept.
#[crate::use_case]
pub async fn create_endpoint(app: &App, actor: &Actor, new: NewEndpoint) -> Result<(EndpointId, String)> {
    create(app, actor, new, None).await
}

/// The same for a page that shows the secret after it was asked for anew: it waits for the actor with
/// [`take_unseen_secrets`](super::take_unseen_secrets).
///
/// # Errors
///
/// As [`create_endpoint`].
#[crate::use_case]
pub async fn create_endpoint_unseen(app: &App, actor: &Actor, new: NewEndpoint) -> Result<EndpointId> {
    Ok(create(app, actor, new, Some(actor.user_id())).await?.0)
}

async fn create(
    app: &App,
    actor: &Actor,
    new: NewEndpoint,
    unseen_by: Option<UserId>,
) -> Result<(EndpointId, String)> {
    let mut endpoint = new.draft(app.clock().now());
    endpoint.owner = actor.user_id();
    check(&endpoint)?;
    check_filter(&endpoint.filter, &app.settings(), app.clock().now())?;
    let secrets = app.secrets().clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            require_manager(conn, change.actor(), endpoint.project).await?;
            enter_project(change, endpoint.project).await?;
            check_room(conn, endpoint.project).await?;
            endpoint.id = insert(conn, &secrets, &endpoint).await?;
            let key = SigningKey::make_up(KeyKind::V1);
            store_key(conn, &secrets, endpoint.id, &key, unseen_by, change.now_ms()).await?;
            created(change, &ToldEndpoint::from(&endpoint)).await?;
            Ok((endpoint.id, key.shown()?))
        })
    })
    .await
}

/// Changes fields of an endpoint, for who manages it. What was paused or switched off gets what happens from now on
/// when it is enabled again; recovering brings what it missed.
///
/// # Errors
///
/// [`Error::Invalid`] for what it cannot be; [`Conflict::OfSettings`] for address, token, format and pausing of the
/// endpoint that the settings describe.
#[crate::use_case]
pub async fn update_endpoint(
    app: &App,
    actor: &Actor,
    endpoint: EndpointId,
    patch: EndpointPatch,
) -> Result<Endpoint> {
    let secrets = app.secrets().clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let before = load_managed(change.conn(), &secrets, change.actor(), endpoint).await?;
            if before.is_of_settings && patch.touches_settings() {
                return Err(Error::Conflict(Conflict::OfSettings));
            }
            enter_project(change, before.project).await?;
            let after = patch.apply(before.clone());
            check(&after)?;
            // What was accepted stays as it is, even if days are written differently now.
            if after.filter != before.filter {
                check_filter(&after.filter, change.settings(), change.now())?;
            }
            store(change.conn(), &secrets, &before, &after).await?;
            updated(change, &ToldEndpoint::from(&before), &ToldEndpoint::from(&after)).await?;
            Ok(after)
        })
    })
    .await
}

/// Removes an endpoint with its deliveries, for who manages it.
///
/// # Errors
///
/// [`Conflict::OfSettings`] for the endpoint that the settings describe.
#[crate::use_case]
pub async fn remove_endpoint(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM endpoints WHERE id = $1";
    let secrets = app.secrets().clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let before = load_managed(change.conn(), &secrets, change.actor(), endpoint).await?;
            if before.is_of_settings {
                return Err(Error::Conflict(Conflict::OfSettings));
            }
            enter_project(change, before.project).await?;
            // First what those lock who settle its deliveries, so that neither waits for the other.
            lock_health(change.conn(), endpoint).await?;
            change.conn().execute(REMOVE, params![endpoint.get()]).await?;
            removed(change, &ToldEndpoint::from(&before)).await
        })
    })
    .await
}

/// Switches an endpoint off because it fails, and tells why; answers whether it was on.
pub(crate) async fn switch_off(
    change: &mut Change<'_>,
    secrets: &SecretKey,
    endpoint: EndpointId,
    reason: &str,
) -> Result<bool> {
    let before = load_managed(change.conn(), secrets, change.actor(), endpoint).await?;
    if !before.enabled {
        return Ok(false);
    }
    enter_project(change, before.project).await?;
    let after = Endpoint { enabled: false, disabled_reason: reason.to_owned(), ..before.clone() };
    store(change.conn(), secrets, &before, &after).await?;
    updated(change, &ToldEndpoint::from(&before), &ToldEndpoint::from(&after)).await?;
    Ok(true)
}

/// What happens to an endpoint of a project stands in the project's log, under its lock.
async fn enter_project(change: &mut Change<'_>, project: Option<ProjectId>) -> Result<()> {
    match project {
        Some(project) if !change.join(project).await? => Err(Error::NotFound(Kind::Project)),
        _ => Ok(()),
    }
}
