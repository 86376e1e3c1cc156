//! Making up for what a webhook missed, and its keys.

use kanso_core::delivery::carry_on_recoveries;
use kanso_testkit::{Receiver, START, TestApp};
use serde_json::json;

use super::{Api, WEBHOOKS, each, refused};
use crate::team::{Project, int};

#[tokio::test]
async fn what_was_missed_is_counted_first_and_then_sent() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let webhook = api.webhook(&receiver, json!({"events": ["task.create"], "enabled": false})).await;
    let project = Project::create(&rpc).await;
    for title in ["one", "two", "three"] {
        project.task(&rpc, 0, title).await;
    }
    api.patch(&format!("{WEBHOOKS}/{webhook}"), json!({"enabled": true})).await;
    app.settle().await;
    assert_eq!(receiver.received().len(), 0);

    let path = format!("{WEBHOOKS}/{webhook}/recover");
    for since in [json!("2026-09-21T00:00:00Z"), json!(START - 10)] {
        let counted = api.post(&path, json!({"since": since, "dry_run": true})).await;
        assert_eq!((counted.status, &counted.body), (200, &json!({"count": 3})));
    }
    let counted = api.post(&path, json!({"since": START + 10, "dry_run": true})).await;
    assert_eq!(counted.body, json!({"count": 0}));
    app.settle().await;
    assert_eq!(receiver.received().len(), 0, "counting sends nothing");

    let begun = api.post(&path, json!({"since": "2026-09-21T00:00:00Z"})).await;
    assert_eq!((begun.status, int(&begun.body["total"])), (202, 3));
    while carry_on_recoveries(&app.app).await.expect("the database answers") > 0 {}
    app.settle().await;
    assert_eq!(receiver.received().len(), 3);
    let location = begun.header("location").expect("where to look").to_owned();
    let done = api.read(&location).await;
    assert_eq!((&done["is_done"], int(&done["done"])), (&json!(true), 3));
    let other = api.webhook(&receiver, json!({})).await;
    let foreign = format!("{WEBHOOKS}/{other}/recoveries/{}", begun.body["id"]);
    assert_eq!(api.get(&foreign).await.status, 404);
    for odd in [json!({}), json!({"since": "yesterday"}), json!({"since": null}), json!({"since": -5})] {
        let reply = api.post(&path, odd.clone()).await;
        let field = if odd == json!({}) { "" } else { "since" };
        assert_eq!(refused(&reply), (422, field), "{odd}: {reply:?}");
    }
}

#[tokio::test]
async fn a_secret_is_rotated_and_the_old_one_signs_for_a_while() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let webhook = api.webhook(&receiver, json!({"events": ["task.create"]})).await;
    let project = Project::create(&rpc).await;
    let path = format!("{WEBHOOKS}/{webhook}/rotate-secret");

    let rotated = api.post(&path, json!({"overlap_seconds": 3600})).await;
    assert_eq!(rotated.status, 200, "{rotated:?}");
    assert!(rotated.body["secret"].as_str().is_some_and(|secret| secret.starts_with("whsec_")));
    assert_eq!(each(&rotated.body["keys"], "kind"), ["v1", "v1"]);
    let public = api.post(&path, json!({"kind": "v1a"})).await.body;
    assert!(public["secret"].as_str().is_some_and(|key| key.starts_with("whpk_")), "{public}");

    let signatures = async || {
        project.task(&rpc, 0, "Task").await;
        app.settle().await;
        let last = receiver.received().pop().expect("a webhook");
        let signature = last.header("webhook-signature").expect("a signature");
        signature
            .split(' ')
            .map(|one| one.split(',').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let mut both = signatures().await;
    both.sort();
    assert_eq!(both, ["v1", "v1", "v1a"]);
    app.clock.advance(std::time::Duration::from_secs(3601));
    let mut one = signatures().await;
    one.sort();
    assert_eq!(one, ["v1", "v1a"]);

    assert_eq!(refused(&api.post(&path, json!({"overlap_seconds": -1})).await), (422, "overlap_seconds"));
    assert_eq!(
        refused(&api.post(&path, json!({"overlap_seconds": 700_000})).await),
        (422, "overlap_seconds")
    );
    assert_eq!(refused(&api.post(&path, json!({"kind": "v2"})).await), (422, "kind"));
}
