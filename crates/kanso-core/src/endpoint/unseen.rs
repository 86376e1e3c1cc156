//! Secrets that were made by a form and wait for its page: a page that is loaded again shows none twice, and none is
//! lost before it was shown.

use kanso_db::params;
use kanso_domain::EndpointId;

use super::find::require_managed;
use super::key::{KeyKind, SigningKey};
use crate::{Actor, App, Result};

/// The keys of an endpoint that the actor made by a form and has not seen, as receivers are given them. Each is
/// answered this once.
#[crate::use_case]
pub async fn take_unseen_secrets(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<Vec<String>> {
    const TAKE: &str = "UPDATE endpoint_keys SET unseen_by = NULL WHERE endpoint_id = $1 AND unseen_by = $2 \
        RETURNING kind, sealed";
    let (actor, secrets) = (actor.clone(), app.secrets().clone());
    let taken = app.note(move |conn| {
        Box::pin(async move {
            require_managed(conn, &actor, endpoint).await?;
            let values = params![endpoint.get(), actor.user_id().get()];
            Ok(conn.all::<(String, String)>(TAKE, values).await?)
        })
    });
    let mut shown = Vec::new();
    for (kind, sealed) in taken.await? {
        // One that the secret key does not open is lost anyway.
        if let Ok(base64) = secrets.open(&sealed) {
            shown.push(SigningKey { kind: KeyKind::read(&kind)?, base64 }.shown()?);
        }
    }
    Ok(shown)
}
