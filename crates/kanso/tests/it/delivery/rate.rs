//! How many attempts an endpoint gets, at once and a second.

use std::time::Duration;

use kanso_core::Actor;
use kanso_core::endpoint::{EndpointPatch, NewEndpoint, update_endpoint};
use kanso_testkit::{Receiver, TestApp};

use super::{Worker, create, leading_to, states};
use crate::team::Project;

async fn tasks(app: &TestApp, count: usize) {
    let project = Project::create(&app.rpc()).await;
    for number in 0..count {
        project.task(&app.rpc(), 0, &format!("task {number}")).await;
    }
}

#[tokio::test]
async fn two_a_second_come_half_a_second_apart_and_none_is_lost() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let slow = create(&app, NewEndpoint { rate_limit: Some(2.0), ..leading_to(&receiver) }).await;
    tasks(&app, 5).await;
    for expected in 1..=5 {
        app.settle().await;
        app.settle().await;
        assert_eq!(receiver.received().len(), expected);
        app.pass(Duration::from_millis(499)).await;
        assert_eq!(receiver.received().len(), expected);
        app.clock.advance(Duration::from_millis(1));
    }
    assert_eq!(states(&app, slow).await, vec!["delivered"; 5]);
}

#[tokio::test]
async fn the_worker_keeps_to_the_rate_by_the_clock() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    create(&app, NewEndpoint { rate_limit: Some(1.0), ..leading_to(&receiver) }).await;
    tasks(&app, 3).await;
    let worker = Worker::start(&app);
    for expected in 1..=3 {
        assert_eq!(receiver.wait_for(expected).await.len(), expected);
        app.clock.advance(Duration::from_secs(1));
    }
    worker.stop().await;
}

#[tokio::test]
async fn no_more_are_under_way_than_the_endpoint_allows() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let narrow = create(&app, NewEndpoint { concurrency: 2, ..leading_to(&receiver) }).await;
    receiver.hold();
    tasks(&app, 9).await;
    let worker = Worker::start(&app);
    receiver.wait_for(2).await;
    assert_eq!(receiver.received().len(), 2);
    receiver.release();
    receiver.wait_for(9).await;
    worker.stop().await;
    assert_eq!(states(&app, narrow).await, vec!["delivered"; 9]);
}

#[tokio::test]
async fn what_happens_while_it_is_paused_is_skipped_and_says_so() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let paused = create(&app, leading_to(&receiver)).await;
    let pause = EndpointPatch { enabled: Some(false), ..EndpointPatch::default() };
    update_endpoint(&app.app, &Actor::Application, paused, pause).await.expect("it is paused");
    tasks(&app, 2).await;
    let go_on = EndpointPatch { enabled: Some(true), ..EndpointPatch::default() };
    update_endpoint(&app.app, &Actor::Application, paused, go_on).await.expect("it goes on");
    app.settle().await;
    assert_eq!(states(&app, paused).await, ["paused", "paused"]);
    assert!(receiver.received().is_empty());
}
