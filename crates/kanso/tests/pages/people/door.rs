//! Links that lead here and nowhere else, and addresses that guess too much.

use kanso::cli::ServeOptions;
use kanso_testkit::{ADMIN_PASSWORD, TestApp};

use super::{admin, inside};

/// A server that believes a proxy on this machine.
async fn behind_proxy() -> TestApp {
    let trusted_proxies = Some("127.0.0.0/8".parse().unwrap());
    TestApp::start_with(ServeOptions { trusted_proxies, ..ServeOptions::default() }).await
}

#[tokio::test]
async fn no_link_is_made_of_what_a_request_calls_the_host() {
    let app = TestApp::start().await;
    let boss = admin(&app).await.with_header("host", "evil.example");
    let made = [
        boss.submit("/users/1", "/users/1/password-link", &[]).await,
        boss.submit("/users/invitations", "/users/invitations", &[("email", "eve@example.org")]).await,
        boss.get("/settings/api").await,
        boss.get("/settings/application").await,
    ];
    for page in &made {
        assert!(!page.body.contains("evil.example"), "{}", page.body);
        assert!(page.body.contains("application_url"), "it says what to set: {}", page.body);
    }
    assert!(inside(&made[0], "link").starts_with(&app.url("/password/")), "{}", made[0].body);

    app.set("application_url", "https://kanso.example/board").await;
    let page = boss.submit("/users/1", "/users/1/password-link", &[]).await;
    assert!(inside(&page, "link").starts_with("https://kanso.example/board/password/"), "{}", page.body);
    let page = boss.submit("/users/invitations", "/users/invitations", &[("email", "ada@example.org")]).await;
    assert!(inside(&page, "link-1").starts_with("https://kanso.example/board/invitation/"));
    assert!(!page.body.contains("application_url"), "nothing is left to set");
}

#[tokio::test]
async fn who_guesses_at_many_accounts_is_shut_out_by_address() {
    let app = behind_proxy().await;
    let from = |address: &str| app.browser().with_header("x-forwarded-for", address);
    for number in 0..30 {
        let page = from("203.0.113.7").sign_in(&format!("user{number}"), "wrong").await;
        assert_eq!(page.status, if number < 29 { 401 } else { 429 }, "{number}");
    }
    let right = from("198.51.100.1, 203.0.113.7").sign_in("admin", ADMIN_PASSWORD).await;
    assert_eq!(right.status, 429, "what stands before it is made up");
    assert!(right.body.contains("shut out"), "{}", right.body);
    assert_eq!(from("203.0.113.8").sign_in("admin", ADMIN_PASSWORD).await.status, 303);
    app.clock.advance(std::time::Duration::from_secs(15 * 60));
    assert_eq!(from("203.0.113.7").sign_in("admin", ADMIN_PASSWORD).await.status, 303);
}

#[tokio::test]
async fn only_a_trusted_proxy_says_where_somebody_is_and_that_the_way_is_safe() {
    let claims = async |app: &TestApp| {
        let browser = app.browser().with_header("x-forwarded-for", "203.0.113.7");
        let page = browser.with_header("x-forwarded-proto", "https").sign_in("admin", ADMIN_PASSWORD).await;
        let cookie = page.header("set-cookie").expect("a session").to_owned();
        let seen = app.rows::<(String,)>("SELECT ip FROM last_logins").await;
        (seen, cookie.contains("Secure"))
    };
    let address = |text: &str| vec![(text.to_owned(),)];
    assert_eq!(claims(&behind_proxy().await).await, (address("203.0.113.7"), true));
    assert_eq!(claims(&TestApp::start().await).await, (address("127.0.0.1"), false));
}
