//! "Why was this not delivered?"

use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{admin, create, text};
use crate::team::Project;

#[tokio::test]
async fn every_event_tells_what_became_of_it_at_every_webhook() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (rpc, url) = (app.rpc(), receiver.url());
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let browser = admin(&app).await;
    let fields = |name, more| vec![("name", name), ("url", url.as_str()), ("format", "kanboard-2016"), more];
    create(&browser, project.id, &fields("Takes all", ("which", "all"))).await;
    create(&browser, project.id, &fields("Only urgent", ("filter", "priority:>=2"))).await;
    let mut closed = fields("Only closed", ("which", "these"));
    closed.push(("event", "task.close"));
    create(&browser, project.id, &closed).await;
    create(&browser, other.id, &fields("Elsewhere", ("which", "all"))).await;
    project.task(&rpc, 0, "Wash").await;
    app.settle().await;
    create(&browser, project.id, &fields("Too late", ("which", "all"))).await;

    let log = browser.get("/events").await;
    let event = log
        .body
        .split("href=\"/events/")
        .skip(1)
        .find(|part| part.contains("task.create"))
        .and_then(|part| part.split('"').next())
        .expect("the event is listed");
    let page = text(&browser.get(&format!("/events/{event}")).await);
    for (endpoint, outcome) in [
        ("Takes all", "Delivered"),
        ("Only urgent", "did not match the filter"),
        ("Only closed", "does not ask for events of this name"),
        ("Elsewhere", "a project that this webhook is not for"),
    ] {
        let row = page.split(endpoint).nth(1).unwrap_or_else(|| panic!("{endpoint} is not in {page}"));
        let row: String = row.chars().take(90).collect();
        assert!(row.contains(outcome), "{endpoint}: {row}");
    }
    let own = browser.get(&format!("/project/{}/events", project.id)).await;
    assert!(text(&own).contains("Takes all") && !text(&own).contains("Elsewhere"), "{}", text(&own));
}

#[tokio::test]
async fn a_delivery_tells_what_it_waits_for() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    receiver.answer(503);
    let (rpc, url) = (app.rpc(), receiver.url());
    let project = Project::create(&rpc).await;
    let browser = admin(&app).await;
    create(&browser, project.id, &[("name", "A"), ("url", &url), ("format", "kanboard-2016")]).await;
    let task = project.task(&rpc, 0, "Wash").await;
    rpc.call("closeTask", json!([task])).await;
    app.settle().await;
    let log = app.rows::<(i64, String)>("SELECT id, event_name FROM deliveries ORDER BY id").await;
    let id = |name: &str| log.iter().find(|(_, event)| event == name).map(|(id, _)| *id).expect("a delivery");
    let first = text(&browser.get(&format!("/webhooks/deliveries/{}", id("task.create"))).await);
    assert!(first.contains("The next try is at") && first.contains("503"), "{first}");
    let second = browser.get(&format!("/webhooks/deliveries/{}", id("task.close"))).await;
    assert!(text(&second).contains("waits for an earlier one"), "{}", text(&second));
    assert!(second.body.contains(&format!("/webhooks/deliveries/{}", id("task.create"))));
    assert!(text(&second).contains("and what led to it"));
}
