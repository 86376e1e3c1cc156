//! The pages without JavaScript.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Browser, TestApp};
use serde_json::json;

use crate::team::{Project, person};

async fn admin(app: &TestApp) -> Browser {
    let browser = app.browser();
    let page = browser.sign_in("admin", ADMIN_PASSWORD).await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/")));
    browser
}

/// A project in which `admin` is manager, with one task in each of the first two columns.
async fn board(app: &TestApp) -> (Project, Vec<i64>) {
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    let tasks = vec![project.task(&rpc, 0, "First <b>task</b>").await, project.task(&rpc, 1, "Second").await];
    (project, tasks)
}

#[tokio::test]
async fn nothing_is_shown_to_who_has_not_signed_in() {
    let app = TestApp::start().await;
    let (project, tasks) = board(&app).await;
    let browser = app.browser();
    for path in ["/".to_owned(), format!("/board/{}", project.id), format!("/task/{}", tasks[0])] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 303, "{path}");
        assert!(page.location.unwrap().starts_with("/login"), "{path}");
    }
}

#[tokio::test]
async fn six_wrong_passwords_lock_an_account_for_a_quarter_of_an_hour() {
    let app = TestApp::start().await;
    let browser = app.browser();
    let unknown = browser.sign_in("nobody", "wrong").await;
    for _ in 0..6 {
        let page = browser.sign_in("admin", "wrong").await;
        assert_eq!(page.status, unknown.status);
    }
    assert_ne!(browser.sign_in("admin", ADMIN_PASSWORD).await.status, 303);
    app.clock.advance(Duration::from_secs(15 * 60 + 1));
    assert_eq!(browser.sign_in("admin", ADMIN_PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_session_ends_when_signed_out_and_when_the_password_changes() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    assert_eq!(browser.get("/").await.status, 200);
    browser.submit("/", "/logout", &[]).await;
    assert_eq!(browser.get("/").await.status, 303);

    let browser = admin(&app).await;
    let actor = kanso_core::Actor::Application;
    let secret = "another secret".to_owned();
    kanso_core::user::reset_password(&app.app, &actor, "admin".to_owned(), secret).await.unwrap();
    assert_eq!(browser.get("/").await.status, 303);
}

#[tokio::test]
async fn a_form_without_its_token_changes_nothing() {
    let app = TestApp::start().await;
    let (project, tasks) = board(&app).await;
    let browser = admin(&app).await;
    for csrf in [vec![], vec![("csrf", "made up")]] {
        assert_eq!(browser.post(&format!("/task/{}/close", tasks[0]), &csrf).await.status, 403);
    }
    assert_eq!(project.column(&app.rpc(), 0).await.len(), 1);
}

#[tokio::test]
async fn a_board_shows_its_tasks_and_escapes_what_people_write() {
    let app = TestApp::start().await;
    let (project, tasks) = board(&app).await;
    let browser = admin(&app).await;
    let page = browser.get(&format!("/board/{}", project.id)).await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains(&format!("data-task=\"{}\"", tasks[0])));
    assert!(page.body.contains("Work in progress"));
    assert!(!page.body.contains("<b>task</b>"), "titles are text");
    let policy = page.header("content-security-policy").unwrap_or_default();
    assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn a_task_is_created_moved_changed_and_closed_by_plain_forms() {
    let app = TestApp::start().await;
    let (project, _) = board(&app).await;
    let rpc = app.rpc();
    let browser = admin(&app).await;
    let board = format!("/board/{}", project.id);
    let (column, swimlane) = (project.columns[2].to_string(), project.swimlane.to_string());
    let fields = [("title", "By form"), ("column", column.as_str()), ("swimlane", swimlane.as_str())];
    let made = browser.submit(&board, &format!("{board}/task"), &fields).await;
    assert_eq!(made.status, 303);
    let tasks = rpc.call("getAllTasks", json!([project.id])).await;
    let task = tasks.as_array().unwrap().iter().find(|task| task["title"] == "By form").unwrap();
    assert_eq!(task["column_id"], json!(project.columns[2]));
    assert_eq!(task["creator_id"], json!(1));
    let page = format!("/task/{}", task["id"]);

    let first = project.columns[0].to_string();
    let to = [("column", first.as_str()), ("swimlane", swimlane.as_str()), ("position", "1")];
    let moved = browser.submit(&page, &format!("{page}/move"), &to).await;
    assert_eq!(moved.status, 303);
    let titles: Vec<String> = project.column(&rpc, 0).await.into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["By form", "First <b>task</b>"]);

    let comment = [("comment", "A **bold** <script>alert(1)</script> word")];
    assert_eq!(browser.submit(&page, &format!("{page}/comment"), &comment).await.status, 303);
    let shown = browser.get(&page).await;
    assert!(shown.body.contains("<strong>bold</strong>"));
    assert!(!shown.body.contains("alert(1)</script>"));

    assert_eq!(browser.submit(&page, &format!("{page}/close"), &[]).await.status, 303);
    assert_eq!(rpc.call("getTask", json!([task["id"]])).await["is_active"], json!(0));
}

#[tokio::test]
async fn only_administrators_see_the_webhook_settings() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "manager", Some("project-manager")).await;
    let browser = app.browser();
    browser.sign_in("manager", "managermanager").await;
    for path in
        ["/settings/webhooks", "/settings/webhooks/kanboard", "/settings/webhooks/deliveries", "/events"]
    {
        assert_eq!(browser.get(path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn the_webhook_is_set_tested_logged_and_sent_again_from_the_pages() {
    let app = TestApp::start().await;
    let receiver = kanso_testkit::Receiver::start().await;
    let browser = admin(&app).await;
    let url = receiver.url();
    let fields = [("url", url.as_str()), ("format", "kanboard-1.2")];
    let saved = browser.submit("/settings/webhooks/kanboard", "/settings/webhooks/kanboard", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(app.app.settings().get("webhook_url"), url);

    let tested = browser.submit("/settings/webhooks/kanboard", "/settings/webhooks/kanboard/test", &[]).await;
    assert!(tested.status == 200 || tested.status == 303);
    assert_eq!(receiver.names(), ["task.create"]);

    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "told").await;
    app.settle().await;
    let log = browser.get("/settings/webhooks/deliveries").await;
    assert!(log.body.contains("task.create"));
    let token = app.app.settings().get("webhook_token").to_owned();
    let delivery = browser.get("/webhooks/deliveries/1").await;
    assert!(delivery.body.contains("received") && delivery.body.contains("told"));
    assert!(!delivery.body.contains(&token), "the token is redacted");
    let again = "/webhooks/deliveries/1/redeliver";
    assert_eq!(browser.submit("/webhooks/deliveries/1", again, &[]).await.status, 303);
    app.settle().await;
    assert_eq!(receiver.received().len(), 3);
}

#[tokio::test]
async fn a_place_on_the_page_is_counted_by_what_the_board_shows_and_is_one_event() {
    let app = TestApp::start().await;
    let (project, tasks) = board(&app).await;
    let rpc = app.rpc();
    let mut column = vec![tasks[0]];
    for title in ["B", "C"] {
        column.push(project.task(&rpc, 0, title).await);
    }
    rpc.call("closeTask", json!([column[0]])).await;
    // B and C are left with the numbers 2 and 3; the page shows them as the first and the second.
    let browser = admin(&app).await;
    let receiver = app.receiver().await;
    let (task, first) = (format!("/task/{}", column[1]), project.columns[0].to_string());
    let to = |position| [("column", first.as_str()), ("position", position)];
    assert_eq!(browser.submit(&task, &format!("{task}/move"), &to("1")).await.status, 409);
    assert_eq!(browser.submit(&task, &format!("{task}/move"), &to("2")).await.status, 303);
    let titles: Vec<String> = project.column(&rpc, 0).await.into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["C", "B"]);
    app.settle().await;
    assert_eq!(receiver.names(), ["task.move.position"]);
}
