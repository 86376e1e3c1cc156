//! What became of an event at an endpoint: delivered, or why not.

use kanso_core::delivery::{DeliveryLine, Why, explain};
use kanso_core::endpoint::Endpoint;
use kanso_domain::{EventId, EventName};

use super::view::OutcomeView;
use crate::delivery::view::DeliveryView;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// What became of an event at each of these endpoints, under each of its names.
pub(super) async fn outcomes(
    web: &Web,
    reader: &Reader,
    endpoints: &[Endpoint],
    event: EventId,
) -> Result<Vec<OutcomeView>, Fault> {
    let mut outcomes = Vec::new();
    for endpoint in endpoints {
        let told = explain(&web.app, &reader.actor, endpoint.id, event).await?;
        let has_several = told.len() > 1;
        outcomes.extend(told.into_iter().map(|(name, why)| {
            let name = Some(name).filter(|_| has_several);
            OutcomeView::new(&reader.page, endpoint, name, &why)
        }));
    }
    Ok(outcomes)
}

impl OutcomeView {
    fn new(page: &Page, endpoint: &Endpoint, name: Option<EventName>, why: &Why) -> Self {
        let never = |why: String| (page.text("outcome-none"), "", Some(why), None);
        let (state, tone, why, delivery) = match why {
            Why::NotInScope => never(page.text("outcome-not-in-scope")),
            Why::BeforeEndpoint => never(page.text("outcome-before")),
            Why::NotAskedFor => never(page.text("outcome-not-asked-for")),
            Why::OfItself => never(page.text("outcome-of-itself")),
            Why::HiddenComment => never(page.text("outcome-hidden")),
            Why::Delivery(line) => of_delivery(page, line),
        };
        Self {
            endpoint: endpoint.id.get(),
            endpoint_name: crate::endpoint::name(page, endpoint),
            name: name.map(EventName::as_str).unwrap_or_default(),
            state,
            tone,
            why,
            delivery,
        }
    }

    /// What became of it by a delivery alone.
    pub(super) fn of_line(page: &Page, endpoint: Option<&Endpoint>, line: &DeliveryLine) -> Self {
        let (state, tone, why, delivery) = of_delivery(page, line);
        Self {
            endpoint: line.endpoint_id.get(),
            endpoint_name: endpoint.map(|endpoint| crate::endpoint::name(page, endpoint)).unwrap_or_default(),
            name: "",
            state,
            tone,
            why,
            delivery,
        }
    }
}

fn of_delivery(page: &Page, line: &DeliveryLine) -> (String, &'static str, Option<String>, Option<i64>) {
    let view = DeliveryView::new(page, line);
    (view.state, view.tone, view.why, Some(view.id))
}
