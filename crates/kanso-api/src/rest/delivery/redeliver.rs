//! `POST /api/v1/deliveries/{id}/redeliver`

use axum::Json;
use axum::http::header::LOCATION;
use axum::http::{HeaderName, StatusCode};
use kanso_core::delivery::redeliver;
use kanso_domain::DeliveryId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::Outcome;

/// The delivery that repeats another.
#[derive(Serialize, ToSchema)]
pub(crate) struct Redelivery {
    #[schema(value_type = i64)]
    id: DeliveryId,
}

/// Sends the same bytes again, with the same id, by the same schedule of attempts. Asked again right away, it answers
/// the delivery that was made the first time.
pub(crate) async fn send(
    by: Caller,
    Id(id): Id<DeliveryId>,
) -> Outcome<(StatusCode, [(HeaderName, String); 1], Json<Redelivery>)> {
    let id = redeliver(&by.app, &by.actor, id).await?;
    let location = (LOCATION, format!("/api/v1/deliveries/{id}"));
    Ok((StatusCode::ACCEPTED, [location], Json(Redelivery { id })))
}
