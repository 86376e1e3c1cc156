//! A provider of identities that speaks OpenID Connect.

use std::time::Duration;

use kanso::cli::{ServeOptions, SignInOptions};
use kanso_core::Clock;
use kanso_testkit::{Browser, IdentityProvider, Lie, Page, START, TestApp};
use serde_json::{Value, json};

use super::{account, whoami};

/// What is said of the provider.
fn vouching(provider: &IdentityProvider) -> SignInOptions {
    let (id, secret) = IdentityProvider::client();
    SignInOptions {
        oidc_issuer: Some(provider.url()),
        oidc_client_id: Some(id.to_owned()),
        oidc_client_secret: Some(secret.to_owned()),
        oidc_name: Some("Example ID".to_owned()),
        oidc_allow_private_networks: Some(true),
        oidc_create: Some(true),
        ..SignInOptions::default()
    }
}

async fn start(change: impl FnOnce(SignInOptions) -> SignInOptions) -> (TestApp, IdentityProvider) {
    let clock = Clock::manual(START);
    let provider = IdentityProvider::start(&clock).await;
    let sign_in = change(vouching(&provider));
    let app = TestApp::start_by(clock, ServeOptions { sign_in, ..ServeOptions::default() }).await;
    provider.knows(ada(), json!({}));
    (app, provider)
}

fn ada() -> Value {
    json!({"sub": "a-1", "preferred_username": "ada", "name": "Ada Lovelace", "email": "ada@example.org",
        "email_verified": true, "groups": ["staff"]})
}

/// Goes to the provider and comes back.
async fn sign_in(browser: &Browser, provider: &IdentityProvider) -> Page {
    let there = browser.get("/login/oidc?next=/profile").await;
    assert_eq!(there.status, 303, "{}", there.body);
    let back = provider.visit(there.location.as_deref().unwrap()).await;
    browser.get(&back).await
}

#[tokio::test]
async fn whom_the_provider_vouches_for_has_an_account_and_keeps_it() {
    let (app, provider) = start(|said| said).await;
    let browser = app.browser();
    let door = browser.get("/login?next=/board/1").await;
    assert!(door.body.contains("Sign in with Example ID"), "{}", door.body);
    assert!(door.body.contains("href=\"/login/oidc?next=%2Fboard%2F1\""), "{}", door.body);
    let page = sign_in(&browser, &provider).await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/profile")), "{}", page.body);
    assert_eq!(whoami(&browser).await.as_deref(), Some("ada"));
    assert!(browser.get("/profile/security").await.body.contains("Vouched for by a provider"));
    let first = account(&app, "ada").await;
    assert_eq!((&first["name"], &first["email"]), (&json!("Ada Lovelace"), &json!("ada@example.org")));

    // The name for the person counts, whatever else changes; and keys may change, too.
    provider.knows(json!({"sub": "a-1", "preferred_username": "countess", "name": "Countess"}), json!({}));
    provider.renews_its_keys();
    app.clock.advance(Duration::from_secs(120));
    assert_eq!(sign_in(&app.browser(), &provider).await.status, 303);
    let second = account(&app, "ada").await;
    assert_eq!((&second["id"], &second["name"]), (&first["id"], &json!("Countess")));

    let page = browser.submit("/profile", "/logout", &[]).await;
    let there = page.header("refresh").unwrap_or_default();
    assert!(there.contains("/bye?client_id=kanso&post_logout_redirect_uri="), "{there}");
    assert_eq!(whoami(&browser).await, None);
}

#[tokio::test]
async fn nothing_is_believed_that_is_not_signed_for_this_visit() {
    let (app, provider) = start(|said| said).await;
    for (lie, status, words) in [
        (Lie::Audience, 503, "cannot be believed"),
        (Lie::Nonce, 503, "cannot be believed"),
        (Lie::Issuer, 503, "cannot be believed"),
        (Lie::Expired, 503, "cannot be believed"),
        (Lie::NoSignature, 503, "cannot be believed"),
        (Lie::Secret, 503, "cannot be believed"),
        (Lie::OtherKey, 503, "cannot be believed"),
        (Lie::OtherPerson, 503, "cannot be believed"),
        (Lie::MixedUp, 401, "Sign in again"),
        (Lie::State, 401, "Sign in again"),
        (Lie::Refusal, 401, "did not let you sign in"),
    ] {
        provider.lies(lie);
        // What is missing in the token is asked for.
        provider
            .knows(json!({"sub": "a-1", "preferred_username": "ada"}), json!({"email": "ada@example.org"}));
        let browser = app.browser();
        let page = sign_in(&browser, &provider).await;
        assert_eq!(page.status, status, "{lie:?}: {}", page.body);
        assert!(page.body.contains(words), "{lie:?}: {}", page.body);
        assert_eq!(whoami(&browser).await, None, "{lie:?}");
    }
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM users").await, [(1,)]);
    provider.lies(Lie::None);
    assert_eq!(sign_in(&app.browser(), &provider).await.status, 303);
    assert_eq!(account(&app, "ada").await["email"], json!(""), "nobody verified it");
}

#[tokio::test]
async fn an_answer_counts_once_in_the_browser_that_asked_and_for_a_while() {
    let (app, provider) = start(|said| said).await;
    let browser = app.browser();
    let there = browser.get("/login/oidc").await;
    let cookie = there.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let back = provider.visit(there.location.as_deref().unwrap()).await;
    let other = app.browser();
    assert_eq!(other.get(&back).await.status, 401, "another browser");
    assert_eq!(browser.get(&back).await.status, 303);
    assert_eq!(browser.get(&back).await.status, 401, "the cookie is spent");
    let thief = app.browser().with_header("cookie", &cookie);
    assert_eq!(thief.get(&back).await.status, 401, "and kept, it counts no more");

    let late = app.browser();
    let there = late.get("/login/oidc").await;
    let back = provider.visit(there.location.as_deref().unwrap()).await;
    app.clock.advance(Duration::from_secs(15 * 60));
    assert_eq!(late.get(&back).await.status, 401);
    assert_eq!(app.browser().get("/login/oidc/callback").await.status, 401);
}

