//! The dashboard and the lists behind it.

use kanso_testkit::TestApp;
use serde_json::json;

use super::{places, signed_in, task_of};
use crate::team::Project;

#[tokio::test]
async fn the_dashboard_shows_what_is_mine_with_the_next_due_first() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    let late = task_of(&app, &project, bob, "Late already", "2026-09-01").await;
    task_of(&app, &project, bob, "Whenever", "").await;
    task_of(&app, &project, bob, "Next week", "2026-09-28").await;
    task_of(&app, &project, 0, "Nobody's", "2026-09-22").await;
    rpc.call_for_id("createSubtask", json!({"task_id": late, "title": "A small part", "user_id": bob})).await;

    let page = browser.get("/").await;
    assert_eq!(page.status, 200);
    let body = page.body.split("id=\"activity-title\"").next().unwrap_or_default();
    assert!(body.contains("1 task is overdue") && !body.contains("Nobody's"), "{body}");
    assert!(places(body, &["Late already", "Next week", "Whenever", "A small part"]).is_sorted(), "{body}");
    assert!(body.contains("4 open tasks") && body.contains("Work in progress"), "{body}");
    assert!(body.contains("action=\"/search\""), "{body}");
}

#[tokio::test]
async fn without_a_project_the_dashboard_says_what_to_do() {
    let app = TestApp::start().await;
    let browser = app.browser();
    browser.sign_in("admin", kanso_testkit::ADMIN_PASSWORD).await;
    let page = browser.get("/").await;
    assert!(page.body.contains("href=\"/project/new\""), "{}", page.body);
    for path in ["/my/tasks", "/my/subtasks", "/my/projects", "/my/activity"] {
        let page = browser.get(path).await;
        assert!(page.status == 200 && page.body.contains("class=\"empty\""), "{path}");
    }
}

#[tokio::test]
async fn long_lists_come_in_pages_and_in_the_order_that_was_asked_for() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    for number in 10..42 {
        task_of(&app, &project, bob, &format!("Task {number}"), "").await;
    }
    let first = browser.get("/my/tasks?sort=newest").await.body;
    assert!(places(&first, &["Task 41", "Task 12"]).is_sorted() && !first.contains("Task 11"), "{first}");
    let rest = browser.get("/my/tasks?sort=newest&skip=30").await.body;
    assert!(rest.contains("Task 11") && rest.contains("Task 10") && !rest.contains("Task 12"), "{rest}");
    let by_title = browser.get("/my/tasks?sort=title").await.body;
    assert!(places(&by_title, &["Task 10", "Task 39"]).is_sorted());
}

#[tokio::test]
async fn what_is_in_a_hidden_column_or_a_left_project_is_not_listed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let left = Project::create(&rpc).await;
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    rpc.call("addProjectUser", json!([left.id, bob, "project-member"])).await;
    task_of(&app, &left, bob, "Of a left project", "").await;
    task_of(&app, &project, bob, "In a hidden column", "").await;
    assert!(browser.get("/my/tasks").await.body.contains("In a hidden column"));
    rpc.call("removeProjectUser", json!([left.id, bob])).await;
    app.execute(&["UPDATE columns SET hide_in_dashboard = 1 WHERE position = 1"]).await;
    let page = browser.get("/my/tasks").await.body;
    assert!(page.contains("class=\"empty\""), "{page}");
    let projects = browser.get("/my/projects").await.body;
    assert!(!projects.contains("Backlog") && projects.contains("Ready"), "{projects}");
}

#[tokio::test]
async fn activity_tells_who_did_what_in_my_projects_only() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let (_, browser) = signed_in(&app, &project, "bob", "project-member").await;
    let (_, elsewhere) = signed_in(&app, &other, "oskar", "project-member").await;
    let add = async |browser: &kanso_testkit::Browser, project: &Project, title: &str| {
        let board = format!("/board/{}", project.id);
        browser.submit(&board, &format!("{board}/task"), &[("title", title)]).await
    };
    assert_eq!(add(&browser, &project, "Mine").await.status, 303);
    assert_eq!(add(&elsewhere, &other, "Theirs").await.status, 303);
    let page = browser.get("/my/activity").await.body;
    assert!(page.contains("bob created the task") && page.contains("Mine"), "{page}");
    assert!(!page.contains("Theirs") && !page.contains("oskar"), "{page}");
}
