//! Every event there is: what it means, a sample of it, and what its bodies look like.
//!
//! The schemas of Kanso's own formats are made from the types that the bodies are made of.

mod kanboard;
mod sample;
mod schema;
mod words;

use kanso_core::endpoint::{EventType, Format};
use kanso_domain::EventName;
use serde_json::Value;

pub use sample::sample;

/// Every event there is, in the order in which pages list them.
pub fn event_types() -> Vec<EventType> {
    EventName::all().map(event_type).collect()
}

fn event_type(name: EventName) -> EventType {
    EventType {
        name,
        title: words::title(name),
        description: words::description(name),
        schema: schema::of_event(name),
        is_kanboards: name.is_kanboards(),
    }
}

/// What the bodies of a format look like, as a JSON Schema (2020-12); `None` for a format that others define.
pub fn body_schema(format: Format) -> Option<Value> {
    match format {
        Format::Standard => Some(schema::standard()),
        Format::CloudEvents => Some(schema::cloudevents()),
        Format::Kanboard2015 | Format::Kanboard2016 | Format::Kanboard12 => kanboard::schema(format),
        Format::Slack
        | Format::Discord
        | Format::Mattermost
        | Format::Teams
        | Format::Ntfy
        | Format::Template => None,
    }
}
