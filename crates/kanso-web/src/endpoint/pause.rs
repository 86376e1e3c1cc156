//! Pausing an endpoint, and going on.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::delivery::{count_recoverable, missed_since};
use kanso_core::endpoint::{EndpointPatch, update_endpoint};
use kanso_domain::EndpointId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /webhooks/{endpoint}/pause`
pub(crate) async fn pause(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let patch = EndpointPatch { enabled: Some(false), ..EndpointPatch::default() };
    update_endpoint(&web.app, &reader.actor, endpoint, patch).await?;
    Ok(Redirect::to(&format!("/webhooks/{endpoint}?done=paused")))
}

/// `POST /webhooks/{endpoint}/resume`: goes on, and offers what was missed if something was.
pub(crate) async fn resume(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let patch = EndpointPatch { enabled: Some(true), ..EndpointPatch::default() };
    update_endpoint(&web.app, &reader.actor, endpoint, patch).await?;
    let missed = match missed_since(&web.app, &reader.actor, endpoint).await? {
        Some(since) => count_recoverable(&web.app, &reader.actor, endpoint, since).await?,
        None => 0,
    };
    let next = if missed > 0 { "/recover?since=missed" } else { "?done=resumed" };
    Ok(Redirect::to(&format!("/webhooks/{endpoint}{next}")))
}
