//! Which deliveries wait for each other.

use std::time::Duration;

use kanso_core::endpoint::{NewEndpoint, Ordering};
use kanso_testkit::{Receiver, Response, TestApp};
use serde_json::json;

use super::{create, leading_to, titles};
use crate::team::Project;

/// Two tasks with an event each after their creation; what has "bad" in its title is refused.
async fn two_tasks(ordering: Ordering) -> (TestApp, Receiver) {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    create(&app, NewEndpoint { ordering, ..leading_to(&receiver) }).await;
    receiver.answer_by(|received| {
        let title = received.body["event_data"]["task"]["title"].as_str().unwrap_or_default();
        Response::status(if title.contains("bad") { 503 } else { 200 })
    });
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let first = project.task(&rpc, 0, "bad").await;
    rpc.call("updateTask", json!({"id": first, "title": "good"})).await;
    project.task(&rpc, 0, "other").await;
    app.settle().await;
    (app, receiver)
}

async fn well_again(app: &TestApp, receiver: &Receiver) {
    receiver.answer(200);
    app.pass(Duration::from_secs(6)).await;
}

#[tokio::test]
async fn by_task_the_later_event_of_the_task_waits_and_others_go_on() {
    let (app, receiver) = two_tasks(Ordering::Task).await;
    assert_eq!(titles(&receiver), ["bad", "other"]);
    well_again(&app, &receiver).await;
    assert_eq!(titles(&receiver), ["bad", "other", "bad", "good"]);
}

#[tokio::test]
async fn by_endpoint_all_later_events_wait() {
    let (app, receiver) = two_tasks(Ordering::Endpoint).await;
    assert_eq!(titles(&receiver), ["bad"]);
    well_again(&app, &receiver).await;
    assert_eq!(titles(&receiver), ["bad", "bad", "good", "other"]);
}

#[tokio::test]
async fn without_order_nothing_waits() {
    let (app, receiver) = two_tasks(Ordering::None).await;
    let mut came = titles(&receiver);
    came.sort();
    assert_eq!(came, ["bad", "good", "other"]);
    well_again(&app, &receiver).await;
    assert_eq!(titles(&receiver).split_off(3), ["bad"]);
}
