//! Making, changing and removing endpoints.

use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, EventFilter, ProjectId};

use super::filter::check_filter;
use super::find::{load_managed, require_manager};
use super::key::store_key;
use super::told::ToldEndpoint;
use super::valid::{check, check_room};
use super::{Endpoint, Format, Header, KeyKind, MASK, Ordering, Retries, SigningKey};
use crate::change::Change;
use crate::delivery::health::lock as lock_health;
use crate::event::{created, removed, updated};
use crate::{Actor, App, Conflict, Error, Kind, Result, SecretKey};

/// What a new endpoint is to be.
#[derive(Clone, Debug)]
pub struct NewEndpoint {
    pub project: Option<ProjectId>,
    pub name: String,
    pub url: String,
    pub token: String,
    pub format: Format,
    pub events: EventFilter,
    pub filter: String,
    pub template: String,
    pub headers: Vec<Header>,
    pub enabled: bool,
    pub ordering: Ordering,
    pub concurrency: usize,
    pub rate_limit: Option<f64>,
    pub timeout_ms: u64,
    pub retries: Retries,
}

/// New values for fields of an endpoint. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct EndpointPatch {
    pub name: Option<String>,
    pub url: Option<String>,
    pub token: Option<String>,
    pub format: Option<Format>,
    pub events: Option<EventFilter>,
    pub filter: Option<String>,
    pub template: Option<String>,
    /// All of them. A secret one whose value is [`MASK`] keeps its value.
    pub headers: Option<Vec<Header>>,
    pub enabled: Option<bool>,
    pub ordering: Option<Ordering>,
    pub concurrency: Option<usize>,
    /// `Some(None)` takes the limit away.
    pub rate_limit: Option<Option<f64>>,
    pub timeout_ms: Option<u64>,
    pub retries: Option<Retries>,
}

impl Default for NewEndpoint {
    fn default() -> Self {
        Self {
            project: None,
            name: String::new(),
            url: String::new(),
            token: String::new(),
            format: Format::Standard,
            events: EventFilter::default(),
            filter: String::new(),
            template: String::new(),
            headers: Vec::new(),
            enabled: true,
            ordering: Ordering::default(),
            concurrency: 4,
            rate_limit: None,
            timeout_ms: 15_000,
            retries: Retries::default(),
        }
    }
}

impl NewEndpoint {
    /// The endpoint it would be, not stored: for judging and previewing it before.
    pub fn draft(self, now: i64) -> Endpoint {
        Endpoint {
            id: EndpointId::default(),
            project: self.project,
            name: self.name.trim().to_owned(),
            url: self.url.trim().to_owned(),
            token: self.token,
            format: self.format,
            events: self.events,
            filter: self.filter.trim().to_owned(),
            template: self.template,
            headers: self.headers,
            enabled: self.enabled,
            ordering: self.ordering,
            concurrency: self.concurrency,
            rate_limit: self.rate_limit,
            timeout_ms: self.timeout_ms,
            retries: self.retries,
            owner: kanso_domain::UserId::default(),
            disabled_reason: String::new(),
            is_of_settings: false,
            created_at: now,
            keys: Vec::new(),
        }
    }
}

impl EndpointPatch {
    /// The endpoint as it would be after the change, not stored: for judging and previewing it before.
    pub fn apply(self, endpoint: Endpoint) -> Endpoint {
        let headers = self.headers.map(|headers| keep_masked(headers, &endpoint.headers));
        let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
        let enabled = self.enabled.unwrap_or(endpoint.enabled);
        Endpoint {
            name: trimmed(self.name).unwrap_or(endpoint.name),
            url: trimmed(self.url).unwrap_or(endpoint.url),
            token: self.token.unwrap_or(endpoint.token),
            format: self.format.unwrap_or(endpoint.format),
            events: self.events.unwrap_or(endpoint.events),
            filter: trimmed(self.filter).unwrap_or(endpoint.filter),
            template: self.template.unwrap_or(endpoint.template),
            headers: headers.unwrap_or(endpoint.headers),
            enabled,
            ordering: self.ordering.unwrap_or(endpoint.ordering),
            concurrency: self.concurrency.unwrap_or(endpoint.concurrency),
            rate_limit: self.rate_limit.unwrap_or(endpoint.rate_limit),
            timeout_ms: self.timeout_ms.unwrap_or(endpoint.timeout_ms),
            retries: self.retries.unwrap_or(endpoint.retries),
            disabled_reason: if enabled { String::new() } else { endpoint.disabled_reason },
            ..endpoint
        }
    }

