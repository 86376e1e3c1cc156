//! Too much fails: nothing is sent but a probe now and then, until one succeeds.

use std::time::Duration;

use kanso_core::endpoint::NewEndpoint;
use kanso_core::endpoint::notice::{NoticeKind, read_notice};
use kanso_core::{Actor, Error};
use kanso_domain::schedule;
use kanso_testkit::{ADMIN_PASSWORD, Receiver, TestApp};
use serde_json::json;

use super::{create, health, leading_to, notices, states, told};
use crate::team::Project;

#[tokio::test]
async fn after_ten_failures_one_delivery_is_tried_every_half_minute() {
    let (app, receiver, other) = (TestApp::start().await, Receiver::start().await, Receiver::start().await);
    let bad = create(&app, NewEndpoint { concurrency: 1, ..leading_to(&receiver) }).await;
    let good = create(&app, leading_to(&other)).await;
    receiver.answer(500);
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    for number in 0..20 {
        project.task(&rpc, 0, &format!("task {number}")).await;
    }
    app.settle().await;
    assert_eq!(receiver.received().len(), 10);
    assert_eq!(other.received().len(), 20);
    let open = health(&app, bad).await;
    assert_eq!(open.open_until_ms, Some(app.clock.now_ms() + 30_000));
    assert_eq!((open.waiting, open.failures, open.last_status), (20, 10, Some(500)));
    assert_eq!(told(&app).await, [NoticeKind::Failing, NoticeKind::Opened]);

    app.pass(Duration::from_secs(29)).await;
    assert_eq!(receiver.received().len(), 10, "what is due by the schedule waits, too");
    app.pass(Duration::from_secs(1)).await;
    assert_eq!(receiver.received().len(), 11, "one probe");
    app.pass(Duration::from_secs(29)).await;
    assert_eq!(receiver.received().len(), 11);

    receiver.answer(200);
    app.pass(Duration::from_secs(1)).await;
    let closed = health(&app, bad).await;
    assert_eq!((closed.open_until_ms, closed.failures, closed.failing_since_ms), (None, 0, None));
    app.pass(Duration::from_secs(40)).await;
    assert_eq!(states(&app, bad).await, vec!["delivered"; 20]);
    assert_eq!(receiver.received().len(), 31);
    let kinds = [NoticeKind::Failing, NoticeKind::Opened, NoticeKind::Recovered];
    assert_eq!(told(&app).await, kinds);
    assert_eq!(health(&app, good).await.failures, 0);
}

#[tokio::test]
async fn who_made_the_endpoint_is_told_once_in_an_outage() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    receiver.answer(500);
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    admin.call("getMe", json!([])).await;
    let user = kanso_core::user::find_user_by_name(&app.app, &Actor::Application, "admin".to_owned()).await;
    let owner = Actor::User(user.expect("an account").signed_in());
    let made = kanso_core::endpoint::create_endpoint(&app.app, &owner, leading_to(&receiver)).await;
    made.expect("an endpoint");
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "a").await;
    app.settle().await;
    for attempts in 1..schedule::ATTEMPTS {
        let wait = schedule::STANDARD.wait_after(attempts, 1.0).expect("a wait");
        app.pass(wait + Duration::from_secs(1)).await;
    }
    assert!(notices(&app).await.is_empty(), "they are the owner's");
    let told = kanso_core::endpoint::notice::list_notices(&app.app, &owner).await.expect("notices");
    let [notice] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(notice.kind, NoticeKind::Failing);
    assert!(notice.text.contains("“Test” failed 4 times in a row"), "{}", notice.text);

    let refused = read_notice(&app.app, &Actor::Application, notice.id).await;
    assert!(matches!(refused, Err(Error::NotFound(_))), "{refused:?}");
    read_notice(&app.app, &owner, notice.id).await.expect("it is read");
    let told = kanso_core::endpoint::notice::list_notices(&app.app, &owner).await.expect("notices");
    assert!(told.iter().all(|notice| notice.read_at_ms.is_some()));
}
