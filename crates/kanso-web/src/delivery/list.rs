//! The delivery log.

use axum::extract::{Query, State as FromState};
use axum::response::Response;
use kanso_core::delivery::{DeliveryFilter, State, StateCounts, count_deliveries, list_deliveries};
use kanso_core::endpoint::list_managed_endpoints;
use kanso_domain::{DeliveryId, EndpointId};
use serde::Deserialize;

use super::view::{DeliveriesPage, DeliveryView, StateChoice};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many deliveries a page lists.
const LISTED: usize = 50;

#[derive(Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    state: String,
    before: Option<DeliveryId>,
}

/// Which deliveries are looked at.
pub(crate) struct Shown {
    pub(crate) endpoint: Option<EndpointId>,
    pub(crate) state: Option<State>,
    pub(crate) before: Option<DeliveryId>,
}

/// A part of the log, and the ways to the others.
pub(crate) struct Log {
    pub(crate) filters: Vec<StateChoice>,
    pub(crate) deliveries: Vec<DeliveryView>,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

/// `GET /settings/webhooks/deliveries`: those to all endpoints.
pub(crate) async fn list(
    FromState(web): FromState<Web>,
    Query(filter): Query<Filter>,
    reader: Reader,
) -> Result<Response, Fault> {
    let shown = Shown { endpoint: None, state: State::parse(&filter.state), before: filter.before };
    let mut log = read_log(&web, &reader, &shown, "/settings/webhooks/deliveries").await?;
    let endpoints = list_managed_endpoints(&web.app, &reader.actor, None).await?;
    for delivery in &mut log.deliveries {
        let found = endpoints.iter().find(|endpoint| endpoint.id.get() == delivery.endpoint);
        delivery.endpoint_name =
            found.map(|endpoint| crate::endpoint::name(&reader.page, endpoint)).unwrap_or_default();
    }
    respond::page(&DeliveriesPage {
        page: &reader.page,
        section: "webhooks",
        tab: "deliveries",
        filters: log.filters,
        deliveries: log.deliveries,
        newer: log.newer,
        older: log.older,
    })
}

/// Reads the part of the log that `shown` names, for the page at `path`.
pub(crate) async fn read_log(web: &Web, reader: &Reader, shown: &Shown, path: &str) -> Result<Log, Fault> {
    let one_more = i64::try_from(LISTED).unwrap_or(i64::MAX) + 1;
    let filter = DeliveryFilter {
        endpoint: shown.endpoint,
        state: shown.state,
        before: shown.before,
        limit: one_more,
        ..DeliveryFilter::default()
    };
    let mut lines = list_deliveries(&web.app, &reader.actor, filter).await?;
    let counts = count_deliveries(&web.app, &reader.actor, shown.endpoint).await?;
    let has_older = lines.len() > LISTED;
    lines.truncate(LISTED);
    let older = lines.last().filter(|_| has_older).map(|line| address(path, shown.state, Some(line.id)));
    Ok(Log {
        filters: filters(&reader.page, path, shown.state, counts),
        deliveries: lines.iter().map(|line| DeliveryView::new(&reader.page, line)).collect(),
        newer: shown.before.map(|_| address(path, shown.state, None)),
        older,
    })
}

fn address(path: &str, state: Option<State>, before: Option<DeliveryId>) -> String {
    let state = state.map_or("", State::as_str);
    let before = before.map_or_else(String::new, |id| format!("&before={id}"));
    format!("{path}?state={state}{before}")
}

fn filters(page: &Page, path: &str, chosen: Option<State>, counts: StateCounts) -> Vec<StateChoice> {
    let all =
        StateChoice { href: path.to_owned(), name: page.text("delivery-all"), is_chosen: chosen.is_none() };
    let mut choices = vec![all];
    choices.extend(State::ALL.into_iter().map(|state| {
        let (name, count) = match state {
            State::Waiting => (page.text("delivery-waiting"), counts.waiting),
            State::Delivered => (page.text("delivery-delivered"), counts.delivered),
            State::Failed => (page.text("delivery-failed"), counts.failed),
            State::Skipped => (page.text("delivery-skipped"), counts.skipped),
        };
        StateChoice {
            href: address(path, Some(state), None),
            name: format!("{name} {count}"),
            is_chosen: chosen == Some(state),
        }
    }));
    choices
}
