//! `GET /api/v1/event-types`

use axum::Json;
use kanso_core::endpoint::EventType;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::rest::caller::Caller;

/// All events there are.
#[derive(Serialize, ToSchema)]
pub(crate) struct Catalogue {
    data: Vec<EventTypeEntry>,
}

/// A kind of event.
#[derive(Serialize, ToSchema)]
#[schema(as = EventType)]
pub(crate) struct EventTypeEntry {
    #[schema(example = "task.create")]
    name: &'static str,
    title: &'static str,
    description: &'static str,
    /// Whether Kanboard tells it too. Webhooks in its formats get only those, unless they name others.
    is_kanboards: bool,
    /// The JSON Schema of its body in the format `standard`.
    #[schema(value_type = Object)]
    schema: Value,
}

/// Lists the events there are.
pub(crate) async fn list(by: Caller) -> Json<Catalogue> {
    Json(Catalogue { data: by.outgoing.event_types().into_iter().map(EventTypeEntry::from).collect() })
}

impl From<EventType> for EventTypeEntry {
    fn from(known: EventType) -> Self {
        Self {
            name: known.name.as_str(),
            title: known.title,
            description: known.description,
            is_kanboards: known.is_kanboards,
            schema: known.schema,
        }
    }
}
