//! Changing what deliveries are signed with, without a moment in which receivers refuse them.

use kanso_db::{Conn, params};
use kanso_domain::EndpointId;

use super::find::load_managed;
use super::key::{KeyKind, KeyLine, SigningKey, load_lines, store_key};
use crate::{Actor, App, Error, Fault, Result};

/// How long an old key goes on signing beside the new one unless somebody says otherwise, in milliseconds: a day.
pub const OVERLAP: i64 = 24 * 60 * 60 * 1000;

/// The longest it may, in milliseconds: a week.
pub const LONGEST_OVERLAP: i64 = 7 * OVERLAP;

/// How many keys an endpoint may have at once: each makes the header of the signature longer.
const MOST_KEYS: usize = 10;

/// Gives an endpoint a new key, for who manages it, and answers what receivers need to know of it: the secret
/// (`whsec_` and base64) of a [`KeyKind::V1`], which is shown this once, or the public half (`whpk_` and base64) of a
/// [`KeyKind::V1a`].
///
/// From now on deliveries are signed with the new key and with the old ones of its kind, these for another
/// `overlap_ms` milliseconds, from 0 to [`LONGEST_OVERLAP`]. Keys of the other kind stay as they are.
///
/// # Errors
///
/// [`Fault::OutOfRange`] for another overlap; [`Fault::TooMany`] while ten keys are good.
#[crate::use_case]
pub async fn rotate_secret(
    app: &App,
    actor: &Actor,
    endpoint: EndpointId,
    kind: KeyKind,
    overlap_ms: i64,
) -> Result<String> {
    if !(0..=LONGEST_OVERLAP).contains(&overlap_ms) {
        return Err(Error::Invalid(Fault::OutOfRange("overlap", format!("0 … {LONGEST_OVERLAP} ms"))));
    }
    let key = SigningKey::make_up(kind);
    let shown = key.shown()?;
    let secrets = app.secrets().clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now_ms());
            load_managed(conn, &secrets, change.actor(), endpoint).await?;
            retire(conn, endpoint, kind, now, now + overlap_ms).await?;
            store_key(conn, &secrets, endpoint, &key, now).await
        })
    })
    .await?;
    Ok(shown)
}

/// The keys that sign an endpoint's deliveries now, newest first, for who manages it.
#[crate::use_case]
pub async fn list_keys(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<Vec<KeyLine>> {
    let (secrets, actor, now) = (app.secrets().clone(), actor.clone(), app.clock().now_ms());
    app.read(move |conn| {
        Box::pin(async move {
            load_managed(conn, &secrets, &actor, endpoint).await?;
            load_lines(conn, &secrets, endpoint, now).await
        })
    })
    .await
}

/// Lets the keys of a kind end at `end_ms` at the latest, and deletes those that have ended.
async fn retire(conn: &Conn, endpoint: EndpointId, kind: KeyKind, now_ms: i64, end_ms: i64) -> Result<()> {
    const RETIRE: &str = "UPDATE endpoint_keys SET expires_at_ms = $1 \
        WHERE endpoint_id = $2 AND kind = $3 AND (expires_at_ms IS NULL OR expires_at_ms > $1)";
    const FORGET: &str = "DELETE FROM endpoint_keys WHERE endpoint_id = $1 AND expires_at_ms <= $2";
    const COUNT: &str = "SELECT COUNT(*) FROM endpoint_keys WHERE endpoint_id = $1";
    let id = endpoint.get();
    conn.execute(RETIRE, params![end_ms, id, kind.as_str()]).await?;
    conn.execute(FORGET, params![id, now_ms]).await?;
    let (count,) = conn.one::<(i64,)>(COUNT, params![id]).await?.unwrap_or_default();
    let is_full = usize::try_from(count).unwrap_or(MOST_KEYS) >= MOST_KEYS;
    if is_full { Err(Error::Invalid(Fault::TooMany("keys", MOST_KEYS))) } else { Ok(()) }
}
