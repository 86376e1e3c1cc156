//! Who is let in, and how.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso::cli::ServeOptions;
use kanso_core::Actor;
use kanso_core::user::renew_access_token;
use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use super::{Api, WEBHOOKS};

#[tokio::test]
async fn a_password_a_personal_token_and_the_applications_token_open_the_door() {
    let app = TestApp::start().await;
    let api = Api::anonymous(&app).await;
    let token = renew_access_token(&app.app, &Actor::Application, 1.into()).await.expect("a token");
    let of_application = app.app.settings().get("api_token").to_owned();
    for good in [
        api.rest.basic("admin", ADMIN_PASSWORD),
        api.rest.basic("admin", &token),
        api.rest.basic("jsonrpc", &of_application),
        api.rest.bearer(&token),
        api.rest.bearer(&of_application),
    ] {
        assert_eq!(api.by(good).get(WEBHOOKS).await.status, 200);
    }
}

#[tokio::test]
async fn all_else_is_told_to_send_credentials() {
    let app = TestApp::start().await;
    let api = Api::anonymous(&app).await;
    let token = renew_access_token(&app.app, &Actor::Application, 1.into()).await.expect("a token");
    let stored = app.rows::<(String,)>("SELECT api_access_token FROM users WHERE id = 1").await;
    for bad in [
        api.rest.clone(),
        api.rest.basic("admin", "wrong"),
        api.rest.basic("nobody", &token),
        api.rest.bearer("wrong"),
        api.rest.bearer(""),
        api.rest.bearer(ADMIN_PASSWORD),
        // What is stored is not what opens the door.
        api.rest.bearer(&stored[0].0),
    ] {
        let reply = api.by(bad).get(WEBHOOKS).await;
        assert_eq!(reply.status, 401);
        assert_eq!(reply.body["type"], json!("urn:kanso:problem:unauthorized"));
        let asked = reply.headers.iter().filter(|(name, _)| name == "www-authenticate");
        let asked: Vec<&str> = asked.map(|(_, value)| value.as_str()).collect();
        assert_eq!(asked, ["Basic realm=\"Kanso\"", "Bearer realm=\"Kanso\""]);
    }
}

#[tokio::test]
async fn a_token_of_a_disabled_account_opens_nothing() {
    let app = TestApp::start().await;
    let api = Api::anonymous(&app).await;
    let id = app.rpc().call_for_id("createUser", json!(["anna", "annaanna", "", "", "app-admin"])).await;
    let token = renew_access_token(&app.app, &Actor::Application, id.into()).await.expect("a token");
    let anna = api.by(api.rest.bearer(&token));
    assert_eq!(anna.get(WEBHOOKS).await.status, 200);
    app.rpc().call("disableUser", json!([id])).await;
    assert_eq!(anna.get(WEBHOOKS).await.status, 401);
}

#[tokio::test]
async fn the_operators_header_is_read_here_too() {
    let options =
        ServeOptions { api_authentication_header: Some("X-API-Auth".to_owned()), ..ServeOptions::default() };
    let app = TestApp::start_with(options).await;
    let api = Api::anonymous(&app).await;
    let value = STANDARD.encode(format!("admin:{ADMIN_PASSWORD}"));
    let with_header = api.by(api.rest.with_header("x-api-auth", &value));
    assert_eq!(with_header.get(WEBHOOKS).await.status, 200);
}

#[tokio::test]
async fn what_a_page_of_another_site_sends_with_remembered_credentials_is_refused() {
    let app = TestApp::start().await;
    let api = Api::anonymous(&app).await;
    let admin = api.rest.basic("admin", ADMIN_PASSWORD);
    let call = json!({"jsonrpc": "2.0", "method": "getVersion", "id": 1}).to_string();
    let path = format!("{WEBHOOKS}/1/rotate-secret");
    for site in ["cross-site", "same-site"] {
        let page = admin.with_header("sec-fetch-site", site);
        for (path, kind, body) in [
            (path.as_str(), None, ""),
            (path.as_str(), Some("application/x-www-form-urlencoded"), "kind=v1"),
            ("/jsonrpc.php", Some("text/plain"), call.as_str()),
        ] {
            assert_eq!(page.send("POST", path, kind, body.to_owned()).await.status, 403, "{path} {kind:?}");
        }
        // A browser asks before it sends this from another site, and is not allowed to.
        assert_eq!(
            page.send("POST", "/jsonrpc.php", Some("application/json"), call.clone()).await.status,
            200
        );
        assert_eq!(page.get(WEBHOOKS).await.status, 200);
    }
    for site in ["same-origin", "none"] {
        let page = admin.with_header("sec-fetch-site", site);
        assert_eq!(page.send("POST", "/jsonrpc.php", Some("text/plain"), call.clone()).await.status, 200);
    }
    assert_eq!(admin.send("POST", "/jsonrpc.php", Some("text/plain"), call.clone()).await.status, 200);
}