    /// Whether it changes what the settings say.
    fn touches_settings(&self) -> bool {
        self.url.is_some() || self.token.is_some() || self.format.is_some() || self.enabled.is_some()
    }
}

fn keep_masked(headers: Vec<Header>, before: &[Header]) -> Vec<Header> {
    let keep = |header: Header| {
        let known = before.iter().find(|known| known.secret && known.name.eq_ignore_ascii_case(&header.name));
        match known {
            Some(known) if header.value == MASK => Header { value: known.value.clone(), ..header },
            _ => header,
        }
    };
    headers.into_iter().map(keep).collect()
}

/// Makes an endpoint, and the secret that its deliveries are signed with, which is shown this once
/// (`whsec_` and base64).
///
/// # Errors
///
/// [`Error::Invalid`] for what it cannot be; [`Error::Forbidden`] for who manages neither the installation nor the
/// project.
#[crate::use_case]
pub async fn create_endpoint(app: &App, actor: &Actor, new: NewEndpoint) -> Result<(EndpointId, String)> {
    const INSERT: &str = "INSERT INTO endpoints (project_id, name, url, token, format, events, filter, template, \
        headers, enabled, ordering, concurrency, rate_limit, timeout_ms, retries, owner_id, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
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
            let values = params![
                endpoint.project.map(ProjectId::get),
                &endpoint.name,
                &endpoint.url,
                &endpoint.token,
                endpoint.format.as_str(),
                endpoint.events.to_string(),
                &endpoint.filter,
                &endpoint.template,
                seal_headers(&secrets, &endpoint.headers)?,
                i64::from(endpoint.enabled),
                endpoint.ordering.as_str(),
                i64::try_from(endpoint.concurrency).unwrap_or(1),
                endpoint.rate_limit,
                i64::try_from(endpoint.timeout_ms).unwrap_or_default(),
                endpoint.retries.as_str(),
                endpoint.owner.get(),
                endpoint.created_at
            ];
            endpoint.id = conn.insert(INSERT, values).await?.into();
            let key = SigningKey::make_up(KeyKind::V1);
            store_key(conn, &secrets, endpoint.id, &key, change.now_ms()).await?;
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
            store(change.conn(), &secrets, &after).await?;
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
    store(change.conn(), secrets, &after).await?;
    updated(change, &ToldEndpoint::from(&before), &ToldEndpoint::from(&after)).await?;
    Ok(true)
}

async fn store(conn: &Conn, secrets: &SecretKey, endpoint: &Endpoint) -> Result<()> {
    const UPDATE: &str = "UPDATE endpoints SET name = $1, url = $2, token = $3, format = $4, events = $5, \
        filter = $6, template = $7, headers = $8, enabled = $9, ordering = $10, concurrency = $11, \
        rate_limit = $12, timeout_ms = $13, retries = $14, disabled_reason = $15 WHERE id = $16";
    let values = params![
        &endpoint.name,
        &endpoint.url,
        &endpoint.token,
        endpoint.format.as_str(),
        endpoint.events.to_string(),
        &endpoint.filter,
        &endpoint.template,
        seal_headers(secrets, &endpoint.headers)?,
        i64::from(endpoint.enabled),
        endpoint.ordering.as_str(),
        i64::try_from(endpoint.concurrency).unwrap_or(1),
        endpoint.rate_limit,
        i64::try_from(endpoint.timeout_ms).unwrap_or_default(),
        endpoint.retries.as_str(),
        &endpoint.disabled_reason,
        endpoint.id.get()
    ];
    conn.execute(UPDATE, values).await?;
    Ok(())
}

fn seal_headers(secrets: &SecretKey, headers: &[Header]) -> Result<String> {
    if headers.is_empty() { Ok(String::new()) } else { secrets.seal(&serde_json::to_string(headers)?) }
}

/// What happens to an endpoint of a project stands in the project's log, under its lock.
async fn enter_project(change: &mut Change<'_>, project: Option<ProjectId>) -> Result<()> {
    match project {
        Some(project) if !change.join(project).await? => Err(Error::NotFound(Kind::Project)),
        _ => Ok(()),
    }
}
