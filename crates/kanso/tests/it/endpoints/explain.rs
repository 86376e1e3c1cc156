//! Why was this not delivered?

use std::time::Duration;

use kanso_core::delivery::{Why, explain};
use kanso_core::endpoint::NewEndpoint;
use kanso_core::{Actor, Error, Kind};
use kanso_domain::{EndpointId, EventId};
use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{actor, create, enable, leading_to, names};
use crate::team::{Project, events, person};

async fn why(app: &TestApp, actor: &Actor, endpoint: EndpointId, event: EventId) -> Vec<(String, String)> {
    let explained = explain(&app.app, actor, endpoint, event).await.expect("an explanation");
    let short = |why| match why {
        Why::NotInScope => "not in scope".to_owned(),
        Why::BeforeEndpoint => "before".to_owned(),
        Why::NotAskedFor => "not asked for".to_owned(),
        Why::OfItself => "of itself".to_owned(),
        Why::HiddenComment => "hidden".to_owned(),
        Why::Delivery(line) => line.reason.unwrap_or(line.state),
    };
    explained.into_iter().map(|(name, why)| (name.as_str().to_owned(), short(why))).collect()
}

#[tokio::test]
async fn every_event_and_endpoint_has_an_answer() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    person(&app, &project, "mia", Some("project-manager")).await;
    let mia = actor(&app, "mia").await;
    let task = project.task(&rpc, 0, "task").await;
    app.clock.advance(Duration::from_secs(5));
    let new = NewEndpoint {
        events: names("task.*, !task.move.column"),
        filter: "status:open".to_owned(),
        ..leading_to(&receiver, &project)
    };
    let endpoint = create(&app, new).await;
    rpc.call("moveTaskPosition", json!([project.id, task, project.columns[1], 1, lane])).await;
    app.settle().await;
    rpc.call("closeTask", json!([task])).await;
    rpc.call("openTask", json!([task])).await;
    enable(&app, endpoint, false).await;
    rpc.call("updateTask", json!({"id": task, "title": "other"})).await;
    other.task(&rpc, 0, "elsewhere").await;

    let mut answers = Vec::new();
    for event in events(&app, Some(project.id)).await {
        if !event.event.task().is_none() {
            answers.extend(why(&app, &mia, endpoint, event.id).await);
        }
    }
    let expected = [
        ("task.create", "before"),
        ("task.move.swimlane", "delivered"),
        ("task.move.column", "not asked for"),
        ("task.close", "filter"),
        ("task.open", "waiting"),
        ("task.update", "paused"),
    ];
    assert_eq!(answers, expected.map(|(name, why)| (name.to_owned(), why.to_owned())));

    let foreign = events(&app, Some(other.id)).await.pop().expect("an event").id;
    let answer = why(&app, &Actor::Application, endpoint, foreign).await;
    assert_eq!(answer, [("task.create".to_owned(), "not in scope".to_owned())]);
    let hidden = explain(&app.app, &mia, endpoint, foreign).await;
    assert!(matches!(hidden, Err(Error::NotFound(Kind::Event))), "{hidden:?}");
    let missing = explain(&app.app, &mia, endpoint, 9_999.into()).await;
    assert!(matches!(missing, Err(Error::NotFound(Kind::Event))), "{missing:?}");
}
