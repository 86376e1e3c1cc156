//! `/openapi.json` and `/asyncapi.json`: whole, and of the routes there are.

#![expect(clippy::panic, reason = "a helper of tests fails the test with what it saw")]

use std::collections::BTreeSet;

use kanso_domain::EventName;
use kanso_testkit::TestApp;
use serde_json::Value;

use super::Api;
use crate::team::{entries, members};

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Every value in a document, with the members that hold it.
fn walk<'a>(value: &'a Value, visit: &mut impl FnMut(&'a Value)) {
    visit(value);
    match value {
        Value::Object(members) => members.values().for_each(|member| walk(member, visit)),
        Value::Array(entries) => entries.iter().for_each(|entry| walk(entry, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Fails for a reference that leads nowhere inside of the document.
fn check_references(document: &Value) {
    let mut count = 0;
    walk(document, &mut |value| {
        if let Some(to) = value.get("$ref").and_then(Value::as_str) {
            count += 1;
            let pointer = to.strip_prefix('#').unwrap_or_else(|| panic!("{to} leads out of the document"));
            assert!(document.pointer(pointer).is_some(), "{to} leads nowhere");
        }
    });
    assert!(count > 100, "{count} references");
}

#[tokio::test]
async fn openapi_is_whole() {
    let app = TestApp::start().await;
    let document = &Api::anonymous(&app).await.contract.0;
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1.")), "{document}");
    check_references(document);
    for (name, schema) in members(&document["components"]["schemas"]) {
        assert!(jsonschema::meta::is_valid(schema), "{name}: {schema}");
    }
    let mut ids = BTreeSet::new();
    for (path, item) in members(&document["paths"]) {
        for (method, operation) in members(item) {
            let what = format!("{method} {path}");
            assert!(METHODS.contains(&method.as_str()), "{what}");
            let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{what} has no name"));
            assert!(ids.insert(id), "{what} has a name that another one has");
            assert!(operation["summary"].as_str().is_some_and(|words| !words.is_empty()), "{what}");
            let named: BTreeSet<&str> = operation["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|parameter| parameter["in"] == "path")
                .filter_map(|parameter| parameter["name"].as_str())
                .collect();
            let open = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
            assert_eq!(named, open.collect(), "{what}");
            for (status, response) in members(&operation["responses"]) {
                assert!(response["description"].is_string(), "{what} {status}");
            }
        }
    }
    let webhooks: Vec<&str> = members(&document["webhooks"]).keys().map(String::as_str).collect();
    assert_eq!(webhooks, EventName::all().map(EventName::as_str).collect::<Vec<_>>());
}

#[tokio::test]
async fn asyncapi_is_whole() {
    let app = TestApp::start().await;
    let document = app.rest().get("/asyncapi.json").await.body;
    assert_eq!(document["asyncapi"], "3.0.0");
    check_references(&document);
    let names: Vec<&str> = EventName::all().map(EventName::as_str).collect();
    for (name, channel) in members(&document["channels"]) {
        let messages: Vec<&str> = members(&channel["messages"]).keys().map(String::as_str).collect();
        assert_eq!(messages, names, "{name}");
    }
    for (name, operation) in members(&document["operations"]) {
        assert_eq!(operation["action"], "send", "{name}");
        let channel = operation["channel"]["$ref"].as_str().expect("a reference");
        assert!(channel.starts_with("#/channels/"), "{name}");
    }
}

#[tokio::test]
async fn every_route_of_the_document_is_served_and_no_other_method() {
    let app = TestApp::start().await;
    let api = Api::admin(&app).await;
    for (path, item) in members(&api.contract.0["paths"]) {
        let concrete = path.replace("{id}", "7").replace("{recovery}", "7").replace("{rule}", "7");
        // The fallback of unknown addresses names an address.
        // A stream does not end.
        let is_stream = |method: &str| method == "get" && path.ends_with("/stream");
        for method in METHODS.into_iter().filter(|method| !is_stream(method)) {
            let reply = api.rest.send(method.to_uppercase().as_str(), &concrete, None, String::new()).await;
            let is_documented = item.get(method).is_some();
            assert_eq!(reply.status != 405, is_documented, "{method} {path}: {reply:?}");
            assert!(!reply.body.to_string().contains("no such address"), "{method} {path}: {reply:?}");
        }
    }
    let listed = entries(&api.read("/api/v1/event-types").await["data"]).len();
    assert_eq!(listed, EventName::all().count());
}

#[tokio::test]
async fn what_the_schemas_of_events_share_is_the_same_in_each() {
    let app = TestApp::start().await;
    let api = Api::admin(&app).await;
    let schemas = &api.contract.0["components"]["schemas"];
    let mut count = 0;
    for entry in entries(&api.read("/api/v1/event-types").await["data"]) {
        for (name, part) in entry["schema"]["$defs"].as_object().into_iter().flatten() {
            let part = part.to_string().replace("#/$defs/", "#/components/schemas/");
            let part: Value = serde_json::from_str(&part).expect("JSON");
            assert_eq!(schemas[name], part, "{name} of {}", entry["name"]);
            count += 1;
        }
    }
    assert!(count > 50, "{count} definitions");
}
