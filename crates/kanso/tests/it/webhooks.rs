//! Webhooks from the change to the receiver.

use std::time::Duration;

use kanso_core::delivery::{DeliveryFilter, list_deliveries};
use kanso_testkit::{Received, TestApp};
use serde_json::{Value, json};

use crate::team::Project;

async fn everything_that_can_happen(app: &TestApp) {
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let admin = app.rpc_as("admin", kanso_testkit::ADMIN_PASSWORD);
    rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let new = json!({"title": "My new task", "project_id": project.id, "color_id": "orange",
        "column_id": project.columns[1], "owner_id": 1, "score": 3, "priority": 2});
    let task = admin.call_for_id("createTask", new).await;
    app.clock.advance(Duration::from_secs(50));
    let update = json!({"id": task, "description": "New description", "color_id": "purple", "date_due": "2026-12-24 10:00"});
    admin.call("updateTask", update).await;
    admin.call("updateTask", json!({"id": task, "owner_id": 0})).await;
    project.drag(&admin, task, 0, 1).await;
    app.clock.advance(Duration::from_secs(10));
    admin.call("moveTaskPosition", json!([project.id, task, project.columns[1], 1, lane])).await;
    admin.call("moveTaskPosition", json!([project.id, task, project.columns[1], 9, lane])).await;
    let comment = admin.call_for_id("createComment", json!([task, 1, "My comment."])).await;
    admin.call("updateComment", json!([comment, "My better comment."])).await;
    admin.call("removeComment", json!([comment])).await;
    admin.call("closeTask", json!([task])).await;
    admin.call("openTask", json!([task])).await;
    admin.call("removeTask", json!([task])).await;
}

#[tokio::test]
async fn every_event_arrives_in_every_format_as_the_documents_show() {
    for format in ["kanboard-2016", "kanboard-2015", "kanboard-1.2"] {
        let app = TestApp::start().await;
        app.set("webhook_format", format).await;
        app.set("webhook_token", "secret").await;
        let receiver = app.receiver().await;
        everything_that_can_happen(&app).await;
        app.settle().await;
        let bodies: Vec<Value> = receiver.received().into_iter().map(|received| received.body).collect();
        insta::assert_json_snapshot!(format!("webhooks_{format}"), bodies);
    }
}

#[tokio::test]
async fn a_webhook_looks_like_kanboards() {
    let app = TestApp::start().await;
    app.set("webhook_token", "a b&c").await;
    let receiver = app.receiver().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 1, "My new task").await;
    app.settle().await;

    let received: Vec<Received> = receiver.received();
    let [webhook] = received.as_slice() else { panic!("{received:?}") };
    assert!(
        ["/hook?token=a%20b%26c", "/hook?token=a+b%26c"].contains(&webhook.uri.as_str()),
        "{}",
        webhook.uri
    );
    assert_eq!(webhook.header("user-agent"), Some("Kanboard Webhook"));
    assert_eq!(webhook.header("content-type"), Some("application/json"));
    assert_eq!(webhook.header("connection"), Some("close"));
    assert_eq!(webhook.body["event_data"]["task_id"], json!(task));
    assert_eq!(webhook.body["event_data"]["task"]["id"], json!(task.to_string()));
    assert_eq!(webhook.body["event_data"]["task"]["date_completed"], Value::Null);
}

#[tokio::test]
async fn what_a_receiver_missed_arrives_later_once_and_in_order() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    receiver.answer(503);
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (first, second) = (project.task(&rpc, 0, "first").await, project.task(&rpc, 0, "second").await);
    rpc.call("closeTask", json!([first])).await;
    app.settle().await;
    // The second event of the first task waits for the first; the other task does not.
    assert_eq!(receiver.names(), ["task.create", "task.create"]);

    receiver.answer(200);
    app.pass(Duration::from_secs(1)).await;
    assert_eq!(receiver.names().len(), 2, "the next attempt comes after five seconds");
    app.pass(Duration::from_secs(6)).await;
    assert_eq!(receiver.names(), ["task.create", "task.create", "task.create", "task.create", "task.close"]);

    let received = receiver.received();
    let ids = |title: &str| -> Vec<Option<&str>> {
        let own = received.iter().filter(|webhook| webhook.body["event_data"]["task"]["title"] == title);
        own.map(|webhook| webhook.header("webhook-id")).collect()
    };
    let first = ids("first");
    assert_eq!(first.len(), 3);
    assert!(first[0].is_some() && first[0] == first[1], "a repetition has the same id: {first:?}");
    assert_ne!(first[1], first[2]);
    assert_eq!(ids("second").len(), 2, "task {second}");
    app.pass(Duration::from_secs(100_000)).await;
    assert_eq!(receiver.names().len(), 5, "nothing comes twice");
}

