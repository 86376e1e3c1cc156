//! Accounts from a list.

use kanso_testkit::{Browser, Page, TestApp};
use serde_json::json;

use super::{admin, signed_in};

const GOOD: &str = "Username,Password,Email,Full Name,Administrator,Manager,Remote User\n\
    ada,adaada,ada@example.org,Ada <L.>,0,1,0\nbob,,,,,,1\n";

async fn look(boss: &Browser, list: &str, fields: &[(&str, &str)]) -> Page {
    boss.upload("/users/import", "/users/import", fields, &[("users.csv", list.as_bytes())]).await
}

async fn accept(boss: &Browser, list: &str) -> Page {
    let fields = [("list", list), ("delimiter", ","), ("enclosure", "\"")];
    boss.submit("/users/import", "/users/import/all", &fields).await
}

async fn count(app: &TestApp) -> i64 {
    app.rows::<(i64,)>("SELECT COUNT(*) FROM users").await[0].0
}

#[tokio::test]
async fn a_list_is_looked_at_and_then_made_at_once() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let page = look(&boss, GOOD, &[("delimiter", ","), ("enclosure", "\"")]).await;
    assert_eq!((page.status, page.header("cache-control")), (200, Some("no-store")), "{}", page.body);
    assert!(
        page.body.contains("Create 2 accounts") && page.body.contains("Ada &#60;L.&#62;"),
        "{}",
        page.body
    );
    assert_eq!(count(&app).await, 1, "nothing is made yet");
    assert_eq!(accept(&boss, GOOD).await.location.as_deref(), Some("/users?done=imported"));
    assert!(boss.get("/users?done=imported").await.body.contains("All accounts of the list are there"));
    let rpc = app.rpc();
    let ada = rpc.call("getUserByName", json!(["ada"])).await;
    assert_eq!(
        (&ada["role"], &ada["name"], &ada["email"], &ada["is_ldap_user"]),
        (&json!("app-manager"), &json!("Ada <L.>"), &json!("ada@example.org"), &json!(0))
    );
    signed_in(&app, "ada", "adaada").await;
    assert_eq!(rpc.call("getUserByName", json!(["bob"])).await["is_ldap_user"], json!(1));
    assert_eq!(app.browser().sign_in("bob", "").await.status, 401, "his password is kept elsewhere");
}

#[tokio::test]
async fn each_bad_line_says_why_and_nothing_is_made() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let list = "Username;Password;Email\nada;adaada;\nada;adaada;\nadmin;secret;\neve;short;\n\
        'max;x';maxmax;nowhere\n;secret;\n";
    let page = look(&boss, list, &[("delimiter", ";"), ("enclosure", "'")]).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("5 lines are refused") && page.body.contains(">max;x<"), "{}", page.body);
    assert!(!page.body.contains("/users/import/all"), "there is nothing to accept");
    assert!(!page.body.contains("maxmax"), "no password is shown");

    let refused = accept(&boss, &GOOD.replace("bob,", "admin,")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("1 line is refused"), "{}", refused.body);
    assert_eq!(count(&app).await, 1, "not even the good ones");
}

#[tokio::test]
async fn what_is_no_list_is_refused() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let empty = look(&boss, "Username,Password\n", &[]).await;
    assert_eq!(empty.status, 422);
    let latin = boss.upload("/users/import", "/users/import", &[], &[("a.csv", b"a,b\n\xe9,x\n")]).await;
    assert_eq!(latin.status, 422);
    assert!(latin.body.contains("UTF-8"), "{}", latin.body);
    let many: String = (0..=1_000).map(|number| format!("user{number},secret\n")).collect();
    assert_eq!(look(&boss, &format!("Username,Password\n{many}"), &[]).await.status, 422);
    let template = boss.get("/users/import/template").await;
    assert_eq!(template.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(GOOD.starts_with(template.body.trim_end()), "{}", template.body);
}