#[tokio::test]
async fn an_account_is_linked_by_a_verified_address_alone_and_only_where_that_is_set() {
    let local = async |app: &TestApp, username: &str, email: &str| {
        let user = json!({"username": username, "password": "secret", "email": email});
        app.rpc().call_for_id("createUser", user).await
    };
    let (app, provider) = start(|said| said).await;
    local(&app, "lovelace", "ada@example.org").await;
    let browser = app.browser();
    sign_in(&browser, &provider).await;
    assert_eq!(whoami(&browser).await.as_deref(), Some("ada"), "an account of her own");
    provider.knows(json!({"sub": "x", "preferred_username": "lovelace"}), json!({}));
    let page = sign_in(&app.browser(), &provider).await;
    assert!(page.status == 403 && page.body.contains("somebody else"), "{}", page.body);

    let (app, provider) = start(|said| SignInOptions { oidc_link_email: Some(true), ..said }).await;
    local(&app, "lovelace", "Ada@Example.org").await;
    let mut unverified = ada();
    unverified["email_verified"] = json!(false);
    provider.knows(unverified, json!({}));
    let browser = app.browser();
    sign_in(&browser, &provider).await;
    assert_eq!(whoami(&browser).await.as_deref(), Some("ada"), "it may be anybody's");
    app.execute(&["DELETE FROM identities", "DELETE FROM users WHERE username = 'ada'"]).await;
    provider.knows(ada(), json!({}));
    let browser = app.browser();
    sign_in(&browser, &provider).await;
    assert_eq!(whoami(&browser).await.as_deref(), Some("lovelace"));
    // Another person of that address is not the one that is linked.
    provider.knows(
        json!({"sub": "b-2", "preferred_username": "b", "email": "ada@example.org", "email_verified": true}),
        json!({}),
    );
    let browser = app.browser();
    sign_in(&browser, &provider).await;
    assert_eq!(whoami(&browser).await.as_deref(), Some("b"));
    local(&app, "one", "two@example.org").await;
    local(&app, "two", "two@example.org").await;
    provider.knows(json!({"sub": "c-3", "email": "two@example.org", "email_verified": true}), json!({}));
    let page = sign_in(&app.browser(), &provider).await;
    assert!(page.status == 403 && page.body.contains("Several accounts"), "{}", page.body);
}

#[tokio::test]
async fn domains_and_groups_decide_who_comes_in_and_as_what() {
    let (app, provider) = start(|said| SignInOptions {
        oidc_domains: Some("example.org".to_owned()),
        oidc_groups_claim: Some("realm_access.roles".to_owned()),
        oidc_admin_groups: Some("chiefs".to_owned()),
        oidc_user_groups: Some("staff".to_owned()),
        ..said
    })
    .await;
    let person = |name: &str, email: &str, verified: bool, groups: &[&str]| {
        json!({"sub": name, "preferred_username": name, "email": email, "email_verified": verified,
            "realm_access": {"roles": groups}})
    };
    for (claims, outcome) in [
        (person("ada", "ada@example.org", true, &["chiefs"]), Ok("app-admin")),
        (person("ada", "ada@example.org", true, &["staff"]), Ok("app-user")),
        (person("bob", "bob@example.org", true, &["others"]), Err("none of the groups")),
        (person("eve", "eve@evil.example", true, &["staff"]), Err("none of the domains")),
        (person("eve", "eve@example.org", false, &["staff"]), Err("not verified")),
        (person("", "kim@example.org", true, &["staff"]), Err("No username")),
        (person("admin", "boss@example.org", true, &["chiefs"]), Err("of its own")),
    ] {
        let name = claims["sub"].as_str().unwrap_or_default().to_owned();
        let claims = if name.is_empty() {
            json!({"sub": "k", "email": "kim@example.org", "email_verified": true,
            "realm_access": {"roles": ["staff"]}})
        } else {
            claims
        };
        provider.knows(claims, json!({}));
        let page = sign_in(&app.browser(), &provider).await;
        match outcome {
            Ok(role) => assert_eq!(account(&app, &name).await["role"], role, "{}", page.body),
            Err(words) => assert!(page.status == 403 && page.body.contains(words), "{name}: {}", page.body),
        }
    }
}

#[tokio::test]
async fn without_the_provider_it_is_said_and_the_second_factor_is_asked_for() {
    let (app, provider) = start(|said| SignInOptions { hide_passwords: Some(true), ..said }).await;
    let browser = app.browser();
    assert!(!browser.get("/login").await.body.contains("name=\"password\""));
    sign_in(&browser, &provider).await;
    let device = crate::people::second_factor::Device::set_up(&app, &browser).await;
    let again = app.browser();
    let page = sign_in(&again, &provider).await;
    assert_eq!(page.location.as_deref(), Some("/login/code"));
    assert_eq!(whoami(&again).await, None);
    let page = again.submit("/login/code", "/login/code", &[("code", &device.code(&app))]).await;
    assert_eq!(page.location.as_deref(), Some("/profile"));
    drop(provider);
    app.clock.advance(Duration::from_secs(7200));
    let page = app.browser().get("/login/oidc").await;
    assert!(page.status == 503 && page.body.contains("does not answer"), "{}", page.body);

    let (app, _) = start(|said| SignInOptions { oidc_allow_private_networks: None, ..said }).await;
    assert_eq!(app.browser().get("/login/oidc").await.status, 503, "it is on this machine");
}