#[tokio::test]
async fn it_is_given_up_after_the_whole_schedule_and_the_next_event_goes_on() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    receiver.answer(500);
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "task").await;
    app.settle().await;
    // The waits of the schedule, and the most that chance adds to each.
    for wait in [5, 30, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] {
        app.pass(Duration::from_secs(wait) + Duration::from_secs(wait) / 10).await;
    }
    assert_eq!(receiver.names().len(), 11);
    app.pass(Duration::from_secs(24 * 60 * 60)).await;
    assert_eq!(receiver.names().len(), 11);
    receiver.answer(204);
    rpc.call("closeTask", json!([task])).await;
    app.settle().await;
    assert_eq!(receiver.names().last().map(String::as_str), Some("task.close"));
}

#[tokio::test]
async fn without_an_address_nothing_waits_and_private_ones_are_refused_by_default() {
    let app = TestApp::start_with(kanso::cli::ServeOptions::default()).await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "nobody hears of it").await;
    let receiver = app.receiver().await;
    project.task(&rpc, 0, "kept from loopback").await;
    app.settle().await;
    assert!(receiver.received().is_empty());

    let admin = kanso_core::Actor::Application;
    let log = list_deliveries(&app.app, &admin, DeliveryFilter::default()).await.unwrap();
    let [line] = log.as_slice() else { panic!("{log:?}") };
    let reason = line.error.as_deref().unwrap_or_default();
    assert!(reason.contains("127.0.0.1") && reason.contains("loopback"), "{reason}");
}

#[tokio::test]
async fn delivering_again_sends_the_same_bytes_and_id() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "before").await;
    app.settle().await;
    rpc.call("updateTask", json!({"id": task, "title": "after"})).await;
    app.settle().await;

    let admin = kanso_core::Actor::Application;
    let log = list_deliveries(&app.app, &admin, DeliveryFilter::default()).await.unwrap();
    let first = log.last().unwrap();
    let again = kanso_core::delivery::redeliver(&app.app, &admin, first.id).await.unwrap();
    let same_click = kanso_core::delivery::redeliver(&app.app, &admin, first.id).await.unwrap();
    assert_eq!(again, same_click);
    app.settle().await;

    let received = receiver.received();
    assert_eq!(received.len(), 3);
    assert_eq!(received[2].body, received[0].body);
    assert_eq!(received[2].header("webhook-id"), received[0].header("webhook-id"));
}

#[tokio::test]
async fn a_task_can_be_created_by_an_address() {
    let app = TestApp::start().await;
    app.set("webhook_token", "secret").await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let browser = app.browser();
    let address = |token: &str, rest: &str| format!("/?controller=webhook&action=task&token={token}{rest}");

    let made = browser
        .get(&address("secret", &format!("&title=From+outside&project_id={}&color_id=red", project.id)))
        .await;
    assert_eq!((made.status, made.body.as_str()), (200, "OK"));
    let tasks = rpc.call("getAllTasks", json!([project.id])).await;
    assert_eq!(tasks[0]["title"], "From outside");
    assert_eq!(tasks[0]["color_id"], "red");

    let made = browser.get(&address("secret", "&title=In+the+first+project")).await;
    assert_eq!((made.status, made.body.as_str()), (200, "OK"));
    let failed = browser.get(&address("secret", "&title=&project_id=1")).await;
    assert_eq!(failed.body, "FAILED");
    let failed = browser.get(&address("secret", "&title=x&project_id=999")).await;
    assert_eq!(failed.body, "FAILED");
    let refused = browser.get(&address("wrong", "&title=x")).await;
    assert_eq!((refused.status, refused.body.as_str()), (401, "Not Authorized"));
    let refused = browser.get("/?controller=webhook&action=task&title=x").await;
    assert_eq!((refused.status, refused.body.as_str()), (401, "Not Authorized"));
}

#[tokio::test]
async fn the_address_that_creates_tasks_is_shown_as_it_is_reached() {
    let app = TestApp::start().await;
    app.set("webhook_token", "secret").await;
    let browser = app.browser();
    browser.sign_in("admin", kanso_testkit::ADMIN_PASSWORD).await;
    let (path, shown) =
        ("?controller=webhook&#38;action=task&#38;token=secret", browser.get("/settings/webhooks/kanboard"));
    let here = app.url(&format!("/{path}"));
    let page = shown.await.body;
    assert!(page.contains(&here), "{here} is not in {page}");
    app.set("application_url", "https://board.example.org/kanso").await;
    let page = browser.get("/settings/webhooks/kanboard").await.body;
    assert!(page.contains(&format!("https://board.example.org/kanso/{path}")), "{page}");
}
