//! `POST /api/v1/webhooks`

use axum::Json;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use kanso_core::endpoint::{check_draft, create_endpoint, find_endpoint, require_endpoint_manager};
use serde::Serialize;
use utoipa::ToSchema;

use super::Webhook;
use super::draft::NewWebhook;
use super::judge::{judge, of_new};
use crate::rest::caller::Caller;
use crate::rest::input::Body;
use crate::rest::problem::Outcome;

/// A webhook that was made, with the secret that its deliveries are signed with.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreatedWebhook {
    #[serde(flatten)]
    webhook: Webhook,
    /// Shown this once.
    #[schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    secret: String,
}

/// Makes a webhook.
pub(crate) async fn create(
    by: Caller,
    Body(new): Body<NewWebhook>,
) -> Outcome<(StatusCode, [(HeaderName, String); 1], Json<CreatedWebhook>)> {
    let new = new.read()?;
    let draft = new.clone().draft(by.app.clock().now());
    // Who may not make it learns nothing of the network.
    require_endpoint_manager(&by.app, &by.actor, draft.project).await.map_err(of_new)?;
    check_draft(&draft)?;
    judge(&*by.outgoing, &draft).await?;
    let (id, secret) = create_endpoint(&by.app, &by.actor, new).await.map_err(of_new)?;
    let webhook = find_endpoint(&by.app, &by.actor, id).await?.into();
    let location = (LOCATION, format!("/api/v1/webhooks/{id}"));
    Ok((StatusCode::CREATED, [location], Json(CreatedWebhook { webhook, secret })))
}
