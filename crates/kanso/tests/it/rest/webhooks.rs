//! Webhooks made, shown, changed and removed.

use kanso_core::endpoint::MASK;
use kanso_testkit::{Receiver, TestApp};
use serde_json::{Value, json};

use super::{Api, WEBHOOKS, each, refused};
use crate::team::{Project, int, with};

#[tokio::test]
async fn a_webhook_is_made_with_a_secret_shown_once_and_then_without() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let made = api.post(WEBHOOKS, json!({"name": " Hook ", "url": receiver.url()})).await;
    let id = int(&made.body["id"]);
    let path = format!("{WEBHOOKS}/{id}");
    assert_eq!((made.status, made.header("location")), (201, Some(path.as_str())));
    assert!(made.body["secret"].as_str().is_some_and(|secret| secret.starts_with("whsec_")));

    let shown = api.read(&path).await;
    let expected = json!({
        "id": id, "project_id": null, "name": "Hook", "url": receiver.url(), "token": "", "format": "standard",
        "events": [], "filter": "", "template": "", "headers": [], "enabled": true, "ordering": "task",
        "concurrency": 4, "rate_limit": null, "timeout_ms": 15000, "retries": "standard",
        "disabled_reason": null, "of_settings": false, "owner_id": 1, "created_at": "2026-09-21T14:13:20Z",
        "keys": [{"kind": "v1", "public": null, "created_at": "2026-09-21T14:13:20Z", "expires_at": null}],
    });
    assert_eq!(shown, expected);
    assert_eq!(each(&api.read(WEBHOOKS).await["data"], "id"), [id]);
    assert_eq!(api.delete(&path).await.status, 204);
    assert_eq!(api.get(&path).await.status, 404);
    assert_eq!(api.delete(&path).await.status, 404);
}

#[tokio::test]
async fn absent_stays_and_null_is_the_default() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let fields = json!({
        "events": ["task.*", "!task.update"], "format": "cloudevents", "filter": "priority:>=2",
        "enabled": false, "ordering": "none", "concurrency": 1, "rate_limit": 2.5, "timeout_ms": 5000,
        "retries": "long",
    });
    let path = format!("{WEBHOOKS}/{}", api.webhook(&receiver, fields.clone()).await);
    let same = api.patch(&path, json!({})).await.body;
    for (field, value) in fields.as_object().expect("an object") {
        assert_eq!(&same[field], value, "{field}");
    }
    let nulls: Value =
        fields.as_object().expect("an object").keys().map(|key| (key.clone(), Value::Null)).collect();
    let usual = api.patch(&path, with(json!({"name": "Other"}), &nulls)).await.body;
    let expected = json!({
        "name": "Other", "events": [], "format": "standard", "filter": "", "enabled": true,
        "ordering": "task", "concurrency": 4, "rate_limit": null, "timeout_ms": 15000, "retries": "standard",
    });
    for (field, value) in expected.as_object().expect("an object") {
        assert_eq!(&usual[field], value, "{field}");
    }
    assert_eq!(usual["url"], receiver.url());
}

#[tokio::test]
async fn secrets_are_masked_and_a_mask_sent_back_keeps_them() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let secret = json!({"name": "Authorization", "value": "Bearer deep", "secret": true});
    let open = json!({"name": "X-Team", "value": "blue", "secret": false});
    let fields = json!({"token": "querytoken", "format": "kanboard-1.2", "headers": [secret, open]});
    let path = format!("{WEBHOOKS}/{}", api.webhook(&receiver, fields).await);
    let masked = json!([{"name": "Authorization", "value": MASK, "secret": true}, open]);
    let shown = api.read(&path).await;
    assert_eq!((&shown["headers"], &shown["token"]), (&masked, &json!(MASK)));
    let changed = api.patch(&path, json!({"headers": masked, "token": MASK})).await.body;
    assert_eq!(changed["headers"], masked);
    for reply in [api.read(WEBHOOKS).await, shown, changed] {
        let text = reply.to_string();
        assert!(!text.contains("deep") && !text.contains("querytoken"), "{text}");
    }
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "Task").await;
    app.settle().await;
    let received = receiver.received();
    assert!(received[0].uri.contains("token=querytoken"), "{}", received[0].uri);
    assert_eq!(received[0].header("authorization"), Some("Bearer deep"));
    assert_eq!(received[0].header("x-team"), Some("blue"));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_the_field() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let path = format!("{WEBHOOKS}/{}", api.webhook(&receiver, json!({})).await);
    let good = json!({"name": "Hook", "url": receiver.url()});
    for (odd, field) in [
        (json!({"name": ""}), "name"),
        (json!({"name": 5}), "name"),
        (json!({"name": "x".repeat(256)}), "name"),
        (json!({"url": "ftp://example.org"}), "url"),
        (json!({"url": ["x"]}), "url"),
        (json!({"url": "http://224.0.0.1/"}), "url"),
        (json!({"format": "xml"}), "format"),
        (json!({"events": ["task.explode"]}), "events"),
        (json!({"events": ["task.create", 5]}), "events[1]"),
        (json!({"enabled": "yes"}), "enabled"),
        (json!({"ordering": "random"}), "ordering"),
        (json!({"concurrency": 0}), "concurrency"),
        (json!({"concurrency": -1}), "concurrency"),
        (json!({"rate_limit": 0}), "rate_limit"),
        (json!({"timeout_ms": 1}), "timeout_ms"),
        (json!({"retries": 7}), "retries"),
        (json!({"template": "{{ ", "format": "template"}), "template"),
        (json!({"format": "template"}), "template"),
        (json!({"headers": [{"name": "Host", "value": "x"}]}), "headers"),
        (json!({"headers": [{"name": "A", "value": "x", "more": 1}]}), "headers[0].more"),
        (json!({"headers": [{"name": "Secret", "value": MASK, "secret": true}]}), "headers"),
        (json!({"colour": "red"}), "colour"),
        (json!({"id": 7}), "id"),
    ] {
        let reply = api.post(WEBHOOKS, with(good.clone(), &odd)).await;
        assert_eq!(refused(&reply), (422, field), "{odd}: {reply:?}");
        let reply = api.patch(&path, odd.clone()).await;
        assert_eq!(refused(&reply), (422, field), "{odd}: {reply:?}");
    }
    assert_eq!(refused(&api.post(WEBHOOKS, json!({"name": "x"})).await), (422, "url"));
    let elsewhere = with(good, &json!({"project_id": 999}));
    assert_eq!(refused(&api.post(WEBHOOKS, elsewhere).await), (422, "project_id"));
    assert_eq!(each(&api.read(WEBHOOKS).await["data"], "name"), ["Hook"], "nothing was stored");
}

