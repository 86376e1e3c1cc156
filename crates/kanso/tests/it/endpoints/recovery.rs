//! Making up for what an endpoint missed.

use std::time::Duration;

use kanso_core::delivery::{
    Recovery, carry_on_recoveries, count_recoverable, find_recovery, latest_recovery, next_due,
    start_recovery,
};
use kanso_core::endpoint::{EndpointPatch, NewEndpoint};
use kanso_core::{Actor, Conflict, Error, Kind};
use kanso_domain::EndpointId;
use kanso_testkit::{Receiver, START, TestApp};
use serde_json::json;

use super::{actor, create, enable, leading_to, lines, log, names, owned, told, update};
use crate::team::{Project, person};

const ADMIN: Actor = Actor::Application;

/// Enters all batches of the recovery that is running, and answers how it ended and in how many batches.
async fn finish(app: &TestApp, recovery: &Recovery) -> (Recovery, usize) {
    let mut batches = 0;
    while carry_on_recoveries(&app.app).await.expect("a batch") > 0 {
        batches += 1;
    }
    (find_recovery(&app.app, &ADMIN, recovery.id).await.expect("it is there"), batches)
}

/// Counts first, then recovers, and checks that it was what was counted.
async fn recover(app: &TestApp, endpoint: EndpointId, since: i64) -> i64 {
    let count = count_recoverable(&app.app, &ADMIN, endpoint, since * 1000).await.expect("a count");
    let begun = start_recovery(&app.app, &ADMIN, endpoint, since * 1000).await.expect("it begins");
    assert_eq!((begun.total, begun.done, begun.is_done), (count, 0, false));
    let (done, _) = finish(app, &begun).await;
    assert_eq!((done.total, done.done, done.is_done), (count, count, true));
    assert_eq!(done.finished_at_ms, Some(app.clock.now_ms()));
    assert_eq!(latest_recovery(&app.app, &ADMIN, endpoint).await.expect("the latest"), Some(done));
    assert_eq!(count_recoverable(&app.app, &ADMIN, endpoint, since * 1000).await.expect("a count"), 0);
    count
}

/// Lets the whole schedule of one delivery pass, with some time to spare.
async fn give_up(app: &TestApp) {
    const HOUR: u64 = 3_600;
    for seconds in [6, 36, 360, 2_160, 3 * HOUR, 6 * HOUR, 12 * HOUR, 17 * HOUR, 24 * HOUR, 29 * HOUR] {
        app.pass(Duration::from_secs(seconds)).await;
    }
}

#[tokio::test]
async fn what_was_missed_comes_in_order_with_the_same_ids_and_a_new_schedule() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let endpoint = create(&app, leading_to(&receiver, &project)).await;
    receiver.answer(500);
    let task = project.task(&rpc, 0, "task").await;
    app.settle().await;
    give_up(&app).await;
    enable(&app, endpoint, false).await;
    for method in ["closeTask", "openTask"] {
        rpc.call(method, json!([task])).await;
    }
    enable(&app, endpoint, true).await;
    let missed: Vec<(String, i64)> =
        lines(&app, endpoint).await.into_iter().map(|line| (line.state, line.attempts)).collect();
    assert_eq!(missed, owned([("failed", 11), ("skipped", 0), ("skipped", 0)]));
    let before = receiver.received().len();

    assert_eq!(recover(&app, endpoint, START).await, 3);
    app.settle().await;
    assert_eq!(receiver.received().len(), before + 1, "the first of the task; the others wait for it");
    receiver.answer(200);
    app.pass(Duration::from_secs(7)).await;
    let again = &receiver.received()[before..];
    let arrived: Vec<String> = again.iter().map(|one| one.event_name()).collect();
    assert_eq!(arrived, ["task.create", "task.create", "task.close", "task.open"]);
    let ids: Vec<Option<&str>> = again[1..].iter().map(|one| one.header("webhook-id")).collect();
    let known = lines(&app, endpoint).await;
    assert_eq!(ids, known.iter().map(|line| Some(line.message_id.as_str())).collect::<Vec<_>>());
    assert_eq!(known.iter().map(|line| line.attempts).collect::<Vec<_>>(), [13, 1, 1], "counted on");
}

