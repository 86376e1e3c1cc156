//! Why an event was delivered, or was not.

use std::process::ExitCode;

use anyhow::{Context, bail};
use kanso_core::delivery::{self, DeliveryLine, Reason, State, Why};
use kanso_core::endpoint::{Endpoint, list_managed_endpoints};
use kanso_core::event::{event_id, find_event};
use kanso_core::{Error, Kind};
use kanso_domain::{EndpointId, EventName};
use serde_json::{Value, json};

use super::time::Times;
use super::{Desk, deliveries};
use crate::table::Table;

/// Says what became of an event at one endpoint or at each.
pub(super) async fn explain(
    desk: &Desk,
    uid: &str,
    endpoint: Option<EndpointId>,
) -> anyhow::Result<ExitCode> {
    let event =
        event_id(uid).with_context(|| format!("{uid:?} is no event's id: they look like evt_12_0badcafe"))?;
    match find_event(&desk.app, &desk.actor, event).await {
        Err(Error::NotFound(Kind::Event)) => bail!("there is no event {uid}"),
        found => found?,
    };
    let endpoints = match endpoint {
        Some(endpoint) => vec![desk.endpoint(endpoint).await?],
        None => list_managed_endpoints(&desk.app, &desk.actor, None).await?,
    };
    let mut all = Vec::new();
    for endpoint in endpoints {
        let whys = delivery::explain(&desk.app, &desk.actor, endpoint.id, event).await?;
        all.extend(whys.into_iter().map(|(name, why)| (endpoint.clone(), name, why)));
    }
    let times = desk.times();
    desk.answer(
        || all.iter().map(|(endpoint, name, why)| json(endpoint, *name, why, &times)).collect::<Value>(),
        || {
            if all.is_empty() {
                return "There is no endpoint that it could have gone to.".to_owned();
            }
            let mut table = Table::new(&["ENDPOINT", "NAME", "EVENT", "DELIVERY", "WHAT BECAME OF IT"]);
            for (endpoint, name, why) in &all {
                let (endpoint, who) = (endpoint.id.to_string(), endpoint.name.clone());
                let event = name.as_str().to_owned();
                table.row([endpoint, who, event, delivery_of(why), in_words(*name, why, &times)]);
            }
            table.to_string()
        },
    )
}

fn delivery_of(why: &Why) -> String {
    match why {
        Why::Delivery(line) => line.id.to_string(),
        Why::NotInScope | Why::BeforeEndpoint | Why::NotAskedFor | Why::OfItself | Why::HiddenComment => {
            "-".to_owned()
        }
    }
}

fn in_words(name: EventName, why: &Why, times: &Times) -> String {
    match why {
        Why::NotInScope => "not sent: the endpoint is for another project".to_owned(),
        Why::BeforeEndpoint => {
            "not sent: it happened before the endpoint was added; recovering brings it".to_owned()
        }
        Why::NotAskedFor => format!("not sent: the endpoint does not ask for {}", name.as_str()),
        Why::OfItself => "not sent: an endpoint is not told of itself".to_owned(),
        Why::HiddenComment => {
            "not sent: it is about a comment that not everybody in the project may read".to_owned()
        }
        Why::Delivery(line) => of_delivery(line, times),
    }
}

fn of_delivery(line: &DeliveryLine, times: &Times) -> String {
    let attempts = match line.attempts {
        1 => "1 attempt".to_owned(),
        many => format!("{many} attempts"),
    };
    let settled = times.show(line.settled_at_ms.unwrap_or(line.created_at_ms));
    let outcome = deliveries::outcome(line);
    match State::parse(&line.state) {
        Some(State::Delivered) => format!("delivered {settled} at attempt {}: {outcome}", line.attempts),
        Some(State::Failed) => format!("given up {settled} after {attempts}: {outcome}"),
        Some(State::Waiting) if line.is_paused => {
            format!(
                "waiting: the endpoint is paused; `kanso webhook resume {}` lets it go on",
                line.endpoint_id
            )
        }
        Some(State::Waiting) if line.attempts == 0 => "waiting for its turn".to_owned(),
        Some(State::Waiting) => {
            format!("tried again from {} on, {attempts} so far: {outcome}", times.show(line.due_at_ms))
        }
        Some(State::Skipped) => format!("not sent: {}", skipped(line)),
        None => line.state.clone(),
    }
}

fn skipped(line: &DeliveryLine) -> &'static str {
    match line.reason.as_deref().and_then(Reason::parse) {
        Some(Reason::Filter) => "the task did not match the endpoint's filter",
        Some(Reason::Paused) => "the endpoint was paused; recovering brings it",
        Some(Reason::Disabled) => {
            "the endpoint was switched off after failing for days; recovering brings it"
        }
        Some(Reason::Chain) => "too many events followed from each other",
        None => "no reason is known",
    }
}

fn json(endpoint: &Endpoint, name: EventName, why: &Why, times: &Times) -> Value {
    let (what, line) = match why {
        Why::NotInScope => ("not_in_scope", None),
        Why::BeforeEndpoint => ("before_webhook", None),
        Why::NotAskedFor => ("not_asked_for", None),
        Why::OfItself => ("of_itself", None),
        Why::HiddenComment => ("hidden_comment", None),
        Why::Delivery(line) => (line.state.as_str(), Some(deliveries::json(line))),
    };
    json!({
        "webhook_id": endpoint.id.get(),
        "type": name.as_str(),
        "why": what,
        "detail": in_words(name, why, times),
        "delivery": line,
    })
}
