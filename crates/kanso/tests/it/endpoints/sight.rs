//! What an endpoint is never told of.

use kanso_core::delivery::{Why, count_recoverable, explain, match_recent};
use kanso_core::endpoint::{EndpointPatch, Format, NewEndpoint, find_endpoint};
use kanso_core::{Actor, Error, Kind};
use kanso_domain::EventName;
use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{actor, create, enable, leading_to, lines, names, update};
use crate::team::{Project, events, person};

/// The names of what an endpoint was sent or is to be sent, oldest first.
async fn sent(app: &TestApp, endpoint: kanso_domain::EndpointId) -> Vec<String> {
    lines(app, endpoint).await.into_iter().map(|line| line.event_name).collect()
}

#[tokio::test]
async fn a_project_s_endpoint_gets_no_comment_that_not_all_may_read() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    person(&app, &project, "mia", Some("project-manager")).await;
    let mia = actor(&app, "mia").await;
    let own =
        create(&app, NewEndpoint { events: names("comment.*"), ..leading_to(&receiver, &project) }).await;
    let all = create(
        &app,
        NewEndpoint { events: names("comment.*"), project: None, ..leading_to(&receiver, &project) },
    )
    .await;
    let task = project.task(&rpc, 0, "task").await;
    rpc.call("createComment", json!([task, 1, "for everybody"])).await;
    let hidden = json!([task, 1, "for administrators", "", "app-admin"]);
    let comment = rpc.call_for_id("createComment", hidden).await;
    rpc.call("updateComment", json!([comment, "still for administrators"])).await;

    assert_eq!(sent(&app, own).await, ["comment.create"]);
    assert_eq!(sent(&app, all).await, ["comment.create", "comment.create", "comment.update"]);
    app.settle().await;
    let bodies: Vec<String> = receiver.received().into_iter().map(|one| one.text).collect();
    assert_eq!(bodies.iter().filter(|body| body.contains("for everybody")).count(), 2, "both");
    assert_eq!(
        bodies.iter().filter(|body| body.contains("for administrators")).count(),
        2,
        "one, and its change"
    );

    let event = events(&app, Some(project.id)).await.pop().expect("an event");
    let why = explain(&app.app, &Actor::Application, own, event.id).await.expect("an answer");
    assert!(matches!(why.as_slice(), [(EventName::CommentUpdate, Why::HiddenComment)]), "{why:?}");
    let foreign = explain(&app.app, &mia, own, event.id).await;
    assert!(matches!(foreign, Err(Error::NotFound(Kind::Event))), "{foreign:?}");
    assert_eq!(count_recoverable(&app.app, &mia, own, 0).await.expect("a count"), 0);

    let draft = find_endpoint(&app.app, &mia, own).await.expect("an endpoint");
    let seen_by = async |actor: &Actor| {
        let matched = match_recent(&app.app, actor, &draft, 50).await.expect("a list");
        let of_comments = matched.into_iter().filter(|one| draft.wants(one.name));
        of_comments.map(|one| one.matches).collect::<Vec<_>>()
    };
    assert_eq!(seen_by(&mia).await, [true], "the others are not hers to see");
    assert_eq!(seen_by(&Actor::Application).await, [false, false, true]);
}

#[tokio::test]
async fn an_endpoint_is_not_told_of_itself_but_of_others() {
    let app = TestApp::start().await;
    let (receiver, own) = (Receiver::start().await, Project::create(&app.rpc()).await);
    let new = || NewEndpoint {
        events: names("endpoint.*"),
        project: None,
        format: Format::Standard,
        ..leading_to(&receiver, &own)
    };
    let first = create(&app, new()).await;
    let second = create(&app, new()).await;
    enable(&app, first, false).await;
    enable(&app, first, true).await;
    update(&app, second, EndpointPatch { name: Some("Other".to_owned()), ..EndpointPatch::default() }).await;

    assert_eq!(sent(&app, first).await, ["endpoint.create", "endpoint.update"]);
    assert_eq!(sent(&app, second).await, ["endpoint.update", "endpoint.update"]);
    // The second was not there yet when the first was created.
    for (endpoint, missed) in [(first, 0), (second, 1)] {
        let count = count_recoverable(&app.app, &Actor::Application, endpoint, 0).await;
        assert_eq!(count.expect("a count"), missed);
    }
    let created = events(&app, None)
        .await
        .into_iter()
        .find(|event| event.event.names().any(|name| name.as_str() == "endpoint.create"));
    let created = created.expect("the first was created").id;
    let why = explain(&app.app, &Actor::Application, first, created).await.expect("an answer");
    assert!(matches!(why.as_slice(), [(_, Why::OfItself)]), "{why:?}");
}
