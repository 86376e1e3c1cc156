//! `/asyncapi.json`: AsyncAPI 3.0, made of the catalogue of events: what is sent to webhooks, and what the stream
//! tells.

use kanso_core::endpoint::EventType;
use serde_json::{Map, Value, json};

use super::routes::ROOT;
use super::schemas::{self, reference};

/// The document.
pub(crate) fn document(types: &[EventType]) -> Value {
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "Kanso",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The events of a Kanso server, as webhooks and as a stream tell them.",
        },
        "defaultContentType": "application/json",
        "channels": {
            "webhooks": channel(types, None, "The address of a webhook: a POST for each event it asks for."),
            "stream": channel(types, Some(&format!("{ROOT}/events/stream")), "Server-sent events."),
        },
        "operations": {
            "deliver": operation("webhooks", "Delivers events to webhooks in the format `standard`."),
            "follow": operation("stream", "Tells events to those who follow the stream."),
        },
        "components": {
            "messages": by_name(types, message),
            "schemas": schemas::of_events(types),
        },
    })
}

fn channel(types: &[EventType], address: Option<&str>, words: &str) -> Value {
    let messages =
        by_name(types, |known| json!({"$ref": format!("#/components/messages/{}", known.name.as_str())}));
    json!({"address": address, "description": words, "messages": messages})
}

fn operation(channel: &str, words: &str) -> Value {
    json!({"action": "send", "channel": {"$ref": format!("#/channels/{channel}")}, "summary": words})
}

fn message(known: &EventType) -> Value {
    json!({
        "name": known.name.as_str(),
        "title": known.title,
        "summary": known.description,
        "contentType": "application/json",
        "payload": reference(known),
    })
}

fn by_name(types: &[EventType], of: impl Fn(&EventType) -> Value) -> Map<String, Value> {
    types.iter().map(|known| (known.name.as_str().to_owned(), of(known))).collect()
}
