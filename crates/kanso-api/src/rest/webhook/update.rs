//! `PATCH /api/v1/webhooks/{id}`

use axum::Json;
use kanso_core::endpoint::{check_draft, find_endpoint, update_endpoint};
use kanso_domain::EndpointId;

use super::Webhook;
use super::draft::WebhookChanges;
use super::judge::{judge_template, judge_url};
use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id};
use crate::rest::problem::Outcome;

/// Changes fields of a webhook. An address that stays is not judged again: its receiver may be away for a while.
pub(crate) async fn update(
    by: Caller,
    Id(id): Id<EndpointId>,
    Body(changes): Body<WebhookChanges>,
) -> Outcome<Json<Webhook>> {
    let patch = changes.read()?;
    let before = find_endpoint(&by.app, &by.actor, id).await?;
    let after = patch.clone().apply(before.clone());
    check_draft(&after)?;
    judge_template(&*by.outgoing, &after)?;
    if after.url != before.url {
        judge_url(&*by.outgoing, &after).await?;
    }
    Ok(Json(update_endpoint(&by.app, &by.actor, id, patch).await?.into()))
}
