//! A reverse proxy that says who is there.

use kanso::cli::{ServeOptions, SignInOptions};
use kanso_testkit::{ADMIN_PASSWORD, Browser, TestApp};
use serde_json::json;

use super::{account, whoami};

fn named_by_header() -> SignInOptions {
    SignInOptions {
        proxy_user_header: Some("Remote-User".to_owned()),
        proxy_email_header: Some("Remote-Email".to_owned()),
        proxy_name_header: Some("Remote-Name".to_owned()),
        proxy_groups_header: Some("Remote-Groups".to_owned()),
        ..SignInOptions::default()
    }
}

/// A server that believes this machine what it says of people.
async fn behind_proxy(sign_in: SignInOptions) -> TestApp {
    let trusted_proxies = Some("127.0.0.0/8".parse().unwrap());
    TestApp::start_with(ServeOptions { trusted_proxies, sign_in, ..ServeOptions::default() }).await
}

/// Goes through the door, to where they wanted to go.
async fn arrive(browser: &Browser) -> Option<String> {
    let page = browser.get("/login?next=/profile").await;
    (page.status == 303).then_some(page.location).flatten()
}

#[tokio::test]
async fn whom_the_proxy_names_is_in_with_an_account_as_it_says() {
    let app = behind_proxy(named_by_header()).await;
    let ada = app.browser().with_header("Remote-User", "ada");
    let ada = ada.with_header("Remote-Name", "Ada L").with_header("Remote-Email", "ada@example.org");
    let page = ada.get("/profile").await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/login?next=%2Fprofile")));
    assert_eq!(arrive(&ada).await.as_deref(), Some("/profile"));
    assert_eq!(whoami(&ada).await.as_deref(), Some("ada"));
    let known = account(&app, "ada").await;
    assert_eq!((&known["name"], &known["email"]), (&json!("Ada L"), &json!("ada@example.org")));
    assert_eq!((&known["is_ldap_user"], &known["role"]), (&json!(1), &json!("app-user")));
    assert!(ada.get("/profile/security").await.body.contains("Vouched for by a proxy"));
    assert!(!ada.get("/profile/security").await.body.contains("action=\"/profile/password\""));

    // Who has a password here is meant, too.
    let boss = app.browser().with_header("remote-user", "admin");
    assert_eq!(arrive(&boss).await.as_deref(), Some("/profile"));
    assert_eq!(whoami(&boss).await.as_deref(), Some("admin"));
    assert_eq!(account(&app, "admin").await["is_ldap_user"], 0);
}

#[tokio::test]
async fn a_session_ends_when_the_proxy_names_another_or_nobody() {
    let app = behind_proxy(named_by_header()).await;
    let browser = app.browser();
    let ada = browser.with_header("Remote-User", "ada");
    arrive(&ada).await.unwrap();
    let token = ada.get("/profile").await.csrf();
    let bob = browser.with_header("Remote-User", "bob");
    assert_eq!(whoami(&bob).await, None, "the cookie is ada's");
    assert_eq!(whoami(&ada).await, None, "it ended");
    arrive(&bob).await.unwrap();
    assert_eq!(whoami(&bob).await.as_deref(), Some("bob"));
    assert_eq!(bob.post("/profile", &[("name", "x"), ("csrf", &token)]).await.status, 403, "a form of ada's");
    assert_eq!(whoami(&browser).await, None, "nobody is named");
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM sessions WHERE user_id > 0").await, [(0,)]);

    // A session by a password ends as well when another is named.
    browser.sign_in("admin", ADMIN_PASSWORD).await;
    assert_eq!(whoami(&browser).await.as_deref(), Some("admin"));
    assert_eq!(whoami(&bob).await, None);
}

#[tokio::test]
async fn from_elsewhere_the_headers_say_nothing() {
    let trusted_proxies = Some("192.0.2.1".parse().unwrap());
    let options = ServeOptions { trusted_proxies, sign_in: named_by_header(), ..ServeOptions::default() };
    let app = TestApp::start_with(options).await;
    for header in ["Remote-User", "REMOTE-USER", "Remote_User", "X-Remote-User"] {
        let eve = app.browser().with_header(header, "admin").with_header("x-forwarded-for", "192.0.2.1");
        assert_eq!(arrive(&eve).await, None, "{header}");
        assert_eq!(whoami(&eve).await, None, "{header}");
    }
    // Through the proxy, who adds a header of their own is nobody.
    let app = behind_proxy(named_by_header()).await;
    let twice = app.browser().with_header("Remote-User", "admin").with_header("Remote-User", "eve");
    assert_eq!(arrive(&twice).await, None);
    assert_eq!(arrive(&app.browser().with_header("Remote-User", "admin, eve")).await, None);
    let api = app.rest();
    assert_eq!(
        api.with_header("Remote-User", "admin").get("/api/v1/webhooks").await.status,
        401,
        "pages only"
    );
}

