//! The profile and sessions.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use super::{admin, member, person, signed_in};
use crate::team::Project;

const CHOICES: [(&str, &str); 5] = [
    ("name", "Ada Lovelace"),
    ("email", "ada@example.org"),
    ("language", "fr_FR"),
    ("timezone", "Europe/Istanbul"),
    ("theme", "dark"),
];

#[tokio::test]
async fn what_somebody_chooses_is_kept_and_seen_on_every_page() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    let saved = browser.submit("/profile", "/profile", &CHOICES).await;
    assert_eq!(saved.location.as_deref(), Some("/profile?done=saved"), "{}", saved.body);
    let page = browser.get("/profile").await;
    assert!(
        page.body.contains(
            "<html lang=\"fr\" dir=\"ltr\" data-theme=\"dark\" data-keys=\"off\" data-live=\"off\">"
        )
    );
    assert!(page.body.contains("value=\"Ada Lovelace\"") && page.body.contains("Profil"), "{}", page.body);
    let user = app.rpc().call("getUser", json!([1])).await;
    assert_eq!(
        (&user["language"], &user["timezone"], &user["theme"]),
        (&json!("fr_FR"), &json!("Europe/Istanbul"), &json!("dark"))
    );
    // 14:13 in UTC is 17:13 in Istanbul.
    assert!(browser.get("/profile/security").await.body.contains("17:13"));

    let mut wrong = CHOICES;
    wrong[1].1 = "nobody";
    let refused = browser.submit("/profile", "/profile", &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"nobody\""), "what was typed is there still");
    for (field, value) in [(2, "<b>"), (3, "Nowhere/Land")] {
        let mut wrong = CHOICES;
        wrong[field].1 = value;
        assert_eq!(browser.submit("/profile", "/profile", &wrong).await.status, 422, "{value}");
    }
}

#[tokio::test]
async fn boards_begin_with_the_filter_that_somebody_chose() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    person(&app, &project, "ada", Some("project-member")).await;
    project.task(&rpc, 0, "Of nobody").await;
    let mine = project.task(&rpc, 0, "Of Ada").await;
    let user = rpc.call("getUserByName", json!(["ada"])).await["id"].clone();
    rpc.call("updateTask", json!({"id": mine, "owner_id": user})).await;
    let (ada, board) = (member(&app, "ada").await, format!("/board/{}", project.id));
    let shows_all = async |path: &str| {
        let page = ada.get(path).await.body;
        assert!(page.contains("Of Ada"), "{page}");
        page.contains("Of nobody")
    };
    assert!(shows_all(&board).await);
    let mut choices = CHOICES.to_vec();
    choices.push(("filter", "assignee:me"));
    assert_eq!(ada.submit("/profile", "/profile", &choices).await.status, 303);
    assert!(ada.get("/profile").await.body.contains("value=\"assignee:me\""));
    assert!(!shows_all(&board).await);
    assert!(shows_all(&format!("{board}?q=")).await, "it can be taken off");
    assert!(shows_all(&board).await, "and stays off in this session");
    let elsewhere = member(&app, "ada").await;
    assert!(!elsewhere.get(&board).await.body.contains("Of nobody"));
}

#[tokio::test]
async fn a_theme_of_the_bar_is_the_accounts_in_every_browser() {
    let app = TestApp::start().await;
    let (one, other) = (admin(&app).await, admin(&app).await);
    assert!(!other.get("/").await.body.contains("data-theme=\"light\""), "nothing was chosen yet");
    one.submit("/", "/theme", &[("theme", "light")]).await;
    assert!(other.get("/").await.body.contains("data-theme=\"light\""));
}

#[tokio::test]
async fn another_password_needs_the_one_before_and_signs_out_elsewhere() {
    let app = TestApp::start().await;
    let (here, there) = (admin(&app).await, admin(&app).await);
    let change = |current: &'static str, password: &'static str| {
        let here = here.clone();
        async move {
            let fields = [("current", current), ("password", password)];
            here.submit("/profile/security", "/profile/password", &fields).await
        }
    };
    assert_eq!(change("wrong", "a new secret").await.status, 422);
    assert_eq!(change(ADMIN_PASSWORD, "short").await.status, 422);
    assert_eq!(there.get("/profile").await.status, 200);
    let changed = change(ADMIN_PASSWORD, "a new secret").await;
    assert_eq!(changed.location.as_deref(), Some("/profile/security?done=password"), "{}", changed.body);
    assert_eq!(here.get("/profile").await.status, 200);
    assert_eq!(there.get("/profile").await.status, 303);
    assert_eq!(app.browser().sign_in("admin", ADMIN_PASSWORD).await.status, 401);
    signed_in(&app, "admin", "a new secret").await;
}

#[tokio::test]
async fn guessing_the_current_password_locks_the_account() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    let mut fields = [("current", "wrong"), ("password", "a new secret")];
    for _ in 0..6 {
        assert_eq!(browser.submit("/profile/security", "/profile/password", &fields).await.status, 422);
    }
    fields[0].1 = ADMIN_PASSWORD;
    assert_eq!(browser.submit("/profile/security", "/profile/password", &fields).await.status, 422);
    app.clock.advance(Duration::from_secs(15 * 60 + 1));
    assert_eq!(browser.submit("/profile/security", "/profile/password", &fields).await.status, 303);
}