#[tokio::test]
async fn what_happened_while_it_was_paused_or_asked_for_less_or_was_not_there_is_made_up_for() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let early = project.task(&rpc, 0, "before it was made").await;
    app.clock.advance(Duration::from_secs(60));
    let new = NewEndpoint {
        events: names("task.create, task.close"),
        filter: "status:open".to_owned(),
        ..leading_to(&receiver, &project)
    };
    let endpoint = create(&app, new).await;
    let task = project.task(&rpc, 0, "arrives").await;
    rpc.call("createComment", json!([task, 1, "not asked for"])).await;
    enable(&app, endpoint, false).await;
    let paused = project.task(&rpc, 0, "while it is paused").await;
    rpc.call("closeTask", json!([task])).await;
    enable(&app, endpoint, true).await;
    app.settle().await;
    assert_eq!(told(&receiver), owned([("task.create", task)]));
    assert_eq!(
        log(&app, endpoint).await.into_iter().map(|(name, _, state)| (name, state)).collect::<Vec<_>>(),
        [("task.create", "delivered"), ("task.create", "paused"), ("task.close", "filter")]
            .map(|(name, state)| (name.to_owned(), state.to_owned()))
    );

    assert_eq!(recover(&app, endpoint, START + 30).await, 1, "since before it was paused");
    app.settle().await;
    assert_eq!(told(&receiver)[1..], owned([("task.create", paused)]));
    assert_eq!(recover(&app, endpoint, START).await, 1, "since before it was made");
    app.settle().await;
    assert_eq!(told(&receiver)[2..], owned([("task.create", early)]));

    let more = EndpointPatch { events: Some(names("task.*, comment.*")), ..EndpointPatch::default() };
    update(&app, endpoint, more).await;
    assert_eq!(recover(&app, endpoint, START).await, 0, "the task with the comment is closed now");
    rpc.call("openTask", json!([task])).await;
    app.settle().await;
    assert_eq!(recover(&app, endpoint, START).await, 1);
    app.settle().await;
    assert_eq!(told(&receiver)[3..], owned([("task.open", task), ("comment.create", task)]));
    let skipped = log(&app, endpoint).await.into_iter().filter(|(.., state)| state == "filter");
    assert_eq!(skipped.count(), 1, "what the filter left out stays left out");
}

#[tokio::test]
async fn it_goes_on_in_batches_one_at_a_time() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let new = NewEndpoint { enabled: false, ..leading_to(&receiver, &project) };
    let endpoint = create(&app, new).await;
    let task = project.task(&rpc, 0, "busy").await;
    for n in 0..500 {
        rpc.call("updateTask", json!({"id": task, "title": format!("change {n}")})).await;
    }
    enable(&app, endpoint, true).await;
    let recovery = start_recovery(&app.app, &ADMIN, endpoint, START * 1000).await.expect("it begins");
    assert_eq!(recovery.total, 501);
    let second = start_recovery(&app.app, &ADMIN, endpoint, START * 1000).await;
    assert!(matches!(second, Err(Error::Conflict(Conflict::AlreadyRunning))), "{second:?}");

    assert_eq!(carry_on_recoveries(&app.app).await.expect("a batch"), 1);
    let half = find_recovery(&app.app, &ADMIN, recovery.id).await.expect("it is there");
    assert!(half.done > 0 && half.done < 501 && !half.is_done, "{half:?}");
    rpc.call("closeTask", json!([task])).await;
    let (done, batches) = finish(&app, &recovery).await;
    assert!(batches > 1);
    assert_eq!((done.done, done.is_done), (501, true));
    app.settle().await;

    let titles: Vec<String> = receiver
        .received()
        .iter()
        .map(|one| one.body["event_data"]["task"]["title"].as_str().unwrap_or_default().to_owned())
        .collect();
    let mut expected = vec!["busy".to_owned()];
    expected.extend((0..500).map(|n| format!("change {n}")));
    expected.push("change 499".to_owned());
    assert_eq!(titles, expected);
    assert_eq!(receiver.names().last().map(String::as_str), Some("task.close"));
}

