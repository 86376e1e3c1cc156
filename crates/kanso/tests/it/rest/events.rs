//! The feed: what happened, in pages that miss nothing.

use std::time::Duration;

use kanso_testkit::{Receiver, TestApp};
use serde_json::{Value, json};

use super::{Api, each, refused};
use crate::team::{Project, entries, person};

const EVENTS: &str = "/api/v1/events";

#[tokio::test]
async fn push_poll_and_one_by_one_are_the_same_documents_and_as_the_document_says() {
    let app = TestApp::start().await;
    let (api, receiver, rpc) = (Api::application(&app).await, Receiver::start().await, app.rpc());
    let start = api.read("/api/v1/events?after=now").await["next"].as_str().expect("a cursor").to_owned();
    api.webhook(&receiver, json!({"ordering": "endpoint", "concurrency": 1})).await;
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let task = project.task(&rpc, 0, "Task").await;
    rpc.call("updateTask", json!({"id": task, "title": "Other", "priority": 2})).await;
    rpc.call("moveTaskPosition", json!([project.id, task, project.columns[1], 1, lane])).await;
    let comment = rpc.call_for_id("createComment", json!([task, 1, "Comment"])).await;
    rpc.call("updateComment", json!([comment, "Better"])).await;
    rpc.call("createSubtask", json!([task, "Subtask"])).await;
    rpc.call("createTaskFile", json!([project.id, task, "a.txt", "SGVsbG8="])).await;
    let other = project.task(&rpc, 0, "Other").await;
    rpc.call("createTaskLink", json!([task, other, 2])).await;
    rpc.call("closeTask", json!([task])).await;
    rpc.call("removeTask", json!([task])).await;
    app.settle().await;

    let pushed: Vec<Value> = receiver.received().into_iter().map(|received| received.body).collect();
    let types: Vec<&str> = pushed.iter().filter_map(|body| body["type"].as_str()).collect();
    for known in ["task.move.swimlane", "task.move.column", "task_internal_link.create_update", "task.remove"]
    {
        assert!(types.contains(&known), "{known} is missing in {types:?}");
    }
    let (mut polled, mut after) = (Vec::new(), start);
    loop {
        let page = api.read(&format!("{EVENTS}?limit=3&after={after}")).await;
        polled.extend(entries(&page["data"]).cloned());
        after = page["next"].as_str().expect("a cursor").to_owned();
        if page["has_more"] == json!(false) {
            break;
        }
    }
    // A webhook is not told of itself.
    assert_eq!(polled.remove(0)["type"], json!("endpoint.create"));
    assert_eq!(pushed, polled);
    for (received, body) in receiver.received().iter().zip(&pushed) {
        assert_eq!(received.header("webhook-id"), body["id"].as_str());
        api.contract.check_webhook(body);
        let path = format!("{EVENTS}/{}", body["id"].as_str().expect("an id"));
        assert_eq!(&api.read(&path).await, body);
    }
    let end = api.read(&format!("{EVENTS}?after={after}")).await;
    assert_eq!((&end["data"], &end["has_more"]), (&json!([]), &json!(false)));
    project.task(&rpc, 0, "Later").await;
    let later = api.read(&format!("{EVENTS}?after={}", end["next"].as_str().expect("a cursor"))).await;
    assert_eq!(each(&later["data"], "type"), ["task.create"]);
}

#[tokio::test]
async fn names_and_project_narrow_the_feed() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let task = project.task(&rpc, 0, "Task").await;
    rpc.call("closeTask", json!([task])).await;
    other.task(&rpc, 0, "Elsewhere").await;
    let of = async |query: &str| {
        let page = api.read(&format!("{EVENTS}?{query}")).await;
        each(&page["data"], "type").into_iter().cloned().collect::<Value>()
    };
    assert_eq!(of("types=task.*").await, json!(["task.create", "task.close", "task.create"]));
    assert_eq!(of("types=task.*,!task.create").await, json!(["task.close"]));
    assert_eq!(of(&format!("types=task.*&project_id={}", other.id)).await, json!(["task.create"]));
    assert_eq!(refused(&api.get("/api/v1/events?types=task.explode").await), (422, "types"));
    assert_eq!(refused(&api.get("/api/v1/events?after=x").await), (422, "after"));
    // The log of a project stays when it is removed: who may see all may ask for any.
    assert_eq!(of("project_id=999").await, json!([]));
}

#[tokio::test]
async fn everybody_gets_what_they_may_see_now() {
    let app = TestApp::start().await;
    let (admin, rpc) = (Api::application(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    let (anna, _) = person(&app, &project, "anna", Some("project-viewer")).await;
    person(&app, &project, "outsider", None).await;
    project.task(&rpc, 0, "Task").await;
    app.clock.advance(Duration::from_secs(1));
    let of = async |name: &str| admin.person(name).read("/api/v1/events?types=task.*").await["data"].clone();
    assert_eq!(each(&of("anna").await, "type"), ["task.create"]);
    assert_eq!(of("outsider").await, json!([]));
    let id = of("anna").await[0]["id"].as_str().expect("an id").to_owned();
    let path = format!("{EVENTS}/{id}");
    assert_eq!(admin.person("anna").get(&path).await.status, 200);
    let (foreign, missing) = (
        admin.person("outsider").get(&path).await,
        admin.person("outsider").get("/api/v1/events/evt_99999_00000000").await,
    );
    assert_eq!((foreign.status, foreign.body), (404, missing.body));
    rpc.call("removeProjectUser", json!([project.id, anna])).await;
    assert_eq!(of("anna").await, json!([]));
    assert_eq!(admin.person("anna").get(&path).await.status, 404);
}

#[tokio::test]
async fn an_id_that_is_not_quite_right_is_that_of_nothing() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    Project::create(&rpc).await.task(&rpc, 0, "Task").await;
    let page = api.read("/api/v1/events?types=task.create").await;
    let id = page["data"][0]["id"].as_str().expect("an id");
    let (start, _) = id.rsplit_once('_').expect("a salt");
    for odd in
        [format!("{id}-2"), format!("{id}0"), format!("{start}_00000000"), "evt_".to_owned(), "1".to_owned()]
    {
        assert_eq!(api.get(&format!("{EVENTS}/{odd}")).await.status, 404, "{odd}");
    }
}

#[tokio::test]
async fn the_catalogue_names_every_event_with_its_schema() {
    let app = TestApp::start().await;
    let api = Api::application(&app).await;
    let types = api.read("/api/v1/event-types").await;
    let names: Vec<&str> = each(&types["data"], "name").into_iter().filter_map(Value::as_str).collect();
    let known: Vec<&str> = kanso_domain::EventName::all().map(kanso_domain::EventName::as_str).collect();
    assert_eq!(names, known);
    for entry in entries(&types["data"]) {
        assert!(jsonschema::meta::is_valid(&entry["schema"]), "{entry}");
        assert_ne!((&entry["title"], &entry["description"]), (&json!(""), &json!("")));
    }
}
