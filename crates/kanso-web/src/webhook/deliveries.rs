//! The delivery log.

use axum::extract::{Query, State as FromState};
use axum::response::Response;
use kanso_core::delivery::{State, StateCounts, count_deliveries, list_deliveries};
use kanso_domain::DeliveryId;
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

/// `GET /settings/webhooks/deliveries`
pub(crate) async fn list(
    FromState(web): FromState<Web>,
    Query(filter): Query<Filter>,
    reader: Reader,
) -> Result<Response, Fault> {
    let state = State::parse(&filter.state);
    let one_more = i64::try_from(LISTED).unwrap_or(i64::MAX) + 1;
    let mut lines = list_deliveries(&web.app, &reader.actor, state, filter.before, one_more).await?;
    let counts = count_deliveries(&web.app, &reader.actor).await?;
    let has_older = lines.len() > LISTED;
    lines.truncate(LISTED);
    let older = lines.last().filter(|_| has_older).map(|line| address(state, Some(line.id)));
    respond::page(&DeliveriesPage {
        page: &reader.page,
        section: "webhooks",
        tab: "deliveries",
        filters: filters(&reader.page, state, counts),
        deliveries: lines.iter().map(|line| DeliveryView::new(&reader.page, line)).collect(),
        newer: filter.before.map(|_| address(state, None)),
        older,
    })
}

fn address(state: Option<State>, before: Option<DeliveryId>) -> String {
    let state = state.map_or("", State::as_str);
    let before = before.map_or_else(String::new, |id| format!("&before={id}"));
    format!("/settings/webhooks/deliveries?state={state}{before}")
}

fn filters(page: &Page, chosen: Option<State>, counts: StateCounts) -> Vec<StateChoice> {
    let mut choices =
        vec![StateChoice { state: "", name: page.text("delivery-all"), is_chosen: chosen.is_none() }];
    choices.extend(State::ALL.into_iter().map(|state| {
        let (name, count) = match state {
            State::Waiting => (page.text("delivery-waiting"), counts.waiting),
            State::Delivered => (page.text("delivery-delivered"), counts.delivered),
            State::Failed => (page.text("delivery-failed"), counts.failed),
        };
        StateChoice {
            state: state.as_str(),
            name: format!("{name} {count}"),
            is_chosen: chosen == Some(state),
        }
    }));
    choices
}
