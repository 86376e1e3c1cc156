//! `/openapi.json`: OpenAPI 3.1, made of the table of routes and of the catalogue of events.

use kanso_core::endpoint::EventType;
use serde_json::{Map, Value, json};
use utoipa::openapi::path::Paths;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, OpenApiBuilder};

use super::route::Route;
use super::routes::ROOT;
use super::schemas::{self, reference};

/// The document.
pub(crate) fn document(routes: &mut [Route], types: &[EventType]) -> Value {
    let mut components = ComponentsBuilder::new();
    let mut paths = Paths::new();
    for route in routes {
        let (operation, schemas) = route.describe();
        components = components.schemas_from_iter(schemas);
        paths.add_path_operation(format!("{ROOT}{}", route.path), vec![route.method.clone()], operation);
    }
    let components = ["Basic", "Bearer"].into_iter().fold(components, |components, name| {
        let scheme = if name == "Basic" { HttpAuthScheme::Basic } else { HttpAuthScheme::Bearer };
        components.security_scheme(name, SecurityScheme::Http(Http::new(scheme)))
    });
    let info = InfoBuilder::new().title("Kanso").version(env!("CARGO_PKG_VERSION")).description(Some(ABOUT));
    let made = OpenApiBuilder::new()
        .info(info.build())
        .paths(paths)
        .components(Some(components.build()))
        .security(Some(
            ["Basic", "Bearer"].map(|name| SecurityRequirement::new::<_, [&str; 0], &str>(name, [])),
        ))
        .build();
    let mut document = serde_json::to_value(made).unwrap_or_default();
    add_events(&mut document, types);
    document
}

const ABOUT: &str = "Webhooks, their deliveries, and the events they tell. Every operation needs credentials: a user \
    name with a password or personal access token by HTTP Basic, or a personal access token as a bearer token.";

/// Adds the body of each event as a schema, and what is sent to webhooks.
fn add_events(document: &mut Value, types: &[EventType]) {
    let by_name = |of: &dyn Fn(&EventType) -> Value| -> Map<String, Value> {
        types.iter().map(|known| (known.name.as_str().to_owned(), of(known))).collect()
    };
    document["webhooks"] = by_name(&webhook).into();
    let schemas = &mut document["components"]["schemas"];
    schemas["Event"] = json!({
        "description": "An event, as webhooks in the format `standard` tell it.",
        "oneOf": types.iter().map(reference).collect::<Vec<_>>(),
        "discriminator": {
            "propertyName": "type",
            "mapping": by_name(&|known| reference(known)["$ref"].clone()),
        },
    });
    for (name, schema) in schemas::of_events(types) {
        schemas[name] = schema;
    }
}

/// What a receiver is sent, in the format `standard`.
fn webhook(known: &EventType) -> Value {
    json!({"post": {
        "operationId": known.name.as_str(),
        "summary": known.title,
        "description": known.description,
        "tags": ["webhooks"],
        "security": [],
        "parameters": headers(),
        "requestBody": {"required": true, "content": {"application/json": {"schema": reference(known)}}},
        "responses": {
            "2XX": {"description": "Taken."},
            "410": {"description": "Never again: the webhook is switched off."},
            "default": {"description": "It is tried again later."},
        },
    }})
}

/// The headers of a delivery.
fn headers() -> Value {
    let header = |name: &str, words: &str| json!({"name": name, "in": "header", "required": true, "description": words, "schema": {"type": "string"}});
    json!([
        header("webhook-id", "The event's id, the same at every attempt."),
        header("webhook-timestamp", "When this attempt was made, in Unix seconds."),
        header("webhook-signature", "Signatures by Standard Webhooks, between spaces."),
    ])
}
