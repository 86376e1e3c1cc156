//! The stream: what happens, as it happens.

use kanso_core::Actor;
use kanso_core::user::renew_access_token;
use kanso_testkit::{Message, TestApp};
use serde_json::{Value, json};

use super::Api;
use crate::team::{Project, person};

const STREAM: &str = "/api/v1/events/stream";

fn titles(messages: &[Message]) -> Vec<(&str, &Value)> {
    messages.iter().map(|message| (message.event.as_str(), &message.data["data"]["task"]["title"])).collect()
}

#[tokio::test]
async fn events_are_told_as_they_happen_and_one_goes_on_where_one_was() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "before").await;
    let mut live = api.rest.follow(&format!("{STREAM}?types=task.*"), None).await;
    assert_eq!(live.status(), 200);
    assert!(live.is_passed_on_at_once());
    let task = project.task(&rpc, 0, "one").await;
    rpc.call("closeTask", json!([task])).await;
    let told = [live.next().await, live.next().await];
    assert_eq!(titles(&told), [("task.create", &json!("one")), ("task.close", &json!("one"))]);
    drop(live);
    for message in &told {
        api.contract.check_webhook(&message.data);
        let path = format!("/api/v1/events/{}", message.data["id"].as_str().expect("an id"));
        assert_eq!(api.read(&path).await, message.data);
    }

    project.task(&rpc, 0, "two").await;
    let mut resumed = api.rest.follow(&format!("{STREAM}?types=task.*"), Some(&told[0].id)).await;
    let told = [resumed.next().await, resumed.next().await];
    assert_eq!(titles(&told), [("task.close", &json!("one")), ("task.create", &json!("two"))]);
    let feed = api.read(&format!("/api/v1/events?after={}", told[0].id)).await;
    assert_eq!(feed["data"][0], told[1].data, "the id of a message is a cursor of the feed");
    let next = api.read("/api/v1/events?limit=1").await["next"].as_str().expect("a cursor").to_owned();
    let mut from_feed = api.rest.follow(&format!("{STREAM}?after={next}&types=task.create"), None).await;
    assert_eq!(titles(&[from_feed.next().await]), [("task.create", &json!("before"))]);
}

#[tokio::test]
async fn the_first_name_of_two_is_no_place_to_go_on_from() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let task = project.task(&rpc, 0, "Task").await;
    let mut live = api.rest.follow(STREAM, None).await;
    rpc.call("moveTaskPosition", json!([project.id, task, project.columns[1], 1, lane])).await;
    let (first, second) = (live.next().await, live.next().await);
    assert_eq!((first.event.as_str(), second.event.as_str()), ("task.move.swimlane", "task.move.column"));
    assert_eq!(first.id, "");
    assert_ne!(second.id, "");
    assert_ne!(first.data["id"], second.data["id"]);
}

#[tokio::test]
async fn nobody_hears_what_they_may_not_see() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::anonymous(&app).await, app.rpc());
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    person(&app, &project, "anna", Some("project-viewer")).await;
    let anna = api.person("anna");
    let mut live = anna.rest.follow(STREAM, None).await;
    other.task(&rpc, 0, "hidden").await;
    project.task(&rpc, 0, "seen").await;
    assert_eq!(titles(&[live.next().await]), [("task.create", &json!("seen"))]);
    assert_eq!(api.rest.follow(STREAM, None).await.status(), 401);
    let of_other = format!("{STREAM}?project_id={}", other.id);
    assert_eq!(anna.rest.follow(&of_other, None).await.status(), 404);
    assert_eq!(anna.rest.follow(STREAM, Some("nonsense")).await.status(), 422);
}

#[tokio::test]
async fn the_stream_ends_with_the_credentials_and_with_the_server() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::anonymous(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    let (anna, _) = person(&app, &project, "anna", Some("project-viewer")).await;
    let token = renew_access_token(&app.app, &Actor::Application, anna.into()).await.expect("a token");
    let mut by_token = api.rest.bearer(&token).follow(STREAM, None).await;
    let mut of_application =
        api.rest.basic("jsonrpc", app.app.settings().get("api_token")).follow(STREAM, None).await;
    renew_access_token(&app.app, &Actor::Application, anna.into()).await.expect("another token");
    project.task(&rpc, 0, "Task").await;
    assert!(by_token.is_over().await, "the token is good no more");
    assert_eq!(of_application.next().await.event, "task.create");
    app.app.end_streams();
    assert!(of_application.is_over().await);
}
