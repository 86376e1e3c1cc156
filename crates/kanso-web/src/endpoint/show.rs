//! The page of an endpoint: its health and its deliveries.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::delivery::latest_recovery;
use kanso_core::endpoint::{Endpoint, find_endpoint};
use kanso_domain::{DeliveryId, EndpointId, EventName};
use serde::Deserialize;

use super::build::{section, test_names};
use super::recovery_view::RecoveryView;
use super::view::{EndpointHead, EndpointPage};
use crate::delivery::list::{Log, Shown, read_log};
use crate::fault::Fault;
use crate::notice::list::unread;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    state: String,
    before: Option<DeliveryId>,
    /// What was done just before.
    #[serde(default)]
    done: String,
}

/// `GET /webhooks/{endpoint}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    respond::page(&page(&web, &reader, &endpoint, &asked).await?)
}

/// The page as it is asked for.
pub(super) async fn page<'a>(
    web: &Web,
    reader: &'a Reader,
    endpoint: &Endpoint,
    asked: &Asked,
) -> Result<EndpointPage<'a>, Fault> {
    let page = &reader.page;
    let notice = match asked.done.as_str() {
        "saved" => Some(page.text("webhook-saved")),
        "paused" => Some(page.text("webhook-paused")),
        "resumed" => Some(page.text("webhook-resumed")),
        _ => None,
    };
    let shown = Shown {
        endpoint: Some(endpoint.id),
        state: kanso_core::delivery::State::parse(&asked.state),
        before: asked.before,
    };
    let log = read_log(web, reader, &shown, &format!("/webhooks/{}", endpoint.id)).await?;
    let recovery = latest_recovery(&web.app, &reader.actor, endpoint.id).await?;
    let running = recovery.filter(|recovery| !recovery.is_done);
    let Log { filters, deliveries, newer, older } = log;
    Ok(EndpointPage {
        page,
        section: section(endpoint.project),
        tab: "show",
        head: EndpointHead::new(web, reader, endpoint).await?,
        notice,
        notices: unread(web, reader, std::slice::from_ref(endpoint)).await?,
        answer: None,
        recovery: running.map(|recovery| RecoveryView::new(page, &recovery)),
        names: test_names(page, EventName::TaskCreate.as_str()),
        filters,
        deliveries,
        newer,
        older,
    })
}
