//! Changing and deleting accounts, and what they call the API with.

mod remove;

use kanso::cli::ServeOptions;
use kanso_core::{Actor, user};
use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use crate::team::{events, managed, members, with};

#[tokio::test]
async fn an_account_is_changed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let eve = rpc.call_for_id("createUser", json!(["eve", "eveeve", "Eve", "eve@example.org"])).await;
    let before = rpc.call("getUser", json!([eve])).await;
    let change = json!({"id": eve, "name": "Eve Stone", "email": ""});
    assert_eq!(rpc.call("updateUser", change).await, json!(true));
    let after = with(before.clone(), &json!({"name": "Eve Stone", "email": ""}));
    assert_eq!(rpc.call("getUser", json!([eve])).await, after);
    let all = json!([eve, "Eva", "Eva", "eva@example.org", "app-manager"]);
    assert_eq!(rpc.call("updateUser", all).await, json!(true));
    let more = json!({"username": "Eva", "name": "Eva", "email": "eva@example.org", "role": "app-manager"});
    assert_eq!(rpc.call("getUser", json!([eve])).await, with(before, &more));
    assert_eq!(app.rpc_as("Eva", "eveeve").try_call("getMe", json!([])).await.status, 200);
    assert_eq!(app.rpc_as("eve", "eveeve").try_call("getMe", json!([])).await.status, 401);
    // Nulls keep, and so does nothing; an empty user name is accepted.
    for nothing in [json!([eve]), json!([eve, null, null, null, null]), json!({"id": eve, "name": "Eva"})] {
        assert_eq!(rpc.call("updateUser", nothing.clone()).await, json!(true), "{nothing}");
    }
    assert_eq!(rpc.call("updateUser", json!([eve, ""])).await, json!(true));
    assert_eq!(rpc.call("getUser", json!([eve])).await["username"], "");
}

#[tokio::test]
async fn values_that_make_no_sense_change_no_account() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let eve = rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    let before = rpc.call("getUser", json!([eve])).await;
    for refused in [
        json!({"id": eve, "username": "admin"}),
        json!({"id": eve, "username": "é".repeat(192)}),
        json!({"id": eve, "email": "not-an-email"}),
        json!({"id": eve, "role": "nope"}),
        json!({"id": eve, "role": ""}),
        json!({"id": eve, "name": ["Eve"]}),
        json!({"id": 999, "username": "admin"}),
    ] {
        assert_eq!(rpc.call("updateUser", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(rpc.call("getUser", json!([eve])).await, before);
    for unknown in [json!({"id": 999, "name": "Ghost"}), json!([999]), json!(["x", "ghost"])] {
        assert_eq!(rpc.call("updateUser", unknown.clone()).await, json!(true), "{unknown}");
    }
    let own = json!({"id": eve, "username": "eve", "name": "Eve"});
    assert_eq!(rpc.call("updateUser", own).await, json!(true), "the own name is not taken");
    for (method, params) in [
        ("updateUser", json!([eve, "x"])),
        ("removeUser", json!([eve])),
        ("removeUser", json!([999])),
        ("createLdapUser", json!(["x"])),
    ] {
        let refused = app.rpc_as("eve", "eveeve").try_call(method, params.clone()).await;
        assert_eq!(refused.status, 403, "{method} {params}");
    }
    assert_eq!(rpc.call("createLdapUser", json!(["ldap.user"])).await, json!(false), "there is no directory");
}

#[tokio::test]
async fn what_happens_to_an_account_is_told_without_its_secrets() {
    let app = TestApp::start().await;
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    let eve = admin.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    let first = events(&app, None).await.len();
    for (method, params) in [
        ("updateUser", json!({"id": eve, "name": "Eve", "role": "app-manager"})),
        ("updateUser", json!({"id": eve, "name": "Eve"})),
        ("disableUser", json!([eve])),
        ("disableUser", json!([eve])),
        ("enableUser", json!([eve])),
        ("disableUser", json!([999])),
        ("removeUser", json!([eve])),
    ] {
        admin.call(method, params).await;
    }
    let log = events(&app, None).await;
    let created = managed(&log[first - 1]);
    assert_eq!(created[0], "user.create");
    assert_eq!((&created[1], &created[3]["username"]), (&json!(eve), &json!("eve")));
    let last: Vec<_> = log[first..].iter().map(managed).collect();
    let rows: Vec<_> = last.iter().map(|event| json!([event[0], event[2]])).collect();
    let expected = [
        json!(["user.update", [["name", "", "Eve"], ["role", "app-user", "app-manager"]]]),
        json!(["user.update", [["is_active", 1, 0]]]),
        json!(["user.update", [["is_active", 0, 1]]]),
        json!(["user.remove", []]),
    ];
    assert_eq!(rows, expected);
    for event in log.iter().map(managed) {
        for secret in ["password", "twofactor_secret", "token", "api_access_token"] {
            assert!(!members(&event[3]).contains_key(secret), "{event}");
        }
    }
    assert_eq!(log[first].actor.as_deref(), Some("admin"));
}

#[tokio::test]
async fn a_personal_access_token_is_as_good_as_the_password() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let eve = rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    let token = user::renew_access_token(&app.app, &Actor::Application, eve.into()).await.unwrap();
    let status = async |secret: &str| app.rpc_as("eve", secret).try_call("getMe", json!([])).await.status;
    assert_eq!((status(&token).await, status("eveeve").await), (200, 200));
    assert_eq!(app.rpc_as("admin", &token).try_call("getMe", json!([])).await.status, 401);
    assert_eq!(app.rpc_as("jsonrpc", &token).try_call("getVersion", json!([])).await.status, 401);
    assert!(!rpc.call("getUser", json!([eve])).await.to_string().contains("token"));
    user::remove_access_token(&app.app, &Actor::Application, eve.into()).await.unwrap();
    assert_eq!((status(&token).await, status("eveeve").await), (401, 200));
    assert!(user::renew_access_token(&app.app, &Actor::Application, 999.into()).await.is_err());
}

#[tokio::test]
async fn the_operators_token_takes_the_place_of_the_setting() {
    let options = ServeOptions { api_token: Some("the operator's".to_owned()), ..ServeOptions::default() };
    let app = TestApp::start_with(options).await;
    assert_eq!(app.rpc().try_call("getVersion", json!([])).await.status, 401);
    let rpc = app.rpc_as("jsonrpc", "the operator's");
    assert_eq!(rpc.call("getVersion", json!([])).await, "1.2.53");
    app.set("api_token", "another").await;
    assert_eq!(rpc.call("getVersion", json!([])).await, "1.2.53");
    assert_eq!(app.rpc().try_call("getVersion", json!([])).await.status, 401);
}
