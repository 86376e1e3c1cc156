//! What everybody sees who has a token.

use kanso_testkit::{Browser, TestApp};
use serde_json::json;

use super::{places, signed_in, task_of};
use crate::team::Project;

/// A project that is open to everybody, its token, and a browser that is not signed in.
async fn open(app: &TestApp) -> (Project, String, Browser) {
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    assert_eq!(rpc.call("enableProjectPublicAccess", json!([project.id])).await, json!(true));
    let token = rpc.call("getProjectById", json!([project.id])).await["token"].clone();
    (project, token.as_str().expect("a token").to_owned(), app.browser())
}

#[tokio::test]
async fn a_public_board_and_its_tasks_are_read_without_an_account() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, token, browser) = open(&app).await;
    let elsewhere = Project::create(&rpc).await;
    let secret = elsewhere.task(&rpc, 0, "Nobody's business").await;
    let task = project.task(&rpc, 0, "Look <at> me").await;
    let linked = project.task(&rpc, 1, "Another").await;
    for other in [secret, linked] {
        rpc.call_for_id("createTaskLink", json!([task, other, 1])).await;
    }
    for (visibility, text) in [("app-user", "for all"), ("app-admin", "for the few")] {
        let new = json!({"task_id": task, "user_id": 1, "content": text, "visibility": visibility});
        rpc.call_for_id("createComment", new).await;
    }
    rpc.call_for_id("createSubtask", json!({"task_id": task, "title": "A part"})).await;

    let board = browser.get(&format!("/public/board/{token}")).await;
    assert_eq!(board.status, 200);
    assert!(board.body.contains("Look &#60;at&#62; me") && board.body.contains("Work in progress"));
    assert!(!board.body.contains("method=\"post\""), "it is for reading");
    assert_eq!(board.header("set-cookie"), None);

    let page = browser.get(&format!("/public/task/{task}/{token}")).await.body;
    for shown in ["Look &#60;at&#62; me", "A part", "Another", "for all"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(!page.contains("for the few") && !page.contains("Nobody&#39;s business"), "{page}");
    assert_eq!(browser.get(&format!("/public/task/{secret}/{token}")).await.status, 404);
}

