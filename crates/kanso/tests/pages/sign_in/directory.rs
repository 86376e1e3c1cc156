//! A directory: Debian's slapd.

use kanso::cli::{ServeOptions, SignInOptions};
use kanso_testkit::{ADMIN_PASSWORD, PeopleDirectory, TestApp};
use serde_json::json;

use super::{account, whoami};

/// What is said of a directory that anybody may look into.
fn asked_by_anybody(directory: &PeopleDirectory) -> SignInOptions {
    SignInOptions {
        ldap_url: Some(directory.url()),
        ldap_base: Some(PeopleDirectory::BASE.to_owned()),
        ldap_language_attribute: Some("preferredLanguage".to_owned()),
        ..SignInOptions::default()
    }
}

async fn with(sign_in: SignInOptions) -> TestApp {
    TestApp::start_with(ServeOptions { sign_in, ..ServeOptions::default() }).await
}

/// The status of a sign-in, and who they are then.
async fn sign_in(app: &TestApp, name: &str, password: &str) -> (u16, Option<String>) {
    let browser = app.browser();
    let status = browser.sign_in(name, password).await.status;
    (status, whoami(&browser).await)
}

fn inside(name: &str) -> (u16, Option<String>) {
    (303, Some(name.to_owned()))
}

const WRONG: (u16, Option<String>) = (401, None);

#[tokio::test]
async fn who_is_in_the_directory_comes_in_and_has_an_account_as_it_says() {
    let directory = PeopleDirectory::start().await;
    let app = with(asked_by_anybody(&directory)).await;
    assert_eq!(sign_in(&app, "ada", "ada's secret").await, inside("ada"));
    assert_eq!(sign_in(&app, "ADA", "ada's secret").await, inside("ada"), "it is one person");
    let ada = account(&app, "ada").await;
    assert_eq!((&ada["name"], &ada["email"]), (&json!("Ada Lovelace"), &json!("ada@example.org")));
    assert_eq!((&ada["language"], &ada["is_ldap_user"]), (&json!("fr_FR"), &json!(1)));
    for (name, password) in [
        ("ada", "wrong"),
        ("ada", ""),
        ("nobody", "ada's secret"),
        ("*", "ada's secret"),
        ("ada)(uid=*", "ada's secret"),
        ("kim", "kim's secret"),
        ("", "ada's secret"),
    ] {
        assert_eq!(sign_in(&app, name, password).await, WRONG, "{name:?} {password:?}");
    }
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM users").await, [(2,)], "nobody else got one");
    let changed = app.browser();
    changed.sign_in("ada", "ada's secret").await;
    let fields = [("current", "ada's secret"), ("password", "another secret")];
    assert_eq!(
        changed.submit("/profile", "/profile/password", &fields).await.status,
        409,
        "it is kept elsewhere"
    );
    let id = ada["id"].as_i64().unwrap();
    let boss = app.browser();
    boss.sign_in("admin", ADMIN_PASSWORD).await;
    let path = format!("/users/{id}/password-link");
    assert_eq!(boss.submit("/users", &path, &[]).await.status, 409);
}

#[tokio::test]
async fn a_service_account_asks_and_people_ask_themselves() {
    let directory = PeopleDirectory::start_closed().await;
    let none = with(asked_by_anybody(&directory)).await;
    let closed = sign_in(&none, "bob", "bob's secret").await;
    assert_eq!(closed, (503, None), "nobody may look, which is no wrong password");

    let (dn, password) = PeopleDirectory::SERVICE;
    let service = |password: &str| SignInOptions {
        ldap_bind_dn: Some(dn.to_owned()),
        ldap_bind_password: Some(password.to_owned()),
        ldap_group_base: Some(PeopleDirectory::GROUPS.to_owned()),
        ldap_admin_groups: Some("cn=chiefs,ou=groups,dc=example,dc=org".to_owned()),
        ldap_user_groups: Some("CN=staff, ou=groups,dc=example,dc=org".to_owned()),
        ..asked_by_anybody(&directory)
    };
    let app = with(service(password)).await;
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"));
    assert_eq!(sign_in(&app, "bob", "wrong").await, WRONG);
    assert_eq!(sign_in(&app, "ada", "ada's secret").await, inside("ada"));
    assert_eq!(account(&app, "ada").await["role"], "app-admin");
    let kim = app.browser().sign_in("kim2", "kim's secret").await;
    assert!(kim.status == 403 && kim.body.contains("none of the groups"), "{}", kim.body);
    assert_eq!(sign_in(&with(service("wrong")).await, "bob", "bob's secret").await, (503, None));

    let themselves = with(SignInOptions {
        ldap_user_dn: Some(format!("uid=%s,{}", PeopleDirectory::BASE)),
        ldap_manager_groups: Some("cn=staff,ou=groups,dc=example,dc=org".to_owned()),
        ..asked_by_anybody(&directory)
    })
    .await;
    assert_eq!(sign_in(&themselves, "bob", "bob's secret").await, inside("bob"));
    assert_eq!(account(&themselves, "bob").await["role"], "app-manager");
    for (name, password) in [("bob", "wrong"), ("bob", ""), ("bob,ou=people", "bob's secret"), ("ada+x", "x")]
    {
        assert_eq!(sign_in(&themselves, name, password).await, WRONG, "{name:?}");
    }
}

