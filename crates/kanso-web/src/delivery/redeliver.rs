//! "Deliver again".

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_domain::DeliveryId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /webhooks/deliveries/{delivery}/redeliver`
pub(crate) async fn redeliver(
    State(web): State<Web>,
    Path(delivery): Path<DeliveryId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let again = kanso_core::delivery::redeliver(&web.app, &reader.actor, delivery).await?;
    Ok(Redirect::to(&format!("/webhooks/deliveries/{again}")))
}
