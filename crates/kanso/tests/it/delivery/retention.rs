//! What is kept of deliveries, and for how long.

use std::time::Duration;

use kanso_core::Actor;
use kanso_core::delivery::find_delivery;
use kanso_testkit::{Receiver, Response, TestApp};

use super::{create, leading_to, log};
use crate::team::Project;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// One delivery that was taken and one that was given up.
async fn one_of_each() -> (TestApp, Receiver, kanso_domain::EndpointId) {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let endpoint = create(&app, leading_to(&receiver)).await;
    receiver.answer_by(|received| {
        let is_bad = received.body["event_data"]["task"]["title"] == "bad";
        Response::status(if is_bad { 500 } else { 200 })
    });
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "good").await;
    project.task(&app.rpc(), 0, "bad").await;
    app.settle().await;
    for _ in 0..10 {
        app.pass(Duration::from_secs(25 * 3600)).await;
        // Something succeeds now and then, so that the endpoint is not switched off.
        project.task(&app.rpc(), 0, "good").await;
    }
    (app, receiver, endpoint)
}

async fn body_and_answer(app: &TestApp, line: usize, endpoint: kanso_domain::EndpointId) -> (bool, bool) {
    let id = log(app, endpoint).await[line].id;
    let record = find_delivery(&app.app, &Actor::Application, id).await.expect("it is there");
    (record.body.is_some(), record.attempts.iter().all(|attempt| attempt.answer.is_some()))
}

#[tokio::test]
async fn bodies_of_what_was_taken_go_first_then_all() {
    let (app, _receiver, endpoint) = one_of_each().await;
    app.set("webhook_attempts_days", "20").await;
    assert_eq!(body_and_answer(&app, 0, endpoint).await, (false, false), "taken ten days ago");
    assert_eq!(body_and_answer(&app, 1, endpoint).await, (true, true), "given up");
    app.settle().await;
    let newest = log(&app, endpoint).await.len() - 1;
    assert_eq!(body_and_answer(&app, newest, endpoint).await, (true, true), "taken now");

    app.pass(DAY * 10).await;
    let left: Vec<_> = log(&app, endpoint).await.into_iter().map(|line| line.id.get()).collect();
    assert!(!left.contains(&1), "the first was taken more than twenty days ago: {left:?}");
    app.pass(DAY * 21).await;
    assert!(log(&app, endpoint).await.is_empty());
    let attempts = app.rows::<(i64,)>("SELECT COUNT(*) FROM attempts").await;
    assert_eq!(attempts, [(0,)]);
}

#[tokio::test]
async fn however_much_there_is_it_goes_and_what_waits_stays() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let endpoint = create(&app, leading_to(&receiver)).await;
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "waits").await;
    let copies = "INSERT INTO deliveries (endpoint_id, event_id, event_name, message_id, order_key, state, cause, \
        due_at_ms, created_at_ms, settled_at_ms, body) \
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1700) \
        SELECT d.endpoint_id, d.event_id, d.event_name, d.message_id, 0, 'delivered', 'event', 0, 0, \
          d.created_at_ms + i, 'body' FROM deliveries d CROSS JOIN n";
    app.execute(&[copies]).await;
    receiver.answer(500);
    app.pass(DAY * 8).await;
    let bodies = app.rows::<(i64,)>("SELECT COUNT(*) FROM deliveries WHERE body = 'body'").await;
    assert_eq!(bodies, [(0,)]);
    assert_eq!(log(&app, endpoint).await.len(), 1701);
    app.pass(DAY * 23).await;
    let left: Vec<_> = log(&app, endpoint).await.into_iter().map(|line| line.state).collect();
    assert_eq!(left, ["waiting"]);
}