#[tokio::test]
async fn groups_decide_who_comes_in_and_as_what() {
    let app = behind_proxy(SignInOptions {
        proxy_admins: Some("root, ada".to_owned()),
        proxy_manager_groups: Some("leads".to_owned()),
        proxy_user_groups: Some("staff; leads".to_owned()),
        ..named_by_header()
    })
    .await;
    let as_one_of = |name: &str, groups: &str| {
        app.browser().with_header("Remote-User", name).with_header("Remote-Groups", groups)
    };
    let outside = as_one_of("eve", "others").get("/login").await;
    assert_eq!(outside.status, 403);
    assert!(outside.body.contains("none of the groups"), "{}", outside.body);
    assert_eq!(account(&app, "eve").await, json!(null), "no account was made");
    for (name, groups, role) in [
        ("bob", "others|leads", "app-manager"),
        ("bob", "staff", "app-user"),
        ("ada", "", "app-admin"),
        ("kim", "Staff,x", "app-user"),
    ] {
        arrive(&as_one_of(name, groups)).await.unwrap_or_else(|| panic!("{name} {groups}"));
        assert_eq!(account(&app, name).await["role"], role, "{name} {groups}");
    }
}

#[tokio::test]
async fn memberships_of_groups_that_carry_its_names_follow() {
    let app = behind_proxy(named_by_header()).await;
    let (rpc, browser) = (app.rpc(), app.browser());
    let staff = rpc.call_for_id("createGroup", json!(["Staff here", "staff"])).await;
    let own = rpc.call_for_id("createGroup", json!(["Our own"])).await;
    let bob = async |groups: &str| {
        let bob = browser.with_header("Remote-User", "bob").with_header("Remote-Groups", groups);
        bob.submit("/profile", "/logout", &[]).await;
        arrive(&bob).await.unwrap();
        let id = account(&app, "bob").await["id"].clone();
        let groups = rpc.call("getMemberGroups", json!([id])).await;
        let ids = groups.as_array().unwrap().iter().map(|group| group["id"].as_i64().unwrap());
        ids.collect::<std::collections::BTreeSet<_>>()
    };
    let first = browser.with_header("Remote-User", "bob");
    arrive(&first).await.unwrap();
    let id = account(&app, "bob").await["id"].clone();
    rpc.call("addGroupMember", json!([own, id])).await;
    assert_eq!(bob("STAFF").await, [own, staff].into());
    assert_eq!(bob("others").await, [own].into());
}

#[tokio::test]
async fn nobody_is_let_in_without_an_account_where_none_is_made() {
    let app = behind_proxy(SignInOptions { proxy_create: Some(false), ..named_by_header() }).await;
    let page = app.browser().with_header("Remote-User", "ada").get("/login").await;
    assert_eq!(page.status, 403);
    assert!(page.body.contains("have no account here"), "{}", page.body);
    app.rpc().call("createUser", json!({"username": "ada", "password": "adaada"})).await;
    let ada = app.browser().with_header("Remote-User", "ada");
    arrive(&ada).await.unwrap();
    app.execute(&["UPDATE users SET is_active = 0 WHERE username = 'ada'"]).await;
    assert_eq!(whoami(&ada).await, None);
    let page = ada.get("/login").await;
    assert!(page.status == 403 && page.body.contains("disabled"), "{}", page.body);
}

#[tokio::test]
async fn a_second_factor_is_asked_for_though_the_proxy_vouches() {
    let app = behind_proxy(named_by_header()).await;
    let ada = app.browser().with_header("Remote-User", "ada");
    arrive(&ada).await.unwrap();
    let device = crate::people::second_factor::Device::set_up(&app, &ada).await;
    let again = app.browser().with_header("Remote-User", "ada");
    assert_eq!(arrive(&again).await.as_deref(), Some("/login/code"));
    assert_eq!(whoami(&again).await, None, "the code is missing");
    let page = again.submit("/login/code", "/login/code", &[("code", &device.code(&app))]).await;
    assert_eq!(page.location.as_deref(), Some("/profile"));
    assert_eq!(whoami(&again).await.as_deref(), Some("ada"));
    // There is no password to give, so a code stands for it.
    app.clock.advance(std::time::Duration::from_secs(60));
    let off = |code: String| {
        let again = again.clone();
        async move { again.submit("/profile", "/profile/two-factor/off", &[("current", &code)]).await.status }
    };
    assert_eq!(off("000000".to_owned()).await, 422);
    assert_eq!(off(device.code(&app)).await, 303);
}

#[tokio::test]
async fn who_signs_out_is_led_to_where_the_proxy_signs_out() {
    let there = "https://id.example.org/logout?rd=kanso";
    let app =
        behind_proxy(SignInOptions { proxy_logout_url: Some(there.to_owned()), ..named_by_header() }).await;
    let ada = app.browser().with_header("Remote-User", "ada");
    arrive(&ada).await.unwrap();
    let page = ada.submit("/profile", "/logout", &[]).await;
    assert_eq!(
        (page.status, page.header("refresh")),
        (200, Some("0; url=https://id.example.org/logout?rd=kanso"))
    );
    assert!(page.body.contains("https://id.example.org/logout"), "{}", page.body);
    assert_eq!(whoami(&ada).await, None);
}

#[tokio::test]
async fn passwords_can_be_hidden_where_a_proxy_vouches() {
    let app = behind_proxy(SignInOptions { hide_passwords: Some(true), ..named_by_header() }).await;
    let page = app.browser().get("/login").await;
    assert!(page.status == 200 && !page.body.contains("name=\"password\""), "{}", page.body);
    let taken = app.browser().post("/login", &[("username", "admin"), ("password", ADMIN_PASSWORD)]).await;
    assert_eq!(taken.status, 409);
    let forgot = app.browser().post("/login/forgot", &[("username", "admin")]).await;
    assert_eq!(forgot.status, 409);
    assert_eq!(app.rpc_as("admin", ADMIN_PASSWORD).call("getMe", json!([])).await["username"], "admin");
}
