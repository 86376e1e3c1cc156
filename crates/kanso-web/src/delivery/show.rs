//! One delivery and its attempts.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::delivery::find_delivery;
use kanso_core::endpoint::find_endpoint;
use kanso_domain::{DeliveryId, EventId};

use super::view::{AttemptView, DeliveryPage, DeliveryView};
use super::wait::waits;
use crate::event::causes;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /webhooks/deliveries/{delivery}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(delivery): Path<DeliveryId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let record = find_delivery(&web.app, &reader.actor, delivery).await?;
    let line = &record.line;
    let endpoint = find_endpoint(&web.app, &reader.actor, line.endpoint_id).await?;
    let body = record.body.clone().filter(|_| record.attempts.is_empty());
    respond::page(&DeliveryPage {
        page: &reader.page,
        section: if endpoint.project.is_some() { "" } else { "webhooks" },
        delivery: DeliveryView::new(&reader.page, line),
        endpoint_name: crate::endpoint::name(&reader.page, &endpoint),
        message_id: line.message_id.clone(),
        repeats: line.repeats.map(DeliveryId::get),
        waits: waits(&web, &reader, &endpoint, line).await?,
        body,
        attempts: AttemptView::all(&reader.page, &record),
        causes: causes(&web, &reader, EventId::from(line.event_id)).await?,
    })
}
