//! Pausing, going on, and making up for what was missed.

use std::time::Duration;

use kanso_core::delivery::carry_on_recoveries;
use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, text};
use crate::team::Project;

#[tokio::test]
async fn what_a_paused_webhook_missed_is_counted_then_sent() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let fields = [("name", "A"), ("url", url.as_str()), ("format", "kanboard-2016")];
    let endpoint = create(&browser, project.id, &fields).await;
    let act = |act: &str| format!("{endpoint}/{act}");
    assert_eq!(browser.submit(&endpoint, &act("pause"), &[]).await.status, 303);
    assert!(text(&browser.get(&endpoint).await).contains("Paused"));
    for title in ["one", "two", "three"] {
        project.task(&app.rpc(), 0, title).await;
    }
    app.settle().await;
    assert!(receiver.received().is_empty());
    assert!(text(&browser.get(&endpoint).await).contains("The webhook was paused."));

    let resumed = browser.submit(&endpoint, &act("resume"), &[]).await;
    assert_eq!(resumed.location, Some(act("recover?since=missed")));
    let counted = browser.get(&act("recover?since=missed")).await;
    assert!(text(&counted).contains("3 deliveries would be sent"), "{}", text(&counted));
    app.settle().await;
    assert!(receiver.received().is_empty(), "counting sends nothing");

    let since =
        counted.body.split("name=\"since_ms\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let started = browser.submit(&act("recover"), &act("recover"), &[("since_ms", since.unwrap())]).await;
    assert_eq!(started.location, Some(act("recover")));
    let running = browser.get(&act("recover")).await;
    assert!(running.body.contains(&format!("data-poll=\"{}\"", act("recovery"))), "{}", running.body);
    assert!(text(&running).contains("0 of 3"), "{}", text(&running));
    let twice = browser.submit(&act("recover"), &act("recover"), &[("since_ms", since.unwrap())]).await;
    assert_eq!(twice.location, Some(act("recover")), "a second one leads to the first");

    while carry_on_recoveries(&app.app).await.unwrap() > 0 {}
    let done = browser.get(&act("recovery")).await;
    assert!(text(&done).contains("3 deliveries were put in line") && !done.body.contains("data-poll"));
    app.pass(Duration::from_secs(1)).await;
    assert_eq!(receiver.names(), ["task.create", "task.create", "task.create"]);
}

#[tokio::test]
async fn a_time_that_is_none_is_refused_and_nothing_missed_is_said() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let endpoint = create(
        &browser,
        project.id,
        &[("name", "A"), ("url", &url), ("which", "these"), ("event", "task.create")],
    )
    .await;
    let odd = browser.get(&format!("{endpoint}/recover?since=date&date=yesterday")).await;
    assert!(text(&odd).contains("cannot be read"), "{}", text(&odd));
    let none = browser.get(&format!("{endpoint}/recover?since=date&date=2026-09-21T14:14")).await;
    assert!(text(&none).contains("Nothing was missed since 21 Sep, 14:14"), "{}", text(&none));
    browser.submit(&endpoint, &format!("{endpoint}/pause"), &[]).await;
    let resumed = browser.submit(&endpoint, &format!("{endpoint}/resume"), &[]).await;
    assert_eq!(resumed.location, Some(format!("{endpoint}?done=resumed")));
}
