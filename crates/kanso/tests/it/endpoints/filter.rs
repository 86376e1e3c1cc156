//! Which tasks an endpoint asks for, in the search language.

use kanso_core::delivery::match_recent;
use kanso_core::endpoint::{NewEndpoint, create_endpoint};
use kanso_core::{Actor, Error, Fault, Kind};
use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{actor, create, leading_to, log, names, told};
use crate::team::{Project, person};

fn skipped(log: Vec<(String, i64, String)>) -> Vec<(String, i64, String)> {
    log.into_iter().filter(|(.., state)| state == "filter").collect()
}

#[tokio::test]
async fn only_tasks_that_meet_the_filter_are_told_as_they_are_then() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let new =
        NewEndpoint { filter: "priority:>=2 column:Done".to_owned(), ..leading_to(&receiver, &project) };
    let endpoint = create(&app, new).await;

    let task = project.task(&rpc, 0, "task").await;
    rpc.call("updateTask", json!({"id": task, "priority": 2})).await;
    project.drag(&rpc, task, 3, 1).await;
    rpc.call("createComment", json!([task, 1, "in the right place"])).await;
    rpc.call("updateTask", json!({"id": task, "priority": 0})).await;
    project.drag(&rpc, task, 0, 1).await;
    app.settle().await;

    let arrived = ["task.move.column", "comment.create"];
    assert_eq!(receiver.names(), arrived);
    let log = log(&app, endpoint).await;
    let not_sent: Vec<&str> =
        log.iter().filter(|(.., state)| state == "filter").map(|(name, ..)| name.as_str()).collect();
    assert_eq!(not_sent, ["task.create", "task.update", "task.update", "task.move.column"]);
    assert_eq!(log.len(), not_sent.len() + arrived.len());
}

#[tokio::test]
async fn a_removed_task_is_asked_about_before_it_goes_and_what_is_no_task_meets_no_filter() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let new = NewEndpoint {
        filter: "printer".to_owned(),
        events: names("task.remove, project.update"),
        ..leading_to(&receiver, &project)
    };
    let endpoint = create(&app, new).await;
    let meant = project.task(&rpc, 0, "the printer burns").await;
    let other = project.task(&rpc, 0, "tea").await;
    for task in [meant, other] {
        rpc.call("removeTask", json!([task])).await;
    }
    rpc.call("updateProject", json!({"project_id": project.id, "name": "printer"})).await;
    app.settle().await;
    assert_eq!(receiver.names(), ["task.remove"]);
    assert_eq!(
        skipped(log(&app, endpoint).await),
        [
            ("task.remove".to_owned(), other, "filter".to_owned()),
            ("project.update".to_owned(), 0, "filter".to_owned())
        ]
    );
}

#[tokio::test]
async fn me_is_the_owner_who_sees_no_hidden_comments() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let (eve, _) = person(&app, &project, "eve", Some("project-manager")).await;
    let eves = actor(&app, "eve").await;
    for filter in ["assignee:me", "comment:secret"] {
        let new = NewEndpoint { filter: filter.to_owned(), ..leading_to(&receiver, &project) };
        create_endpoint(&app.app, &eves, new).await.expect("she manages the project");
    }
    let task = project.task(&rpc, 0, "hers").await;
    rpc.call("updateTask", json!({"id": task, "owner_id": eve})).await;
    rpc.call("createComment", json!([task, 1, "a secret", "", "app-admin"])).await;
    rpc.call("createComment", json!([task, 1, "for everybody"])).await;
    app.settle().await;
    assert_eq!(receiver.names(), ["task.assignee_change", "comment.create"], "by the first filter only");
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_is_refused_in_words() {
    let app = TestApp::start().await;
    let receiver = Receiver::start().await;
    let project = Project::create(&app.rpc()).await;
    let long = "x".repeat(1_001);
    for (filter, words) in [
        ("prio:2", "\"prio\""),
        ("column: Done", "column"),
        ("priority:high", "\"high\""),
        (long.as_str(), "1000"),
    ] {
        let new = NewEndpoint { filter: filter.to_owned(), ..leading_to(&receiver, &project) };
        let refused = create_endpoint(&app.app, &Actor::Application, new).await;
        let Err(Error::Invalid(fault)) = refused else { panic!("{filter}: {refused:?}") };
        assert!(matches!(fault, Fault::Filter(_) | Fault::TooLong("filter", _)), "{fault:?}");
        assert!(fault.to_string().contains(words), "{fault}");
    }
}

#[tokio::test]
async fn before_it_is_saved_it_says_which_of_the_last_events_it_would_have_got() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let elsewhere = Project::create(&rpc).await;
    let (eve, _) = person(&app, &project, "eve", Some("project-manager")).await;
    let eves = actor(&app, "eve").await;
    let mine = project.task(&rpc, 0, "mine").await;
    rpc.call("updateTask", json!({"id": mine, "owner_id": eve})).await;
    project.task(&rpc, 0, "nobody's").await;
    elsewhere.task(&rpc, 0, "elsewhere").await;

    let new = NewEndpoint {
        filter: "assignee:me".to_owned(),
        events: names("task.create"),
        ..leading_to(&receiver, &project)
    };
    let draft = new.draft(app.clock.now());
    let matched = match_recent(&app.app, &eves, &draft, 3).await.expect("she manages the project");
    let short: Vec<(&str, i64, bool)> =
        matched.iter().map(|one| (one.name.as_str(), one.event.event.task().get(), one.matches)).collect();
    assert_eq!(
        short,
        [
            ("task.create", mine + 1, false),
            ("task.assignee_change", mine, false),
            ("task.create", mine, true)
        ]
    );
    let foreign = NewEndpoint { project: Some(elsewhere.id.into()), ..leading_to(&receiver, &project) };
    let refused = match_recent(&app.app, &eves, &foreign.draft(0), 3).await;
    assert!(matches!(refused, Err(Error::NotFound(Kind::Project))), "{refused:?}");
    assert_eq!(told(&receiver), [], "nothing was sent");
}
