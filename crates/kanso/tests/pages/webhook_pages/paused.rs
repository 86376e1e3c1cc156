//! What waits for a webhook that somebody paused.

use std::time::Duration;

use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{admin, create, text};
use crate::team::Project;

#[tokio::test]
async fn what_waits_says_that_the_webhook_is_paused_and_goes_on_in_order_when_it_is_resumed() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    receiver.answer(503);
    let (rpc, url) = (app.rpc(), receiver.url());
    let project = Project::create(&rpc).await;
    let browser = admin(&app).await;
    let fields = [("name", "A"), ("url", url.as_str()), ("format", "kanboard-2016")];
    let endpoint = create(&browser, project.id, &fields).await;
    let task = project.task(&rpc, 0, "Wash").await;
    rpc.call("closeTask", json!([task])).await;
    app.settle().await;
    assert_eq!(receiver.names(), ["task.create"], "the second waits for the first");

    browser.submit(&endpoint, &format!("{endpoint}/pause"), &[]).await;
    rpc.call("openTask", json!([task])).await;
    receiver.answer(200);
    app.pass(Duration::from_secs(3 * 24 * 3_600)).await;
    assert_eq!(receiver.received().len(), 1, "nothing is sent");
    let states = "SELECT event_name, state FROM deliveries WHERE event_name LIKE 'task.%' ORDER BY id";
    let waiting = [("task.create", "waiting"), ("task.close", "waiting"), ("task.open", "skipped")];
    let expected = waiting.map(|(name, state)| (name.to_owned(), state.to_owned()));
    assert_eq!(app.rows::<(String, String)>(states).await, expected);
    let log = text(&browser.get(&format!("{endpoint}?state=waiting")).await);
    let held = "Paused The webhook is paused: it goes out when somebody resumes it.";
    assert_eq!(log.matches(held).count(), 2, "{log}");
    let delivery = text(&browser.get("/webhooks/deliveries/1").await);
    assert!(delivery.contains("goes out when somebody resumes it"), "{delivery}");
    let events = browser.get("/events").await.body;
    let event = events.split("href=\"/events/").skip(1).find(|part| part.contains("task.create"));
    let event = event.and_then(|part| part.split('"').next()).expect("the event is listed");
    let explained = text(&browser.get(&format!("/events/{event}")).await);
    assert!(explained.contains(held), "{explained}");

    browser.submit(&endpoint, &format!("{endpoint}/resume"), &[]).await;
    rpc.call("closeTask", json!([task])).await;
    app.settle().await;
    assert_eq!(receiver.names()[1..], ["task.create", "task.close", "task.close"]);
}
