//! `GET /api/v1/webhooks/{id}/explain`

use axum::Json;
use kanso_core::delivery::{DeliveryLine, Why, explain};
use kanso_core::event::find_cause;
use kanso_domain::{EndpointId, EventName};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::rest::caller::Caller;
use crate::rest::delivery::Delivery;
use crate::rest::input::{Id, Params};
use crate::rest::problem::{Outcome, Problem};

/// Which event.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// The event's id.
    #[param(example = "evt_42_k3jd8s2m")]
    event: String,
}

/// What became of an event at a webhook, for each of the event's names.
#[derive(Serialize, ToSchema)]
pub(crate) struct Fates {
    data: Vec<Fate>,
}

/// What became of an event under one of its names.
#[derive(Serialize, ToSchema)]
pub(crate) struct Fate {
    /// The event's name.
    #[serde(rename = "type")]
    name: &'static str,
    why: Word,
    /// The same in words.
    detail: String,
    /// The delivery, when there is one.
    #[schema(required)]
    delivery: Option<Delivery>,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Word {
    /// The event is of another project.
    NotInScope,
    /// It happened before the webhook was made.
    BeforeWebhook,
    /// The webhook does not ask for events of this name.
    NotAskedFor,
    /// The event is about the webhook itself.
    OfItself,
    /// It is about a comment that not everybody in the webhook's project may read.
    HiddenComment,
    /// It is to be sent, now or later.
    Waiting,
    /// The receiver took it.
    Delivered,
    /// It was given up.
    Failed,
    /// It was not sent, for the reason of the delivery.
    Skipped,
}

/// Says why a webhook was sent an event, or why not.
pub(crate) async fn show(
    by: Caller,
    Id(id): Id<EndpointId>,
    Params(which): Params<Which>,
) -> Outcome<Json<Fates>> {
    let event = find_cause(&by.app, &which.event).await?.ok_or_else(|| Problem::not_found("event"))?;
    let fates = explain(&by.app, &by.actor, id, event).await?;
    Ok(Json(Fates { data: fates.into_iter().map(|(name, why)| Fate::of(name, why)).collect() }))
}

impl Fate {
    fn of(name: EventName, why: Why) -> Self {
        let name = name.as_str();
        match why {
            Why::NotInScope => {
                Self::without(name, Word::NotInScope, "The webhook is for the events of another project.")
            }
            Why::BeforeEndpoint => Self::without(
                name,
                Word::BeforeWebhook,
                "It happened before there was this webhook; recovering brings it.",
            ),
            Why::NotAskedFor => Self::without(
                name,
                Word::NotAskedFor,
                "The events of the webhook, or its format, leave this name out.",
            ),
            Why::OfItself => Self::without(name, Word::OfItself, "A webhook is not told of itself."),
            Why::HiddenComment => Self::without(
                name,
                Word::HiddenComment,
                "It is about a comment that not everybody in the project may read; only webhooks for all projects get it.",
            ),
            Why::Delivery(line) => Self::delivered(name, *line),
        }
    }

    fn without(name: &'static str, why: Word, detail: &str) -> Self {
        Self { name, why, detail: detail.to_owned(), delivery: None }
    }

    fn delivered(name: &'static str, line: DeliveryLine) -> Self {
        let (why, detail) = match line.state.as_str() {
            "delivered" => (Word::Delivered, "The receiver took it.".to_owned()),
            "failed" => (Word::Failed, ended(&line, "It was given up")),
            "skipped" => (Word::Skipped, skipped(line.reason.as_deref()).to_owned()),
            _ if line.is_paused => {
                (Word::Waiting, ended(&line, "It waits until the webhook is enabled again"))
            }
            _ => (Word::Waiting, ended(&line, "It is to be sent")),
        };
        Self { name, why, detail, delivery: Some(line.into()) }
    }
}

fn ended(line: &DeliveryLine, what: &str) -> String {
    match (&line.error, line.attempts) {
        (_, 0) => format!("{what}; there was no attempt yet."),
        (Some(error), attempts) => format!("{what} after {attempts} attempts; the last one failed: {error}."),
        (None, attempts) => format!("{what} after {attempts} attempts."),
    }
}

fn skipped(reason: Option<&str>) -> &'static str {
    match reason {
        Some("filter") => "The task did not match the filter of the webhook.",
        Some("paused") => "The webhook was paused; recovering brings it.",
        Some("disabled") => {
            "The webhook had failed for so long that Kanso had switched it off; recovering brings it."
        }
        Some("chain") => "Too many events followed from each other, so nobody was told of the next.",
        _ => "It was not sent.",
    }
}
