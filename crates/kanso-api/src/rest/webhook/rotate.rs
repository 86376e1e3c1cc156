//! `POST /api/v1/webhooks/{id}/rotate-secret`

use axum::Json;
use kanso_core::endpoint::{KeyKind, LONGEST_OVERLAP, OVERLAP, list_keys, rotate_secret};
use kanso_domain::EndpointId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Key;
use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id};
use crate::rest::problem::{Outcome, Problem};
use crate::rest::words::KeyKindName;

/// Which key to renew, and for how long the one before goes on signing.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rotation {
    /// `v1` unless said.
    #[serde(default)]
    kind: Option<KeyKindName>,
    /// From 0 to 604800 (7 days); 86400 (a day) unless said.
    #[serde(default)]
    overlap_seconds: Option<i64>,
}

/// What receivers need to know from now on.
#[derive(Serialize, ToSchema)]
pub(crate) struct Rotated {
    kind: KeyKindName,
    /// For `v1` the secret, shown this once; for `v1a` the public key.
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    secret: String,
    /// All keys that sign now.
    keys: Vec<Key>,
}

const USUAL_SECONDS: i64 = OVERLAP / 1000;
const MOST_SECONDS: i64 = LONGEST_OVERLAP / 1000;

/// Gives a webhook another key.
pub(crate) async fn rotate(
    by: Caller,
    Id(id): Id<EndpointId>,
    Body(rotation): Body<Rotation>,
) -> Outcome<Json<Rotated>> {
    let overlap = rotation.overlap_seconds.unwrap_or(USUAL_SECONDS);
    if !(0..=MOST_SECONDS).contains(&overlap) {
        let detail = format!("overlap_seconds must be from 0 to {MOST_SECONDS}.");
        return Err(Problem::invalid("overlap_seconds", detail));
    }
    let kind = rotation.kind.map_or(KeyKind::V1, |kind| kind.0);
    let secret = rotate_secret(&by.app, &by.actor, id, kind, overlap * 1000).await?;
    let keys = list_keys(&by.app, &by.actor, id).await?.into_iter().map(Key::from).collect();
    Ok(Json(Rotated { kind: KeyKindName(kind), secret, keys }))
}
