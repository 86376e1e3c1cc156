//! `GET /api/v1/webhooks/{id}/deliveries`

use axum::Json;
use kanso_core::delivery::{DeliveryFilter, list_deliveries};
use kanso_core::endpoint::find_endpoint;
use kanso_core::event::event_id;
use kanso_domain::EndpointId;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::rest::caller::Caller;
use crate::rest::delivery::Delivery;
use crate::rest::input::{Id, Params, parsed};
use crate::rest::page::{Page, cursor, limit};
use crate::rest::problem::{Outcome, Problem};
use crate::rest::words::StateName;

/// Which deliveries.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Those in this state.
    #[serde(default)]
    state: Option<StateName>,
    /// Those of this event.
    #[serde(default)]
    event: Option<String>,
    /// The `next` of the page before.
    #[serde(default)]
    after: Option<String>,
    /// How many at most, from 1 to 200; 50 unless said.
    #[serde(default, deserialize_with = "parsed")]
    #[param(value_type = Option<i64>)]
    limit: Option<i64>,
}

/// Lists the deliveries of a webhook, newest first.
pub(crate) async fn list(
    by: Caller,
    Id(id): Id<EndpointId>,
    Params(which): Params<Which>,
) -> Outcome<Json<Page<Delivery>>> {
    let limit = limit(which.limit)?;
    let event = match &which.event {
        Some(uid) => {
            Some(event_id(uid).ok_or_else(|| Problem::invalid("event", "event must be the id of one."))?)
        }
        None => None,
    };
    let before = cursor(which.after.as_deref())?.map(Into::into);
    find_endpoint(&by.app, &by.actor, id).await?;
    let state = which.state.map(|state| state.0);
    let filter = DeliveryFilter { endpoint: Some(id), event, state, before, limit: limit + 1, project: None };
    let lines = list_deliveries(&by.app, &by.actor, filter).await?;
    Ok(Json(Page::of(lines.into_iter().map(Delivery::from).collect(), limit, |line| line.id.get())))
}
