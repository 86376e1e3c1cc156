//! What a receiver may ask for with its answer.

use std::time::Duration;

use kanso_core::endpoint::notice::NoticeKind;
use kanso_testkit::{Receiver, Response, TestApp};

use super::{create, endpoint, leading_to, states, told};
use crate::team::Project;

async fn asked(status: u16, retry_after: &str) -> (TestApp, Receiver) {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    create(&app, leading_to(&receiver)).await;
    let reply = Response { status, headers: vec![("retry-after", retry_after.to_owned())] };
    receiver.answer_by(move |_| reply.clone());
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "a").await;
    app.settle().await;
    receiver.answer(200);
    (app, receiver)
}

#[tokio::test]
async fn a_receiver_is_left_alone_as_long_as_it_asks() {
    for status in [429, 503] {
        let (app, receiver) = asked(status, "120").await;
        app.pass(Duration::from_secs(119)).await;
        assert_eq!(receiver.received().len(), 1, "after {status}");
        app.pass(Duration::from_secs(2)).await;
        assert_eq!(receiver.received().len(), 2, "after {status}");
    }
}

#[tokio::test]
async fn for_a_day_at_most_and_no_shorter_than_the_schedule_has_it() {
    let (app, receiver) = asked(503, "999999999").await;
    app.pass(Duration::from_secs(24 * 3600 - 1)).await;
    assert_eq!(receiver.received().len(), 1);
    app.pass(Duration::from_secs(2)).await;
    assert_eq!(receiver.received().len(), 2);

    let (app, receiver) = asked(503, "1").await;
    app.pass(Duration::from_secs(4)).await;
    assert_eq!(receiver.received().len(), 1);
    app.pass(Duration::from_secs(2)).await;
    assert_eq!(receiver.received().len(), 2);
}

#[tokio::test]
async fn a_receiver_that_is_gone_gets_nothing_more() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let gone = create(&app, leading_to(&receiver)).await;
    receiver.answer(410);
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "a").await;
    app.settle().await;
    project.task(&app.rpc(), 0, "b").await;
    app.pass(Duration::from_secs(60)).await;

    assert_eq!(receiver.received().len(), 1);
    let after = endpoint(&app, gone).await;
    assert!(!after.enabled && after.disabled_reason.contains("410"), "{}", after.disabled_reason);
    assert_eq!(states(&app, gone).await, ["failed", "disabled"]);
    assert_eq!(told(&app).await, [NoticeKind::Disabled]);
}
