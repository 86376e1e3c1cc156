//! The one endpoint that the webhook settings describe.

use kanso_db::{Conn, params};

use super::key::store_key;
use super::{Format, KeyKind, SigningKey};
use crate::{Result, SecretKey};

/// Makes the endpoint of the settings what they say: created with the first address, paused without one (its
/// deliveries stay in the log and wait).
pub(crate) async fn follow_settings(conn: &Conn, secrets: &SecretKey, now_ms: i64) -> Result<()> {
    const STORED: &str =
        "SELECT name, value FROM settings WHERE name IN ('webhook_url', 'webhook_token', 'webhook_format')";
    const KEEP: &str = "INSERT INTO endpoints (name, url, token, format, enabled, origin, created_at) \
        VALUES ('Settings', $1, $2, $3, $4, 'settings', $5) \
        ON CONFLICT (origin) WHERE origin = 'settings' DO UPDATE SET url = excluded.url, \
        token = excluded.token, format = excluded.format, enabled = excluded.enabled, disabled_reason = '' \
        RETURNING id";
    const HAS_KEY: &str = "SELECT 1 FROM endpoint_keys WHERE endpoint_id = $1 LIMIT 1";
    let stored = conn.all::<(String, String)>(STORED, &[]).await?;
    let value =
        |name: &str| stored.iter().find(|(stored, _)| stored == name).map(|(_, value)| value.as_str());
    let url = value("webhook_url").unwrap_or_default();
    let format = value("webhook_format").unwrap_or(Format::Kanboard2016.as_str());
    let values = params![
        url,
        value("webhook_token").unwrap_or_default(),
        format,
        i64::from(!url.is_empty()),
        now_ms.div_euclid(1000)
    ];
    let Some((id,)) = conn.one::<(i64,)>(KEEP, values).await? else { return Ok(()) };
    if conn.one::<(i64,)>(HAS_KEY, params![id]).await?.is_none() {
        store_key(conn, secrets, id.into(), &SigningKey::make_up(KeyKind::V1), None, now_ms).await?;
    }
    Ok(())
}