#[tokio::test]
async fn the_webhook_of_the_settings_is_changed_in_the_settings() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    let api = Api::admin(&app).await;
    let all = api.read(WEBHOOKS).await;
    let path = format!("{WEBHOOKS}/{}", all["data"][0]["id"]);
    assert_eq!(
        (&all["data"][0]["of_settings"], &all["data"][0]["url"]),
        (&json!(true), &json!(receiver.url()))
    );
    let reply = api.patch(&path, json!({"enabled": false})).await;
    assert_eq!((reply.status, &reply.body["type"]), (409, &json!("urn:kanso:problem:conflict")));
    assert_eq!(api.delete(&path).await.status, 409);
    assert_eq!(api.patch(&path, json!({"concurrency": 2})).await.body["concurrency"], json!(2));
}

#[tokio::test]
async fn a_list_comes_in_pages() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(json!(api.webhook(&receiver, json!({})).await));
    }
    let (mut seen, mut path) = (Vec::new(), format!("{WEBHOOKS}?limit=2"));
    loop {
        let page = api.read(&path).await;
        seen.extend(each(&page["data"], "id").into_iter().cloned());
        let Some(next) = page["next"].as_str() else { break };
        path = format!("{WEBHOOKS}?limit=2&after={next}");
    }
    assert_eq!(seen, ids);
    assert_eq!(refused(&api.get("/api/v1/webhooks?limit=0").await), (422, "limit"));
    assert_eq!(refused(&api.get("/api/v1/webhooks?limit=x").await), (422, "limit"));
    assert_eq!(refused(&api.get("/api/v1/webhooks?after=x").await), (422, "after"));
    assert_eq!(refused(&api.get("/api/v1/webhooks?colour=red").await), (422, "colour"));
}

#[tokio::test]
async fn what_is_no_request_is_told_so() {
    let app = TestApp::start().await;
    let api = Api::admin(&app).await;
    let send = async |media_type: Option<&str>, body: &str| {
        let reply = api.rest.send("POST", WEBHOOKS, media_type, body.to_owned()).await;
        api.contract.check("post", WEBHOOKS, &reply);
        reply.status
    };
    assert_eq!(send(Some("application/json"), "{").await, 400);
    assert_eq!(send(Some("application/json; charset=utf-8"), "[]").await, 400);
    assert_eq!(send(Some("text/plain"), "{}").await, 415);
    assert_eq!(send(None, "{}").await, 415);
    assert_eq!(send(Some("application/json"), &"x".repeat(600_000)).await, 413);

    let reply = api.rest.send("PUT", WEBHOOKS, None, String::new()).await;
    assert_eq!((reply.status, reply.header("content-type")), (405, Some("application/problem+json")));
    assert!(reply.header("allow").is_some_and(|allow| allow.contains("POST")), "{reply:?}");
    for path in ["/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/webhooks/1/nothing"] {
        let reply = api.rest.get(path).await;
        assert_eq!((reply.status, reply.header("content-type")), (404, Some("application/problem+json")));
    }
    assert_eq!(api.get("/api/v1/webhooks/x").await.status, 404);
}