#[tokio::test]
async fn the_way_is_encrypted_with_who_can_prove_to_be_the_directory() {
    let directory = PeopleDirectory::start().await;
    let by = |url: String, ca: Option<String>| SignInOptions {
        ldap_url: Some(url),
        ldap_ca: ca,
        ..asked_by_anybody(&directory)
    };
    let known = Some(directory.certificate());
    for url in [directory.url_with_tls(), directory.url_with_starttls()] {
        let app = with(by(url.clone(), known.clone())).await;
        assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"), "{url}");
        let app = with(by(url.clone(), None)).await;
        assert_eq!(sign_in(&app, "bob", "bob's secret").await, (503, None), "{url}: nobody vouches for it");
        let app = with(by(url.replace("localhost", "127.0.0.1"), known.clone())).await;
        assert_eq!(sign_in(&app, "bob", "bob's secret").await, (503, None), "{url}: it is another's");
    }
}

#[tokio::test]
async fn without_the_directory_who_is_here_comes_in_and_others_are_told() {
    let directory = PeopleDirectory::start().await;
    let gate = directory.gate().await;
    let url = Some(format!("ldap://127.0.0.1:{}?tls=none", gate.port()));
    let app = with(SignInOptions { ldap_url: url, ..asked_by_anybody(&directory) }).await;
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"));
    gate.shut();
    assert_eq!(sign_in(&app, "admin", ADMIN_PASSWORD).await, inside("admin"));
    let page = app.browser().sign_in("bob", "bob's secret").await;
    assert!(page.status == 503 && page.body.contains("does not answer"), "{}", page.body);
    let rpc = app.rpc_as("bob", "bob's secret");
    assert_eq!(rpc.call("getMe", json!([])).await["username"], "bob", "it was right a moment ago");
    app.clock.advance(std::time::Duration::from_secs(600));
    assert_eq!(rpc.try_call("getMe", json!([])).await.status, 503);
    assert_eq!(app.rows::<(i64,)>("SELECT nb_failed_login FROM users WHERE username = 'bob'").await, [(0,)]);
    gate.open();
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"));
}

#[tokio::test]
async fn programs_come_in_by_the_api_and_wrong_passwords_lock() {
    let directory = PeopleDirectory::start().await;
    let app = with(asked_by_anybody(&directory)).await;
    let me = async |password: &str| app.rpc_as("bob", password).try_call("getMe", json!([])).await;
    assert_eq!(me("bob's secret").await.body["result"]["username"], "bob", "an account is made here, too");
    for turn in 0..7 {
        assert_eq!(me(&format!("wrong {turn}")).await.status, 401);
    }
    assert_eq!(me("bob's secret").await.status, 401, "the account is locked");
    assert_eq!(sign_in(&app, "BOB", "bob's secret").await, WRONG, "under each of its names");
    app.clock.advance(std::time::Duration::from_secs(15 * 60));
    assert_eq!(me("bob's secret").await.status, 200);
    app.execute(&["UPDATE users SET is_active = 0 WHERE username = 'bob'"]).await;
    assert_eq!(me("bob's secret").await.status, 401);
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, WRONG, "it is disabled");
}

#[tokio::test]
async fn an_account_of_another_keeper_is_not_the_directorys() {
    let directory = PeopleDirectory::start().await;
    let app = with(asked_by_anybody(&directory)).await;
    app.rpc().call("createUser", json!({"username": "bob", "password": "local secret"})).await;
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, WRONG);
    assert_eq!(sign_in(&app, "Bob", "bob's secret").await, WRONG);
    assert_eq!(sign_in(&app, "bob", "local secret").await, inside("bob"));
    kanso_core::user::hand_over(&app.app, &kanso_core::Actor::Application, "bob".to_owned()).await.unwrap();
    assert_eq!(sign_in(&app, "bob", "local secret").await, WRONG);
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"));
    let again = kanso_core::user::reset_password(
        &app.app,
        &kanso_core::Actor::Application,
        "bob".into(),
        "secret".into(),
    );
    assert!(again.await.is_err(), "it is kept elsewhere");
    kanso_core::user::take_back(&app.app, &kanso_core::Actor::Application, "bob".into(), "new secret".into())
        .await
        .unwrap();
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, WRONG);
    assert_eq!(sign_in(&app, "bob", "new secret").await, inside("bob"));
}

#[tokio::test]
async fn kanboards_accounts_of_a_directory_go_on_and_its_procedure_makes_more() {
    let directory = PeopleDirectory::start().await;
    let app = with(SignInOptions { ldap_create: Some(false), ..asked_by_anybody(&directory) }).await;
    // As an import leaves them.
    app.execute(&[
        "INSERT INTO users (username, is_ldap_user, role, token) VALUES ('bob', 1, 'app-manager', '')",
    ])
    .await;
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("bob"));
    assert_eq!(account(&app, "bob").await["role"], "app-manager", "no group says otherwise");
    let page = app.browser().sign_in("ada", "ada's secret").await;
    assert!(page.status == 403 && page.body.contains("no account here"), "{}", page.body);
    app.execute(&["UPDATE users SET username = 'Bob' WHERE username = 'bob'"]).await;
    assert_eq!(sign_in(&app, "bob", "bob's secret").await, inside("Bob"), "some have capitals");
    assert_eq!(sign_in(&app, "Bob", "bob's secret").await, inside("Bob"));
    let rpc = app.rpc();
    let ada = rpc.call_for_id("createLdapUser", json!(["Ada"])).await;
    assert_eq!(rpc.call("getUser", json!([ada])).await["username"], "ada");
    assert_eq!(sign_in(&app, "ada", "ada's secret").await, inside("ada"));
    for nobody in ["ada", "nobody", "*"] {
        assert_eq!(rpc.call("createLdapUser", json!([nobody])).await, json!(false), "{nobody}");
    }
}
