//! Browsers that stay signed in, and what happens when two bring the same.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, TestApp};

use super::second_factor::Device;
use super::{admin, signed_in};

/// What the answer has a browser keep; empty for nothing any more.
fn kept(page: &Page) -> Option<String> {
    let cookies = page.headers.iter().filter(|(name, _)| name == "set-cookie");
    let values = cookies.filter_map(|(_, value)| value.strip_prefix("kanso_remember="));
    values.filter_map(|value| value.split(';').next()).map(str::to_owned).next()
}

/// A browser that has nothing but this.
fn with(app: &TestApp, brought: &str) -> Browser {
    app.browser().with_header("cookie", &format!("kanso_remember={brought}"))
}

async fn remembered(app: &TestApp) -> (Browser, String) {
    let browser = app.browser();
    let fields = [("username", "admin"), ("password", ADMIN_PASSWORD), ("remember", "1")];
    let page = browser.submit("/login", "/login", &fields).await;
    let brought = kept(&page).expect("it is remembered");
    (browser, brought)
}

async fn sessions(app: &TestApp) -> i64 {
    app.rows::<(i64,)>("SELECT COUNT(*) FROM sessions WHERE user_id = 1").await[0].0
}

#[tokio::test]
async fn a_remembered_browser_comes_in_again_with_another_token_each_time() {
    let app = TestApp::start().await;
    let (_, first) = remembered(&app).await;
    app.clock.advance(Duration::from_secs(30 * 24 * 3600));
    let page = with(&app, &first).get("/login?next=/profile").await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/profile")));
    let second = kept(&page).expect("another token");
    assert_ne!(first, second);
    assert_eq!(first.split('.').next(), second.split('.').next(), "of the same series");
    let stored = app.rows::<(String, String)>("SELECT series, token FROM remembered").await;
    assert!(
        !stored.iter().any(|(series, token)| second.contains(series) || second.contains(token)),
        "hashes"
    );

    // Another page that was opened at the same moment brings the token before.
    let beside = with(&app, &first).get("/login").await;
    assert_eq!((beside.status, kept(&beside)), (303, None));
    app.clock.advance(Duration::from_secs(59 * 24 * 3600));
    let page = with(&app, &second).get("/login").await;
    let third = kept(&page).unwrap();
    app.clock.advance(Duration::from_secs(61 * 24 * 3600));
    assert_eq!(with(&app, &third).get("/login").await.status, 200, "it was too long ago");
    for nothing in ["", "x", "x.y", "."] {
        assert_eq!(with(&app, nothing).get("/login").await.status, 200, "{nothing:?}");
    }
}

#[tokio::test]
async fn what_two_browsers_bring_ends_the_series_with_its_sessions_and_is_told() {
    let app = TestApp::start().await;
    let elsewhere = admin(&app).await;
    let (owner, first) = remembered(&app).await;
    let thief = with(&app, &first).get("/login").await;
    let stolen = kept(&thief).unwrap();
    app.clock.advance(Duration::from_secs(61));
    assert_eq!(owner.get("/").await.status, 200);
    let page = with(&app, &first).get("/login").await;
    assert_eq!((page.status, kept(&page).as_deref()), (401, Some("")));
    assert!(page.body.contains("may have copied it"), "{}", page.body);
    assert_eq!(with(&app, &stolen).get("/login").await.status, 200, "the thief is out");
    assert_eq!(owner.get("/").await.status, 303, "and so are all sessions of the series");
    assert_eq!((elsewhere.get("/").await.status, sessions(&app).await), (200, 1), "and no others");
    let told = elsewhere.get("/profile/security").await;
    assert!(told.body.contains("two browsers brought the same"), "{}", told.body);
}

#[tokio::test]
async fn a_remembered_browser_is_asked_for_the_code_all_the_same() {
    let app = TestApp::start().await;
    let (browser, first) = remembered(&app).await;
    let device = Device::set_up(&app, &browser).await;
    let again = with(&app, &first);
    let page = again.get("/login?next=/profile").await;
    assert_eq!(page.location.as_deref(), Some("/login/code"));
    let session =
        page.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, value)| value.clone());
    let session = session
        .filter_map(|value| value.split(';').next().map(str::to_owned))
        .find(|value| value.starts_with("kanso_session="))
        .unwrap();
    let waiting = app.browser().with_header("cookie", &session);
    assert_eq!(waiting.get("/profile").await.status, 303, "the code is missing");
    let page = waiting.post("/login/code", &[("code", &device.code(&app))]).await;
    assert_eq!(page.location.as_deref(), Some("/profile"));
}

#[tokio::test]
async fn signing_out_forgets_the_browser_and_everywhere_forgets_all() {
    let app = TestApp::start().await;
    let (browser, first) = remembered(&app).await;
    let page = browser.submit("/profile", "/logout", &[]).await;
    assert_eq!(kept(&page).as_deref(), Some(""));
    assert_eq!(with(&app, &first).get("/login").await.status, 200);

    let (here, one) = remembered(&app).await;
    let (_, two) = remembered(&app).await;
    here.submit("/profile/security", "/profile/sessions/end", &[]).await;
    assert_eq!(with(&app, &two).get("/login").await.status, 200, "elsewhere");
    let page = with(&app, &one).get("/login").await;
    let one = kept(&page).expect("here it goes on");

    let page = here.submit("/profile/security", "/profile/sign-out-everywhere", &[]).await;
    assert_eq!((page.location.as_deref(), kept(&page).as_deref()), (Some("/login"), Some("")));
    assert_eq!(here.get("/").await.status, 303);
    assert_eq!(with(&app, &one).get("/login").await.status, 200);
    assert_eq!(sessions(&app).await, 0);
}

#[tokio::test]
async fn another_password_and_a_closed_account_forget_browsers() {
    let app = TestApp::start().await;
    let (browser, first) = remembered(&app).await;
    let (_, other) = remembered(&app).await;
    let fields = [("current", ADMIN_PASSWORD), ("password", "another secret")];
    assert_eq!(browser.submit("/profile", "/profile/password", &fields).await.status, 303);
    assert_eq!(with(&app, &other).get("/login").await.status, 200);
    let page = with(&app, &first).get("/login").await;
    assert_eq!(page.status, 303, "where it was changed it goes on");
    let first = kept(&page).unwrap();
    signed_in(&app, "admin", "another secret").await;
    app.execute(&["UPDATE users SET is_active = 0 WHERE id = 1"]).await;
    assert_eq!(with(&app, &first).get("/login").await.status, 200);
}
