//! Events, as webhooks in the format `standard` tell them: the same documents with the same ids.

pub(crate) mod catalogue;
pub(crate) mod feed;
pub(crate) mod show;
pub(crate) mod stream;

use kanso_core::endpoint::{NewEndpoint, Outgoing};
use kanso_core::event::Logged;
use kanso_domain::{EventFilter, EventName};
use serde::Deserialize;
use serde_json::value::RawValue;
use utoipa::IntoParams;

use super::problem::{Outcome, Problem};

/// Which events.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichEvents {
    /// Those after this cursor, the `next` of a page or the `id` of a message; `now` for those still to come.
    #[serde(default)]
    pub(crate) after: Option<String>,
    /// How many at most, from 1 to 200; 50 unless said.
    #[serde(default, deserialize_with = "super::input::parsed")]
    #[param(value_type = Option<i64>)]
    pub(crate) limit: Option<i64>,
    /// Those of these names, between commas: `task.*,!task.update`; all unless said.
    #[serde(default)]
    types: Option<String>,
    /// Those of this project; all that the caller may see unless said.
    #[serde(default, deserialize_with = "super::input::parsed")]
    #[param(value_type = Option<i64>)]
    pub(crate) project_id: Option<i64>,
}

impl WhichEvents {
    /// The names that are asked for.
    pub(crate) fn names(&self) -> Outcome<EventFilter> {
        let patterns = self.types.as_deref().unwrap_or_default().split(',').map(str::trim);
        EventFilter::new(patterns.filter(|pattern| !pattern.is_empty()))
            .map_err(|unknown| Problem::invalid("types", format!("No event is called {:?}.", unknown.0)))
    }
}

/// An event under one of its names, as JSON.
pub(crate) struct Document {
    pub(crate) name: EventName,
    pub(crate) json: String,
}

/// The documents of an event: one for each of its names that is asked for.
pub(crate) fn documents(
    outgoing: &dyn Outgoing,
    event: &Logged,
    names: &EventFilter,
) -> Outcome<Vec<Document>> {
    let names = event.event.names().filter(|name| names.matches(*name));
    names.map(|name| document(outgoing, event, name)).collect()
}

/// The event under this name.
pub(crate) fn document(outgoing: &dyn Outgoing, event: &Logged, name: EventName) -> Outcome<Document> {
    // What is sent where nothing else is asked for: the format `standard`.
    let plain = NewEndpoint::default().draft(event.at);
    let made = outgoing.preview(&plain, name, event).map_err(|reason| Problem::unforeseen(&reason))?;
    Ok(Document { name, json: made.body })
}

impl Document {
    /// As a part of an answer.
    pub(crate) fn into_raw(self) -> Outcome<Box<RawValue>> {
        RawValue::from_string(self.json).map_err(|error| Problem::unforeseen(&error))
    }
}