#[tokio::test]
async fn a_session_is_listed_and_ended_by_its_owner_only() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "ada", None).await;
    let (here, there, ada) = (admin(&app).await, admin(&app).await, member(&app, "ada").await);
    let page = here.get("/profile/security").await;
    assert!(page.body.contains("127.0.0.1"), "{}", page.body);
    let ends: Vec<&str> = page
        .body
        .split("/profile/sessions/")
        .skip(1)
        .filter_map(|rest| rest.split("/end\"").next())
        .collect();
    assert_eq!(ends.len(), 2, "the other one, and all others: {ends:?}");
    let end = format!("/profile/sessions/{}/end", ends[0]);
    assert_eq!(ada.submit("/profile/security", &end, &[]).await.status, 404);
    assert_eq!(there.get("/profile").await.status, 200);
    assert_eq!(here.submit("/profile/security", &end, &[]).await.status, 303);
    assert_eq!(there.get("/profile").await.status, 303);

    let again = admin(&app).await;
    here.submit("/profile/security", "/profile/sessions/end", &[]).await;
    assert_eq!((here.get("/").await.status, again.get("/").await.status), (200, 303));
    assert_eq!(ada.get("/").await.status, 200, "nobody else's");
}

#[tokio::test]
async fn only_who_asks_to_be_remembered_keeps_the_cookie() {
    let app = TestApp::start().await;
    let cookie = async |remember: &[(&str, &str)]| {
        let mut fields = vec![("username", "admin"), ("password", ADMIN_PASSWORD)];
        fields.extend(remember);
        let page = app.browser().submit("/login", "/login", &fields).await;
        let cookies = page.headers.iter().filter(|(name, _)| name == "set-cookie");
        cookies.map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    let is_kept = |cookies: &[String], name: &str| {
        cookies.iter().any(|cookie| cookie.starts_with(name) && cookie.contains("Max-Age=5184000"))
    };
    let (passing, remembered) = (cookie(&[]).await, cookie(&[("remember", "1")]).await);
    assert!(!passing.iter().any(|cookie| cookie.contains("Max-Age")), "{passing:?}");
    assert!(is_kept(&remembered, "kanso_remember="), "{remembered:?}");
    assert!(!is_kept(&remembered, "kanso_session="), "a session ends with the browser");
    assert!(remembered.iter().all(|cookie| cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax")));
}

#[tokio::test]
async fn the_last_sign_ins_are_shown() {
    let app = TestApp::start().await;
    for _ in 0..12 {
        admin(&app).await;
    }
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM last_logins").await, [(10,)]);
    let page = admin(&app).await.get("/profile/security").await;
    assert_eq!(page.body.matches("data-label=\"How\"").count(), 10);
}

#[tokio::test]
async fn a_picture_is_drawn_anew_and_shown_to_the_signed_in() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    let png = picture();
    let saved = browser.upload_as("/profile", "/profile/avatar", "picture", "me.svg", png.clone()).await;
    assert_eq!(saved.location.as_deref(), Some("/profile?done=saved"), "{}", saved.body);
    let page = browser.get("/profile").await;
    let address = page.body.split("src=\"/avatar/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let address = format!("/avatar/{address}");
    let shown = browser.get(&address).await;
    assert_eq!((shown.status, shown.header("content-type")), (200, Some("image/png")));
    assert_eq!(app.browser().get(&address).await.status, 303, "not to strangers");

    let refused = browser
        .upload_as("/profile", "/profile/avatar", "picture", "me.png", b"<svg onload=x>".to_vec())
        .await;
    assert_eq!(refused.status, 422);
    browser.submit("/profile", "/profile/avatar/remove", &[]).await;
    assert!(!browser.get("/profile").await.body.contains("src=\"/avatar/"));
}

/// A small GIF.
fn picture() -> Vec<u8> {
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;".to_vec()
}

#[tokio::test]
async fn notification_choices_are_stored_as_kanboard_stores_them() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let foreign = Project::create(&app.rpc()).await;
    person(&app, &project, "ada", Some("project-member")).await;
    let ada = member(&app, "ada").await;
    let (own, other) = (project.id.to_string(), foreign.id.to_string());
    let fields = [
        ("enabled", "1"),
        ("filter", "2"),
        ("channel", "email"),
        ("channel", "web"),
        ("project", own.as_str()),
        ("project", other.as_str()),
    ];
    let saved = ada.submit("/profile/notifications", "/profile/notifications", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let kinds =
        app.rows::<(String,)>("SELECT notification_type FROM user_has_notification_types ORDER BY 1").await;
    assert_eq!(kinds, [("email".to_owned(),), ("web".to_owned(),)]);
    let projects = app.rows::<(i64,)>("SELECT project_id FROM user_has_notifications").await;
    assert_eq!(projects, [(project.id,)], "none of somebody else's");
    let flags = "SELECT notifications_enabled, notifications_filter FROM users WHERE username = 'ada'";
    assert_eq!(app.rows::<(i64, i64)>(flags).await, [(1, 2)]);
    let page = ada.get("/profile/notifications").await;
    assert!(page.body.contains("name=\"filter\" value=\"2\" checked"), "{}", page.body);
    let nothing = ada.submit("/profile/notifications", "/profile/notifications", &[("filter", "9")]).await;
    assert_eq!(nothing.status, 422);
}
