//! `GET /api/v1/events`

use axum::Json;
use kanso_core::event::{FeedFilter, feed_end, read_feed};
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::{Document, WhichEvents, documents};
use crate::rest::caller::Caller;
use crate::rest::input::Params;
use crate::rest::page::limit;
use crate::rest::problem::Outcome;

/// Events in the order in which they were entered into the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct EventPage {
    #[schema(value_type = Vec<Event>)]
    data: Vec<Box<RawValue>>,
    /// What to send as `after` for what comes next, now or later. No event is missed that way.
    next: String,
    /// Whether there is more already.
    has_more: bool,
}

/// Stands for the documents of all events: its schema is made of theirs.
enum Event {}

impl ToSchema for Event {}

impl PartialSchema for Event {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().into()
    }
}

/// Lists what happened, as far as the caller may see it now.
pub(crate) async fn list(by: Caller, Params(which): Params<WhichEvents>) -> Outcome<Json<EventPage>> {
    let (limit, names) = (limit(which.limit)?, which.names()?);
    if which.after.as_deref() == Some("now") {
        let next = feed_end(&by.app).await?;
        return Ok(Json(EventPage { data: Vec::new(), next, has_more: false }));
    }
    let project = which.project_id.map(Into::into);
    let filter = FeedFilter { after: which.after, project, names: names.clone(), limit };
    let feed = read_feed(&by.app, &by.actor, filter).await?;
    let mut data = Vec::new();
    for event in &feed.events {
        let told = documents(&*by.outgoing, event, &names)?;
        data.extend(told.into_iter().map(Document::into_raw).collect::<Outcome<Vec<_>>>()?);
    }
    Ok(Json(EventPage { data, next: feed.next, has_more: feed.has_more }))
}
