//! Endpoints as they are stored.

use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, ProjectId};

use super::{Endpoint, Header};
use crate::{Result, SecretKey};

/// Stores a new endpoint and answers its id.
pub(super) async fn insert(conn: &Conn, secrets: &SecretKey, endpoint: &Endpoint) -> Result<EndpointId> {
    const INSERT: &str = "INSERT INTO endpoints (project_id, name, url, token, format, events, filter, template, \
        headers, enabled, ordering, concurrency, rate_limit, timeout_ms, retries, owner_id, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    let values = params![
        endpoint.project.map(ProjectId::get),
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
        endpoint.owner.get(),
        endpoint.created_at
    ];
    Ok(conn.insert(INSERT, values).await?.into())
}

/// Stores what an endpoint became. Headers that nobody changed stay sealed as they are, also when the secret key does
/// not open them.
pub(super) async fn store(
    conn: &Conn,
    secrets: &SecretKey,
    before: &Endpoint,
    endpoint: &Endpoint,
) -> Result<()> {
    const UPDATE: &str = "UPDATE endpoints SET name = $1, url = $2, token = $3, format = $4, events = $5, \
        filter = $6, template = $7, headers = COALESCE($8, headers), enabled = $9, ordering = $10, concurrency = $11, \
        rate_limit = $12, timeout_ms = $13, retries = $14, disabled_reason = $15 WHERE id = $16";
    let is_kept = endpoint.headers == before.headers;
    let headers = if is_kept { None } else { Some(seal_headers(secrets, &endpoint.headers)?) };
    let values = params![
        &endpoint.name,
        &endpoint.url,
        &endpoint.token,
        endpoint.format.as_str(),
        endpoint.events.to_string(),
        &endpoint.filter,
        &endpoint.template,
        headers,
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
