//! Whatever is sent, nothing breaks: no body, no query and no path is answered with a failure of the server.

use kanso_testkit::{Receiver, TestApp};
use proptest::prelude::{any, prop};
use serde_json::{Map, Value, json};

use super::Api;
use crate::robust::Dice;
use crate::team::{Project, members};

/// So often each operation is called.
const ROUNDS: usize = 12;

#[tokio::test]
async fn no_request_breaks_an_operation() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let project = Project::create(&rpc).await;
    for events in [json!([]), json!(["task.*"])] {
        api.webhook(&receiver, json!({"events": events})).await;
    }
    project.task(&rpc, 0, "Task").await;
    app.settle().await;
    let mut dice = Dice::new();
    for (path, item) in members(&api.contract.0["paths"]) {
        for (method, operation) in members(item).iter().filter(|_| !path.ends_with("/stream")) {
            for _ in 0..ROUNDS {
                let address = address(&mut dice, path, operation);
                let body = body(&mut dice, &api.contract.0, operation);
                let media_type = Some("application/json");
                let verb = method.to_uppercase();
                let reply = api.rest.send(&verb, &address, media_type, body.clone()).await;
                assert!(reply.status < 500, "{method} {address} {body}: {reply:?}");
                let is_known = reply.header("content-type") != Some("text/plain; charset=utf-8");
                assert!(is_known, "{method} {address} {body}: {reply:?}");
            }
        }
    }
    // And it still works.
    assert_eq!(api.get(super::WEBHOOKS).await.status, 200);
}

/// The path with ids that are there or not, and parameters that make sense or not.
fn address(dice: &mut Dice, path: &str, operation: &Value) -> String {
    let mut address = path.to_owned();
    let mut query = Vec::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().expect("a name");
        let value = text(&dice.parameter("id"));
        if parameter["in"] == "path" {
            address = address.replace(&format!("{{{name}}}"), if value.is_empty() { "0" } else { &value });
        } else if dice.draw(&any::<bool>()) {
            query.push(format!(
                "{name}={}",
                if dice.draw(&any::<bool>()) { text(&dice.parameter(name)) } else { value }
            ));
        }
    }
    format!("{address}?{}", query.join("&"))
}

/// A value as it can stand in an address.
fn text(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.bytes()
        .take(300)
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

/// A body with the fields of the operation and any values, or anything at all.
fn body(dice: &mut Dice, document: &Value, operation: &Value) -> String {
    let schema = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
    let Some(schema) = schema.and_then(|to| document.pointer(to.trim_start_matches('#'))) else {
        return String::new();
    };
    if dice.draw(&prop::bool::weighted(0.2)) {
        return dice.parameter("anything").to_string();
    }
    let mut fields = Map::new();
    for name in members(&schema["properties"]).keys() {
        if dice.draw(&any::<bool>()) {
            fields.insert(name.clone(), dice.parameter(name));
        }
    }
    Value::Object(fields).to_string()
}
