//! What open boards hear.

use kanso_core::Actor;
use kanso_core::role::{create_role, restrict_role};
use kanso_domain::Restrictions;
use kanso_testkit::{ADMIN_PASSWORD, Message, TestApp};
use serde_json::json;

use crate::team::{Project, person};

#[tokio::test]
async fn an_open_board_hears_of_changes_in_order_and_resumes_where_it_was() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    rpc.call("addProjectUser", json!([project.id, 1, "project-viewer"])).await;
    let (core, who) = (&app.app, &Actor::Application);
    let role = create_role(core, who, project.id.into(), "tester".to_owned()).await.unwrap();
    let browser = app.browser();
    browser.sign_in("admin", ADMIN_PASSWORD).await;
    let mut live = browser.follow(&format!("/board/{}/live", project.id), None).await;
    assert_eq!(live.status(), 200);
    assert!(live.is_passed_on_at_once());

    let task = project.task(&rpc, 0, "seen").await;
    other.task(&rpc, 0, "of another board").await;
    project.drag(&rpc, task, 2, 1).await;
    let (created, moved) = (live.next().await, live.next().await);
    assert_eq!((created.event.as_str(), &created.data["task"]), ("task", &json!(task)));
    assert_eq!((moved.event.as_str(), &moved.data["task"]), ("task", &json!(task)));
    drop(live);

    rpc.call("closeTask", json!([task])).await;
    let mut resumed = browser.follow(&format!("/board/{}/live", project.id), Some(&moved.id)).await;
    let closed = resumed.next().await;
    assert_eq!(closed.data["task"], json!(task));
    let event = |message: &Message| message.id.split('-').next().unwrap().parse::<i64>().unwrap();
    assert!(event(&closed) > event(&moved));
    // What is no event: the board is drawn anew.
    restrict_role(core, who, project.id.into(), role, Restrictions::default()).await.unwrap();
    let silent = resumed.next().await;
    assert_eq!((silent.event.as_str(), event(&silent)), ("board", event(&closed)));
}

#[tokio::test]
async fn who_may_not_see_a_board_hears_nothing_of_it() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "outsider", None).await;
    let browser = app.browser();
    let path = format!("/board/{}/live", project.id);
    assert_ne!(browser.follow(&path, None).await.status(), 200);
    browser.sign_in("outsider", "outsideroutsider").await;
    assert_eq!(browser.follow(&path, None).await.status(), 404);
    assert_eq!(browser.follow("/board/9999/live", None).await.status(), 404);
}
