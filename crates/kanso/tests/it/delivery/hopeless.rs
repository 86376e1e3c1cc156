//! An endpoint from which nothing but failure comes for days is switched off, and its owner is told.

use std::time::Duration;

use kanso_core::Actor;
use kanso_core::delivery::{count_recoverable, start_recovery};
use kanso_core::endpoint::notice::NoticeKind;
use kanso_core::endpoint::{EndpointPatch, update_endpoint};
use kanso_core::event::list_instance_events;
use kanso_domain::EndpointId;
use kanso_testkit::{Receiver, START, TestApp};

use super::{create, endpoint, health, leading_to, log, notices, states};
use crate::team::Project;

const HOURS: u64 = 3600;

/// Nearly five days of failure, with a new event every thirteen hours.
async fn failing(app: &TestApp, receiver: &Receiver, project: &Project) -> EndpointId {
    let bad = create(app, leading_to(receiver)).await;
    receiver.answer(500);
    for number in 0..10 {
        project.task(&app.rpc(), 0, &format!("task {number}")).await;
        app.pass(Duration::from_secs(13 * HOURS)).await;
    }
    bad
}

#[tokio::test]
async fn five_days_of_failure_switch_it_off_and_nothing_is_lost() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let bad = failing(&app, &receiver, &project).await;
    assert!(endpoint(&app, bad).await.enabled, "not yet");

    project.task(&app.rpc(), 0, "the last straw").await;
    app.pass(Duration::from_secs(13 * HOURS)).await;
    let off = endpoint(&app, bad).await;
    assert!(!off.enabled);
    assert!(off.disabled_reason.contains("five days") && off.disabled_reason.contains("500"), "{off:?}");
    assert!(!states(&app, bad).await.contains(&"waiting".to_owned()));
    assert_eq!(health(&app, bad).await.waiting, 0);
    let last = notices(&app).await.pop().expect("a notice");
    assert_eq!((last.kind, last.endpoint), (NoticeKind::Disabled, bad));
    assert!(last.text.contains("is switched off: nothing but failure"), "{}", last.text);

    let tried = receiver.received().len();
    project.task(&app.rpc(), 0, "missed").await;
    app.pass(Duration::from_secs(24 * HOURS)).await;
    assert_eq!(receiver.received().len(), tried, "it gets nothing");
    assert_eq!(states(&app, bad).await.last().map(String::as_str), Some("disabled"));

    receiver.answer(200);
    let admin = Actor::Application;
    let enable = EndpointPatch { enabled: Some(true), ..EndpointPatch::default() };
    let on = update_endpoint(&app.app, &admin, bad, enable).await.expect("it is enabled");
    assert_eq!(on.disabled_reason, "");
    app.pass(Duration::from_secs(24 * HOURS)).await;
    assert_eq!(receiver.received().len(), tried, "nothing old comes unasked");

    let since = START * 1000;
    assert_eq!(count_recoverable(&app.app, &admin, bad, since).await.expect("a count"), 12);
    start_recovery(&app.app, &admin, bad, since).await.expect("it begins");
    app.settle().await;
    assert_eq!(states(&app, bad).await, vec!["delivered"; log(&app, bad).await.len()]);
}

#[tokio::test]
async fn that_it_was_switched_off_is_an_event() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let bad = failing(&app, &receiver, &project).await;
    project.task(&app.rpc(), 0, "the last straw").await;
    app.pass(Duration::from_secs(13 * HOURS)).await;

    let events = list_instance_events(&app.app, &Actor::Application, 0.into(), 1000).await.expect("the log");
    let told = events
        .iter()
        .rev()
        .find(|logged| logged.event.names().any(|name| name.as_str() == "endpoint.update"));
    let event = format!("{:?}", told.expect("an event").event);
    assert!(event.contains("enabled") && event.contains("disabled_reason"), "{event}");
    assert!(event.contains(&format!("id: {bad}")), "{event}");
}

#[tokio::test]
async fn a_success_in_between_keeps_it_on() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let bad = failing(&app, &receiver, &project).await;
    receiver.answer(200);
    app.pass(Duration::from_secs(24 * HOURS)).await;
    receiver.answer(500);
    project.task(&app.rpc(), 0, "fails again").await;
    app.pass(Duration::from_secs(13 * HOURS)).await;
    assert!(endpoint(&app, bad).await.enabled);
}
