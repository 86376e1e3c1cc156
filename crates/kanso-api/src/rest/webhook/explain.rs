//! `POST /api/v1/webhooks/explain`

use axum::Json;
use kanso_core::Error;
use kanso_core::delivery::{Matched, match_recent};
use kanso_core::endpoint::{Endpoint, Outgoing, check_draft, require_endpoint_manager};
use serde::Serialize;
use utoipa::ToSchema;

use super::draft::NewWebhook;
use super::judge::{judge_template, judge_url, of_new};
use crate::rest::caller::Caller;
use crate::rest::input::Body;
use crate::rest::problem::{Outcome, Problem};
use crate::rest::time::at;

/// So many of the last events are looked at.
const LOOKED_AT: i64 = 50;

/// What a webhook would be refused for, and what it would get. Nothing was stored.
#[derive(Serialize, ToSchema)]
pub(crate) struct Explanation {
    /// Why it would be refused; empty when it would not.
    refused: Vec<Refusal>,
    /// The last events in its scope, newest first, and whether it would have got each.
    recent: Vec<RecentEvent>,
    /// How many of those it would have got.
    matching: usize,
    /// What it would have been sent for the newest of those.
    #[schema(required)]
    preview: Option<BodyPreview>,
}

/// A value that would be refused.
#[derive(Serialize, ToSchema)]
struct Refusal {
    /// The field; null when it is not about one.
    #[schema(required)]
    field: Option<String>,
    /// Why, and what can be done about it.
    detail: String,
}

/// An event that a webhook would have got or not.
#[derive(Serialize, ToSchema)]
struct RecentEvent {
    id: String,
    #[serde(rename = "type")]
    name: &'static str,
    #[schema(format = DateTime)]
    at: String,
    matches: bool,
}

/// A body as it would be sent.
#[derive(Serialize, ToSchema)]
struct BodyPreview {
    /// The event that it is about.
    event: String,
    #[serde(rename = "type")]
    name: &'static str,
    #[schema(required)]
    content_type: Option<&'static str>,
    #[schema(required)]
    body: Option<String>,
    /// Why there is no body, in words; null when there is one.
    #[schema(required)]
    error: Option<String>,
}

/// Says what would come of a webhook, and stores nothing.
pub(crate) async fn explain(by: Caller, Body(new): Body<NewWebhook>) -> Outcome<Json<Explanation>> {
    let draft = new.read()?.draft(by.app.clock().now());
    let mut refused = Refusals::default();
    // Who may not make it learns nothing of the network.
    require_endpoint_manager(&by.app, &by.actor, draft.project).await.map_err(of_new)?;
    refused.note(check_draft(&draft))?;
    refused.add(judge_template(&*by.outgoing, &draft));
    refused.add(judge_url(&*by.outgoing, &draft).await);
    let recent = refused.note(match_recent(&by.app, &by.actor, &draft, LOOKED_AT).await)?;
    let recent = recent.unwrap_or_default();
    let matching = recent.iter().filter(|event| event.matches).count();
    let newest = recent.iter().find(|event| event.matches);
    let preview = newest.map(|event| BodyPreview::of(&*by.outgoing, &draft, event));
    let recent = recent.iter().map(RecentEvent::of).collect();
    Ok(Json(Explanation { refused: refused.0, recent, matching, preview }))
}

/// What is refused, each field once.
#[derive(Default)]
struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Writes down a value that is refused. Other failures stay failures.
    fn note<T>(&mut self, outcome: Result<T, Error>) -> Outcome<Option<T>> {
        match outcome {
            Ok(value) => Ok(Some(value)),
            Err(error @ Error::Invalid(_)) => {
                self.add(Err(error.into()));
                Ok(None)
            }
            Err(error) => Err(of_new(error)),
        }
    }

    fn add(&mut self, outcome: Result<(), Problem>) {
        let Err(problem) = outcome else { return };
        let (field, detail) = problem.refusal();
        if !self.0.iter().any(|known| known.field == field) {
            self.0.push(Refusal { field, detail });
        }
    }
}

impl RecentEvent {
    fn of(matched: &Matched) -> Self {
        Self {
            id: matched.event.uid(),
            name: matched.name.as_str(),
            at: at(matched.event.at),
            matches: matched.matches,
        }
    }
}

impl BodyPreview {
    fn of(outgoing: &dyn Outgoing, draft: &Endpoint, matched: &Matched) -> Self {
        let (event, name) = (matched.event.uid(), matched.name.as_str());
        match outgoing.preview(draft, matched.name, &matched.event) {
            Ok(made) => Self {
                event,
                name,
                content_type: Some(made.content_type),
                body: Some(made.body),
                error: None,
            },
            Err(error) => Self { event, name, content_type: None, body: None, error: Some(error) },
        }
    }
}
