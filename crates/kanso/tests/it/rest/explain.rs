//! What would come of a webhook, before it is made.

use kanso_testkit::{Receiver, TestApp};
use serde_json::{Value, json};

use super::{Api, WEBHOOKS, each};
use crate::team::{Project, int};

const EXPLAIN: &str = "/api/v1/webhooks/explain";

#[tokio::test]
async fn a_good_draft_shows_what_it_would_have_got() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "Task").await;
    rpc.call("closeTask", json!([task])).await;
    let draft =
        json!({"name": "x", "url": receiver.url(), "project_id": project.id, "events": ["task.close"]});
    let told = api.post(EXPLAIN, draft).await.body;
    assert_eq!((&told["refused"], int(&told["matching"])), (&json!([]), 1));
    let recent = told["recent"].as_array().expect("a list");
    assert_eq!((&recent[0]["type"], &recent[0]["matches"]), (&json!("task.close"), &json!(true)));
    assert!(recent[1..].iter().all(|event| event["matches"] == json!(false)), "{told}");
    let preview = &told["preview"];
    assert_eq!((&preview["event"], &preview["error"]), (&recent[0]["id"], &Value::Null));
    let body: Value = serde_json::from_str(preview["body"].as_str().expect("a body")).expect("JSON");
    assert_eq!(body["type"], json!("task.close"));
    api.contract.check_webhook(&body);
    assert_eq!(api.read(WEBHOOKS).await["data"], json!([]), "nothing was stored");
    app.settle().await;
    assert_eq!(receiver.received().len(), 0, "nothing was sent");
}

#[tokio::test]
async fn a_bad_draft_says_all_that_would_be_refused() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::admin(&app).await, app.rpc());
    Project::create(&rpc).await.task(&rpc, 0, "Task").await;
    let draft = json!({"url": "http://224.0.0.1/", "format": "template", "template": "{{ nothing("});
    let told = api.post(EXPLAIN, draft).await.body;
    assert_eq!(each(&told["refused"], "field"), ["name", "template", "url"]);
    assert!(told["refused"].as_array().is_some_and(|all| all.iter().all(|one| one["detail"] != json!(""))));
    assert_eq!(told["preview"]["body"], Value::Null);
    assert!(told["preview"]["error"].is_string(), "{told}");
}