#[tokio::test]
async fn a_token_that_is_not_valid_opens_nothing() {
    let app = TestApp::start().await;
    let (project, token, browser) = open(&app).await;
    let task = project.task(&app.rpc(), 0, "x").await;
    app.rpc().call("disableProjectPublicAccess", json!([project.id])).await;
    for path in [
        format!("/public/board/{token}"),
        format!("/public/task/{task}/{token}"),
        format!("/feed/project/{token}"),
        format!("/ical/project/{token}"),
        "/public/board/x".to_owned(),
        "/feed/user/x".to_owned(),
        "/ical/user/x".to_owned(),
    ] {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_feed_of_a_project_tells_what_happened() {
    let app = TestApp::start().await;
    app.set("application_url", "https://board.example/").await;
    let (project, token, browser) = open(&app).await;
    let (_, bob) = signed_in(&app, &project, "bob", "project-member").await;
    let board = format!("/board/{}", project.id);
    bob.submit(&board, &format!("{board}/task"), &[("title", "A & B")]).await;
    let feed = browser.get(&format!("/feed/project/{token}")).await;
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    assert!(feed.body.contains("<name>bob</name>") && feed.body.contains("A &amp; B"), "{}", feed.body);
    assert!(feed.body.contains(&format!("https://board.example/feed/project/{token}")), "{}", feed.body);
    assert!(feed.body.contains("https://board.example/public/task/"), "{}", feed.body);
    assert!(feed.body.contains("2026-09-21T14:13:20"), "{}", feed.body);
}

#[tokio::test]
async fn a_feed_leaves_out_what_not_every_member_may_read() {
    let app = TestApp::start().await;
    let (project, token, browser) = open(&app).await;
    let task = project.task(&app.rpc(), 0, "x").await;
    let admin = app.rpc_as("admin", kanso_testkit::ADMIN_PASSWORD);
    app.rpc().call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    for (visibility, text) in [("app-user", "for all"), ("app-admin", "for the few")] {
        let new = json!({"task_id": task, "user_id": 1, "content": text, "visibility": visibility});
        admin.call_for_id("createComment", new).await;
    }
    let feed = browser.get(&format!("/feed/project/{token}")).await.body;
    assert!(feed.contains("for all") && !feed.contains("for the few"), "{feed}");
}

#[tokio::test]
async fn a_calendar_has_what_is_due_and_what_goes_on() {
    let app = TestApp::start().await;
    let (project, token, browser) = open(&app).await;
    task_of(&app, &project, 0, "All day", "2026-10-01 00:00").await;
    task_of(&app, &project, 0, "At noon", "2026-10-02 12:00").await;
    task_of(&app, &project, 0, "Next year", "2027-10-02 12:00").await;
    task_of(&app, &project, 0, "Whenever", "").await;
    let new = json!({"title": "Goes on, and on", "project_id": project.id,
        "date_started": "2026-10-03 09:00", "date_due": "2026-10-05 17:30"});
    app.rpc().call_for_id("createTask", new).await;
    let file = browser.get(&format!("/ical/project/{token}")).await;
    assert_eq!(file.header("content-type"), Some("text/calendar; charset=utf-8"));
    let body = file.body;
    for line in [
        "DTSTART;VALUE=DATE:20261001",
        "DTSTART:20261002T120000Z",
        "DTSTART:20261003T090000Z",
        "DTEND:20261005T173000Z",
        "Goes on\\, and on",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ] {
        assert!(body.contains(line), "{line}: {body}");
    }
    assert!(!body.contains("Next year") && !body.contains("Whenever"), "{body}");
    assert_eq!(body.matches("BEGIN:VEVENT").count(), 3);
}

#[tokio::test]
async fn ones_own_feed_and_calendar_are_made_renewed_and_switched_off() {
    let app = TestApp::start().await;
    let (project, other) = (Project::create(&app.rpc()).await, Project::create(&app.rpc()).await);
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    task_of(&app, &project, bob, "Mine", "2026-10-01 12:00").await;
    task_of(&app, &project, 0, "Nobody's", "2026-10-01 12:00").await;
    task_of(&app, &other, 0, "Elsewhere", "2026-10-01 12:00").await;
    assert!(!browser.get("/my/feeds").await.body.contains("/feed/user/"));
    let made = async || {
        assert_eq!(browser.submit("/my/feeds", "/my/feeds", &[]).await.status, 303);
        let page = browser.get("/my/feeds").await.body;
        let token = page.split("/feed/user/").nth(1).and_then(|rest| rest.split('<').next());
        token.expect("an address").to_owned()
    };
    let first = made().await;
    let everybody = app.browser();
    let calendar = everybody.get(&format!("/ical/user/{first}")).await.body;
    assert!(calendar.contains("Mine") && !calendar.contains("Nobody") && !calendar.contains("Elsewhere"));
    assert_eq!(everybody.get(&format!("/feed/user/{first}")).await.status, 200);

    let second = made().await;
    assert_eq!(everybody.get(&format!("/feed/user/{first}")).await.status, 404);
    assert_eq!(everybody.get(&format!("/feed/user/{second}")).await.status, 200);
    browser.submit("/my/feeds", "/my/feeds", &[("off", "1")]).await;
    assert_eq!(everybody.get(&format!("/feed/user/{second}")).await.status, 404);
}

#[tokio::test]
async fn kanboards_old_addresses_lead_there() {
    let app = TestApp::start().await;
    let browser = app.browser();
    for (old, new) in [
        ("controller=BoardViewController&action=readonly&token=abc", "/public/board/abc"),
        ("controller=board&action=readonly&token=abc", "/public/board/abc"),
        ("controller=TaskViewController&action=readonly&task_id=7&token=abc", "/public/task/7/abc"),
        ("controller=FeedController&action=project&token=abc", "/feed/project/abc"),
        ("controller=feed&action=user&token=abc", "/feed/user/abc"),
        ("controller=ICalendarController&action=user&token=abc", "/ical/user/abc"),
        ("controller=ical&action=project&token=abc", "/ical/project/abc"),
        ("controller=BoardViewController&action=show&project_id=3", "/board/3"),
    ] {
        assert_eq!(browser.get(&format!("/?{old}")).await.location.as_deref(), Some(new), "{old}");
    }
}

#[tokio::test]
async fn the_board_of_the_public_shows_tasks_in_their_order() {
    let app = TestApp::start().await;
    let (project, token, browser) = open(&app).await;
    let mut tasks = Vec::new();
    for title in ["First", "Second", "Third"] {
        tasks.push(project.task(&app.rpc(), 0, title).await);
    }
    project.drag(&app.rpc(), tasks[2], 0, 1).await;
    let body = browser.get(&format!("/public/board/{token}")).await.body;
    assert!(places(&body, &["Third", "First", "Second"]).is_sorted(), "{body}");
}
