//! Who is let in: passwords, the token, the other header, the lock.

use std::time::Duration;

use kanso::cli::ServeOptions;
use kanso_core::{Actor, user};
use kanso_testkit::TestApp;
use serde_json::json;

use super::{Reply, TOKEN, VERSION, Wire, reply, result, unauthorized};
use crate::team::{Project, person};

/// `jsonrpc:the-token`, `jsonrpc:wrong` and `eve:eveeve` as base64.
const GOOD_HEADER: &str = "anNvbnJwYzp0aGUtdG9rZW4=";
const WRONG_HEADER: &str = "anNvbnJwYzp3cm9uZw==";
const EVES_HEADER: &str = "ZXZlOmV2ZWV2ZQ==";
/// `col:pass:word` as base64.
const COLON_HEADER: &str = "Y29sOnBhc3M6d29yZA==";

#[tokio::test]
async fn nobody_gets_in_without_good_credentials() {
    let wire = Wire::start().await;
    let project = Project::create(&wire.app.rpc()).await;
    person(&wire.app, &project, "eve", None).await;
    person(&wire.app, &project, "jsonrpc", None).await;
    assert!(wire.lets_in("eve", "eveeve").await);
    assert!(wire.lets_in("jsonrpc", TOKEN).await);
    for (username, password) in [
        ("jsonrpc", "wrong"),
        ("jsonrpc", ""),
        // The account of that name is nobody's.
        ("jsonrpc", "jsonrpcjsonrpc"),
        ("JSONRPC", TOKEN),
        ("ghost", "eveeve"),
        ("Eve", "eveeve"),
        ("eve", "EVEEVE"),
        ("eve", ""),
        ("eve", TOKEN),
        ("", ""),
    ] {
        assert!(!wire.lets_in(username, password).await, "{username} {password}");
    }
    assert_eq!(Reply::to(wire.request(VERSION)).await, unauthorized());
    for header in ["Basic", "Basic !!!", "Basic ZXZl", "Bearer the-token", GOOD_HEADER, "Basic /w=="] {
        let reply = Reply::to(wire.request(VERSION).header("authorization", header)).await;
        assert_eq!(reply, unauthorized(), "{header}");
    }
    wire.app.set("api_token", "another-token").await;
    assert!(!wire.lets_in("jsonrpc", TOKEN).await);
    assert!(wire.lets_in("jsonrpc", "another-token").await);
}

#[tokio::test]
async fn another_header_can_carry_the_credentials() {
    let wire = Wire::start_with(Some("X-API-Auth")).await;
    let rpc = wire.app.rpc();
    let project = Project::create(&rpc).await;
    person(&wire.app, &project, "eve", None).await;
    rpc.call_for_id("createUser", json!(["col", "pass:word"])).await;
    let with = |header: &str| wire.request(VERSION).header("x-api-auth", header);
    let welcome = reply(200, &result("\"1.2.53\"", "1"));
    assert_eq!(Reply::to(with(GOOD_HEADER)).await, welcome);
    assert_eq!(Reply::to(with(EVES_HEADER)).await, welcome);
    // It wins over Basic, for better or worse; Basic works without it.
    assert_eq!(Reply::to(with(GOOD_HEADER).basic_auth("eve", Some("wrong"))).await, welcome);
    assert_eq!(Reply::to(with(WRONG_HEADER).basic_auth("eve", Some("eveeve"))).await, unauthorized());
    assert!(wire.lets_in("eve", "eveeve").await);
    assert_eq!(Reply::to(with("no base64!")).await, unauthorized());
    // A colon in the password works with Basic only.
    assert!(wire.lets_in("col", "pass:word").await);
    assert_eq!(Reply::to(with(COLON_HEADER)).await, unauthorized());

    let closed = Wire::start().await;
    let reply = Reply::to(closed.request(VERSION).header("x-api-auth", GOOD_HEADER)).await;
    assert_eq!(reply, unauthorized(), "only when the operator names the header");
}

#[tokio::test]
async fn the_seventh_wrong_password_locks_the_account_for_a_quarter_of_an_hour() {
    let wire = Wire::start().await;
    let project = Project::create(&wire.app.rpc()).await;
    person(&wire.app, &project, "eve", None).await;
    let fail = async |times: usize| {
        for _ in 0..times {
            assert!(!wire.lets_in("eve", "wrong").await);
        }
    };
    fail(6).await;
    assert!(wire.lets_in("eve", "eveeve").await, "six are forgiven");
    fail(6).await;
    assert!(wire.lets_in("eve", "eveeve").await, "a success begins a new count");
    fail(7).await;
    assert!(!wire.lets_in("eve", "eveeve").await, "locked, although the password was good a moment ago");
    assert!(wire.lets_in("jsonrpc", TOKEN).await, "nobody else is");
    wire.app.clock.advance(Duration::from_secs(14 * 60));
    assert!(!wire.lets_in("eve", "eveeve").await);
    // An attempt while it is locked does not lock it for longer.
    fail(1).await;
    wire.app.clock.advance(Duration::from_secs(61));
    assert!(wire.lets_in("eve", "eveeve").await);
    fail(6).await;
    assert!(wire.lets_in("eve", "eveeve").await, "the count began anew");
}

#[tokio::test]
async fn a_changed_password_is_refused_at_once() {
    let wire = Wire::start().await;
    let project = Project::create(&wire.app.rpc()).await;
    person(&wire.app, &project, "eve", None).await;
    assert!(wire.lets_in("eve", "eveeve").await && wire.lets_in("eve", "eveeve").await);
    let app = &wire.app.app;
    user::reset_password(app, &Actor::Application, "eve".to_owned(), "changed".to_owned()).await.unwrap();
    assert!(!wire.lets_in("eve", "eveeve").await);
    assert!(wire.lets_in("eve", "changed").await);
    wire.app.clock.advance(Duration::from_secs(24 * 60 * 60));
    assert!(wire.lets_in("eve", "changed").await, "a day later as well");
}

#[tokio::test]
async fn an_address_that_guesses_much_is_shut_out_of_both_apis() {
    let trusted_proxies = Some("127.0.0.1".parse().unwrap());
    let app = TestApp::start_with(ServeOptions { trusted_proxies, ..ServeOptions::default() }).await;
    let token = app.app.settings().get("api_token").to_owned();
    let from = |address: &str| app.rest().with_header("x-forwarded-for", address);
    let asks = async |address: &str, secret: &str| {
        from(address).basic("jsonrpc", secret).get("/api/v1/webhooks").await.status
    };
    for _ in 0..100 {
        assert_eq!(asks("203.0.113.7", "an old token").await, 401);
    }
    assert_eq!(asks("203.0.113.7", &token).await, 200, "what is repeated is no new guess");
    for number in 0..30 {
        let rest = from("203.0.113.7").basic(&format!("user{number}"), "wrong");
        let call = r#"{"jsonrpc": "2.0", "method": "getMe", "id": 1}"#.to_owned();
        assert_eq!(rest.send("POST", "/jsonrpc.php", None, call).await.status, 401);
    }
    assert_eq!(asks("203.0.113.7", &token).await, 401);
    assert_eq!(asks("203.0.113.8", &token).await, 200);
    app.clock.advance(Duration::from_secs(15 * 60));
    assert_eq!(asks("203.0.113.7", &token).await, 200);
}
