//! Events that follow from each other end somewhere.

use kanso_core::delivery::DeliveryLine;
use kanso_core::event::{Logged, event_id, find_cause};
use kanso_core::task::{Counted, TaskMove, TaskPatch, move_task, update_task};
use kanso_core::{Actor, App};
use kanso_domain::{EndpointId, TaskId};
use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{create, leading_to, lines};
use crate::team::{Project, events};

const NOBODY: Actor = Actor::Application;

async fn rename(app: &App, task: TaskId, title: String) {
    let patch = TaskPatch { title: Some(title), ..TaskPatch::default() };
    update_task(app, &NOBODY, task, patch).await.expect("it is renamed");
}

/// An automatic action that closes what comes into the last column.
async fn close_when_done(app: &TestApp, project: &Project) {
    let params = json!({"column_id": project.columns[3]});
    let action = json!([project.id, "task.move.column", "\\Kanboard\\Action\\TaskCloseColumn", params]);
    app.rpc().call_for_id("createAction", action).await;
}

/// Moves a task into the last column.
async fn finish(app: &App, project: &Project, task: i64) {
    let to = TaskMove {
        task: task.into(),
        project: None,
        column: project.columns[3].into(),
        swimlane: Some(project.swimlane.into()),
        position: 1,
        counted: Counted::Stored,
    };
    move_task(app, &NOBODY, to).await.expect("it is moved");
}

async fn chained(app: &TestApp, project: &Project) -> Vec<Logged> {
    events(app, Some(project.id)).await.into_iter().filter(|event| event.cause.is_some()).collect()
}

async fn cut(app: &TestApp, endpoint: EndpointId) -> Vec<DeliveryLine> {
    lines(app, endpoint).await.into_iter().filter(|line| line.reason.as_deref() == Some("chain")).collect()
}

#[tokio::test]
async fn a_receiver_that_answers_every_webhook_with_a_change_comes_to_an_end() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let endpoint = create(&app, leading_to(&receiver, &project)).await;
    let task = TaskId::from(project.task(&rpc, 0, "0").await);
    app.settle().await;
    let mut answered = 0;
    while answered < receiver.received().len() {
        assert!(answered < 50, "it goes on for ever");
        let received = receiver.received().swap_remove(answered);
        let id = received.header("webhook-id").expect("an id");
        let cause = find_cause(&app.app, id).await.expect("the log").expect("the event is known");
        answered += 1;
        rename(&app.app.caused_by(cause), task, answered.to_string()).await;
        app.settle().await;
    }
    assert_eq!(answered, 6, "the first and five that followed");
    let chain = chained(&app, &project).await;
    assert_eq!(chain.iter().map(|event| event.depth).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    let causes: Vec<_> = chain[1..].iter().map(|event| event.cause).collect();
    assert_eq!(causes, chain[..5].iter().map(|event| Some(event.id)).collect::<Vec<_>>());
    let cut = cut(&app, endpoint).await;
    assert_eq!(cut.iter().map(|line| line.event_id).collect::<Vec<_>>(), [chain[5].id.get()]);
}

#[tokio::test]
async fn after_a_hundred_events_of_one_chain_nobody_is_told_and_no_action_is_carried_out() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let endpoint = create(&app, leading_to(&receiver, &project)).await;
    close_when_done(&app, &project).await;
    let (first, second) = (project.task(&rpc, 0, "first").await, project.task(&rpc, 0, "second").await);
    let begin = events(&app, Some(project.id)).await.pop().expect("it was told");
    let caused = app.app.caused_by(begin.id);
    for n in 0..98 {
        rename(&caused, first.into(), format!("change {n}")).await;
    }
    assert!(cut(&app, endpoint).await.is_empty());
    finish(&caused, &project, first).await;
    assert!(cut(&app, endpoint).await.is_empty(), "that the action closed it was the hundredth");
    finish(&caused, &project, second).await;
    let open = async |task: i64| rpc.call("getTask", json!([task])).await["is_active"].clone();
    assert_eq!((open(first).await, open(second).await), (json!(0), json!(1)));
    let cut = cut(&app, endpoint).await;
    assert_eq!(cut.iter().map(|line| line.task_id.get()).collect::<Vec<_>>(), [second]);
}

#[tokio::test]
async fn what_an_automatic_action_does_follows_from_what_set_it_off() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    close_when_done(&app, &project).await;
    let task = project.task(&rpc, 0, "task").await;
    assert!(chained(&app, &project).await.is_empty(), "what nobody led to has no chain");
    project.drag(&rpc, task, 3, 1).await;
    let log = events(&app, Some(project.id)).await;
    let [.., moved, closed] = log.as_slice() else { panic!("{log:?}") };
    assert_eq!((moved.cause, moved.depth), (None, 0));
    assert_eq!((closed.cause, closed.depth), (Some(moved.id), 1));
}

#[tokio::test]
async fn only_the_whole_name_of_an_event_is_a_cause() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "task").await;
    let event = events(&app, Some(project.id)).await.pop().expect("an event");
    let known = async |name: &str| find_cause(&app.app, name).await.expect("the log");
    assert_eq!(known(&event.uid()).await, Some(event.id));
    assert_eq!(known(&format!("{}-2", event.uid())).await, Some(event.id), "its second name");
    let foreign = format!("evt_{}_00000000", event.id);
    assert_eq!(
        (event_id(&foreign), known(&foreign).await),
        (Some(event.id), None),
        "of another installation"
    );
    assert_eq!(known("evt_99999_00000000").await, None);
    assert_eq!(known("nonsense").await, None);
}
