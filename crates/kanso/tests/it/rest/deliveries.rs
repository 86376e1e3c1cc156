//! Deliveries seen, repeated, tried out and explained.

use std::time::Duration;

use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{Api, WEBHOOKS, each, refused};
use crate::team::{Project, int};

#[tokio::test]
async fn the_log_shows_every_attempt_newest_delivery_first() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let webhook = api.webhook(&receiver, json!({"events": ["task.create", "task.close"]})).await;
    let project = Project::create(&rpc).await;
    receiver.answer(503);
    let task = project.task(&rpc, 0, "Task").await;
    app.settle().await;
    receiver.answer(200);
    app.pass(Duration::from_secs(10)).await;
    rpc.call("closeTask", json!([task])).await;

    let path = format!("{WEBHOOKS}/{webhook}/deliveries");
    let page = api.read(&path).await;
    assert_eq!(each(&page["data"], "type"), ["task.close", "task.create"]);
    assert_eq!(each(&page["data"], "state"), ["waiting", "delivered"]);
    assert_eq!(each(&page["data"], "task_id"), [task, task]);
    let waiting = api.read(&format!("{path}?state=waiting")).await;
    assert_eq!(each(&waiting["data"], "type"), ["task.close"]);

    let delivered = &page["data"][1];
    let event = delivered["message_id"].as_str().expect("an id");
    let of_event = api.read(&format!("{path}?event={event}")).await;
    assert_eq!(each(&of_event["data"], "type"), ["task.create"]);
    let newest = api.read(&format!("{path}?limit=1")).await;
    let next = newest["next"].as_str().expect("there are more");
    let rest = api.read(&format!("{path}?limit=1&after={next}")).await;
    assert_eq!((each(&rest["data"], "type"), &rest["next"]), (vec![&json!("task.create")], &json!(null)));

    let whole = api.read(&format!("/api/v1/deliveries/{}", delivered["id"])).await;
    assert_eq!(each(&whole["attempts"], "status"), [503, 200]);
    let body = whole["body"].as_str().expect("a body");
    assert_eq!(serde_json::from_str::<serde_json::Value>(body).expect("JSON"), receiver.received()[1].body);
    assert_eq!(refused(&api.get(&format!("{path}?state=lost")).await), (422, "state"));
    assert_eq!(refused(&api.get(&format!("{path}?event=5")).await), (422, "event"));
}

#[tokio::test]
async fn a_delivery_is_repeated_with_the_same_bytes_and_a_second_click_is_the_same() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let webhook = api.webhook(&receiver, json!({"events": ["task.create"]})).await;
    Project::create(&rpc).await.task(&rpc, 0, "Task").await;
    app.settle().await;
    let page = api.read(&format!("{WEBHOOKS}/{webhook}/deliveries")).await;
    let again = format!("/api/v1/deliveries/{}/redeliver", page["data"][0]["id"]);
    let (first, second) = (api.post(&again, json!({})).await, api.post(&again, json!({})).await);
    assert_eq!((first.status, second.status), (202, 202));
    assert_eq!(first.body, second.body);
    let path = format!("/api/v1/deliveries/{}", first.body["id"]);
    assert_eq!(first.header("location"), Some(path.as_str()));
    app.settle().await;
    let received = receiver.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[0].body, received[1].body);
    assert_eq!(received[0].header("webhook-id"), received[1].header("webhook-id"));
    let repeated = api.read(&path).await;
    assert_eq!((&repeated["is_manual"], &repeated["repeats"]), (&json!(true), &page["data"][0]["id"]));
}

#[tokio::test]
async fn a_test_event_is_sent_at_once_and_stored_nowhere() {
    let app = TestApp::start().await;
    let (api, receiver) = (Api::admin(&app).await, Receiver::start().await);
    let webhook = api.webhook(&receiver, json!({})).await;
    let path = format!("{WEBHOOKS}/{webhook}/test");
    let report = api.post(&path, json!({"type": "comment.create"})).await.body;
    assert_eq!(
        (&report["delivered"], &report["status"], &report["error"]),
        (&json!(true), &json!(200), &json!(null))
    );
    let received = receiver.received();
    assert_eq!(received[0].body["type"], json!("comment.create"));
    api.contract.check_webhook(&received[0].body);
    let sent = report["sent"].as_str().expect("a body");
    assert_eq!(serde_json::from_str::<serde_json::Value>(sent).expect("JSON"), received[0].body);
    receiver.answer(500);
    let report = api.post(&path, json!({})).await.body;
    assert_eq!((&report["delivered"], &report["status"]), (&json!(false), &json!(500)));
    assert!(report["error"].as_str().is_some_and(|error| !error.is_empty()), "{report}");
    assert_eq!(receiver.received()[1].body["type"], json!("task.create"));
    assert_eq!(refused(&api.post(&path, json!({"type": "task.explode"})).await), (422, "type"));
    let page = api.read(&format!("{WEBHOOKS}/{webhook}/deliveries")).await;
    assert_eq!(each(&page["data"], "type"), [""; 0], "only what happened is in the log");
}

#[tokio::test]
async fn health_tells_since_when_it_fails_and_how_much_waits() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let webhook = api.webhook(&receiver, json!({"events": ["task.create"]})).await;
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "Task").await;
    app.settle().await;
    let path = format!("{WEBHOOKS}/{webhook}/health");
    let well = api.read(&path).await;
    assert_eq!((int(&well["delivered"]), int(&well["waiting"]), int(&well["failures"])), (1, 0, 0));
    assert_eq!(well["last_success_at"], json!("2026-09-21T14:13:20Z"));
    receiver.answer(500);
    project.task(&rpc, 0, "Other").await;
    app.settle().await;
    let ill = api.read(&path).await;
    assert_eq!((int(&ill["waiting"]), int(&ill["failures"]), int(&ill["last_status"])), (1, 1, 500));
    assert_eq!(ill["failing_since"], json!("2026-09-21T14:13:20Z"));
}

#[tokio::test]
async fn every_event_and_webhook_has_an_answer_to_why() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    project.task(&rpc, 0, "Before").await;
    app.clock.advance(Duration::from_secs(5));
    let of_project = json!({"project_id": project.id, "events": ["task.create"]});
    let webhook = api.webhook(&receiver, of_project.clone()).await;
    let paused = api.webhook(&receiver, json!({"enabled": false})).await;
    let task = project.task(&rpc, 0, "Task").await;
    rpc.call("closeTask", json!([task])).await;
    other.task(&rpc, 0, "Elsewhere").await;
    app.settle().await;

    let application = Api::application(&app).await;
    let feed = application.read("/api/v1/events?types=task.create,task.close").await;
    let why = async |webhook: i64, event: &serde_json::Value| {
        let id = event["id"].as_str().expect("an id");
        let fates = api.read(&format!("{WEBHOOKS}/{webhook}/explain?event={id}")).await;
        let fate = &fates["data"][0];
        assert!(fate["detail"].as_str().is_some_and(|words| !words.is_empty()), "{fate}");
        fate["why"].as_str().expect("a word").to_owned()
    };
    let mut whys = Vec::new();
    for event in feed["data"].as_array().expect("a list") {
        whys.push(why(webhook, event).await);
    }
    assert_eq!(whys, ["before_webhook", "delivered", "not_asked_for", "not_in_scope"]);
    assert_eq!(why(paused, &feed["data"][1]).await, "skipped");
    assert_eq!(refused(&api.get(&format!("{WEBHOOKS}/{webhook}/explain")).await), (422, ""));
}
