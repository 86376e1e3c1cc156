//! One delivery and its attempts.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::delivery::find_delivery;
use kanso_domain::DeliveryId;

use super::view::{AttemptView, DeliveryPage, DeliveryView};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/webhooks/deliveries/{delivery}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(delivery): Path<DeliveryId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let record = find_delivery(&web.app, &reader.actor, delivery).await?;
    respond::page(&DeliveryPage {
        page: &reader.page,
        section: "webhooks",
        delivery: DeliveryView::new(&reader.page, &record.line),
        attempts: AttemptView::all(&reader.page, &record),
    })
}
