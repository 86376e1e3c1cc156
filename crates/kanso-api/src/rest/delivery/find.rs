//! `GET /api/v1/deliveries/{id}`

use axum::Json;
use kanso_core::delivery::find_delivery;
use kanso_domain::DeliveryId;

use super::DeliveryWithAttempts;
use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::Outcome;

/// Shows a delivery with its attempts.
pub(crate) async fn show(by: Caller, Id(id): Id<DeliveryId>) -> Outcome<Json<DeliveryWithAttempts>> {
    Ok(Json(find_delivery(&by.app, &by.actor, id).await?.into()))
}