#[tokio::test]
async fn what_happens_meanwhile_waits_until_all_before_it_is_entered() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "busy").await;
    for n in 0..300 {
        rpc.call("updateTask", json!({"id": task, "title": format!("change {n}")})).await;
    }
    rpc.call("closeTask", json!([task])).await;
    let new = NewEndpoint { events: names("task.close, task.open"), ..leading_to(&receiver, &project) };
    let endpoint = create(&app, new).await;
    let recovery = start_recovery(&app.app, &ADMIN, endpoint, START * 1000).await.expect("it begins");
    assert_eq!(recovery.total, 1);
    assert_eq!(carry_on_recoveries(&app.app).await.expect("a batch"), 1);
    rpc.call("openTask", json!([task])).await;
    let due = async || next_due(&app.app, endpoint).await.expect("the queue");
    assert_eq!(due().await, None, "the closing is not entered yet");
    finish(&app, &recovery).await;
    assert_eq!(due().await, Some(app.clock.now_ms()));
    app.settle().await;
    assert_eq!(receiver.names(), ["task.close", "task.open"]);
}

#[tokio::test]
async fn what_is_entered_anew_comes_before_later_events_that_wait_already() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "before it was made").await;
    let endpoint = create(&app, leading_to(&receiver, &project)).await;
    rpc.call("closeTask", json!([task])).await;
    let recovery = start_recovery(&app.app, &ADMIN, endpoint, START * 1000).await.expect("it begins");
    rpc.call("openTask", json!([task])).await;
    finish(&app, &recovery).await;
    receiver.answer(503);
    app.settle().await;
    assert_eq!(receiver.names(), ["task.create"], "the others wait for it");
    receiver.answer(200);
    app.pass(Duration::from_secs(7)).await;
    assert_eq!(receiver.names()[1..], ["task.create", "task.close", "task.open"]);
}

#[tokio::test]
async fn two_servers_enter_nothing_twice() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    for n in 0..450 {
        project.task(&rpc, 0, &format!("{n}")).await;
    }
    let endpoint = create(&app, leading_to(&receiver, &project)).await;
    let recovery = start_recovery(&app.app, &ADMIN, endpoint, START * 1000).await.expect("it begins");
    let other = app.beside().await;
    loop {
        let (one, two) = tokio::join!(carry_on_recoveries(&app.app), carry_on_recoveries(&other));
        if one.expect("a batch") + two.expect("a batch") == 0 {
            break;
        }
    }
    other.close().await;
    let done = find_recovery(&app.app, &ADMIN, recovery.id).await.expect("it is there");
    assert_eq!((done.total, done.done, done.is_done), (450, 450, true));
    app.settle().await;
    let mut arrived: Vec<i64> = told(&receiver).into_iter().map(|(_, task)| task).collect();
    arrived.sort_unstable();
    arrived.dedup();
    assert_eq!((arrived.len(), receiver.received().len()), (450, 450));
}

#[tokio::test]
async fn it_is_for_who_manages_the_endpoint_and_goes_back_as_far_as_the_log() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let project = Project::create(&rpc).await;
    person(&app, &project, "tom", Some("project-member")).await;
    person(&app, &project, "mia", Some("project-manager")).await;
    let (tom, mia) = (actor(&app, "tom").await, actor(&app, "mia").await);
    project.task(&rpc, 0, "old").await;
    let endpoint = create(&app, leading_to(&receiver, &project)).await;

    let refused = count_recoverable(&app.app, &tom, endpoint, 0).await;
    assert!(matches!(refused, Err(Error::NotFound(Kind::Endpoint))), "{refused:?}");
    let refused = start_recovery(&app.app, &tom, endpoint, 0).await;
    assert!(matches!(refused, Err(Error::NotFound(Kind::Endpoint))), "{refused:?}");
    let recovery = start_recovery(&app.app, &mia, endpoint, app.clock.now_ms() + 1000).await.expect("hers");
    assert_eq!(recovery.total, 0, "since later than anything");
    let refused = find_recovery(&app.app, &tom, recovery.id).await;
    assert!(matches!(refused, Err(Error::NotFound(Kind::Recovery))), "{refused:?}");

    assert_eq!(count_recoverable(&app.app, &mia, endpoint, 0).await.expect("hers"), 1);
    app.clock.advance(Duration::from_secs(31 * 86_400));
    assert_eq!(
        count_recoverable(&app.app, &mia, endpoint, 0).await.expect("hers"),
        0,
        "nobody knows any more"
    );
}
