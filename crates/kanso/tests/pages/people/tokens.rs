//! Named tokens: made on a page, used at the APIs.

use std::time::Duration;

use kanso_testkit::{Browser, TestApp};
use serde_json::json;

use super::{inside, member, person};
use crate::team::Project;

/// Two projects that Ada manages, and her browser.
async fn world() -> (TestApp, Project, Project, Browser) {
    let app = TestApp::start().await;
    let (one, other) = (Project::create(&app.rpc()).await, Project::create(&app.rpc()).await);
    let (ada, _) = person(&app, &one, "ada", Some("project-manager")).await;
    app.rpc().call("addProjectUser", json!([other.id, ada, "project-manager"])).await;
    let browser = member(&app, "ada").await;
    (app, one, other, browser)
}

async fn make(browser: &Browser, scope: &str, project: &str, days: &str) -> String {
    let fields = [("name", "A program"), ("scope", scope), ("project", project), ("days", days)];
    let page = browser.submit("/profile/tokens", "/profile/tokens", &fields).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    inside(&page, "token")
}

#[tokio::test]
async fn a_token_is_shown_once_and_opens_both_apis() {
    let (app, one, _, browser) = world().await;
    let token = make(&browser, "all", "", "").await;
    assert!(token.starts_with("kanso_"), "{token}");
    let page = browser.get("/profile/tokens").await;
    assert!(!page.body.contains(&token) && page.body.contains(&token[token.len() - 4..]));
    let rpc = app.rpc_as("ada", &token);
    assert_eq!(rpc.call("getMe", json!([])).await["username"], json!("ada"));
    one.task(&rpc, 0, "by a program").await;
    assert_eq!(app.rest().bearer(&token).get("/api/v1/events").await.status, 200);
    assert_eq!(app.rest().basic("ada", &token).get("/api/v1/events").await.status, 200);
    assert_eq!(
        app.rpc_as("admin", &token).try_call("getMe", json!([])).await.status,
        401,
        "not in another's name"
    );
    assert_eq!(app.browser().sign_in("ada", &token).await.status, 401, "it is no password");
    let stored = app.rows::<(String,)>("SELECT hash FROM api_tokens").await;
    assert!(!stored[0].0.contains(&token["kanso_".len()..]));
}

#[tokio::test]
async fn a_token_does_no_more_than_it_is_for() {
    let (app, one, other, browser) = world().await;
    let rpc = app.rpc();
    let (task, column) = (one.task(&rpc, 0, "a task").await, one.columns[0]);
    let reader = app.rpc_as("ada", &make(&browser, "read", "", "90").await);
    let worker = app.rpc_as("ada", &make(&browser, "write", "", "90").await);
    assert_eq!(reader.call("getTask", json!([task])).await["title"], json!("a task"));
    let new = json!({"title": "no", "project_id": one.id});
    assert_eq!(reader.try_call("createTask", new.clone()).await.status, 403);
    assert_eq!(reader.try_call("createMyPrivateProject", json!(["mine"])).await.status, 403);
    assert!(worker.call_for_id("createTask", new).await > 0);
    let rename = json!([column, "renamed"]);
    assert_eq!(worker.try_call("updateColumn", rename).await.status, 403, "that is managing");
    assert_eq!(worker.try_call("createMyPrivateProject", json!(["mine"])).await.status, 403);

    let id = one.id.to_string();
    let narrow = app.rpc_as("ada", &make(&browser, "all", &id, "90").await);
    assert_eq!(narrow.call("updateColumn", json!([column, "renamed"])).await, json!(true));
    assert_eq!(narrow.try_call("getColumns", json!([other.id])).await.status, 403, "the other is not there");
    assert_eq!(narrow.try_call("getMyProjects", json!([])).await.status, 403);
    assert_eq!(narrow.try_call("createMyPrivateProject", json!(["mine"])).await.status, 403);
}

#[tokio::test]
async fn the_feed_of_a_narrow_token_tells_of_its_project_only() {
    let (app, one, other, browser) = world().await;
    let rpc = app.rpc();
    one.task(&rpc, 0, "here").await;
    other.task(&rpc, 0, "there").await;
    let token = make(&browser, "read", &one.id.to_string(), "90").await;
    let feed = app.rest().bearer(&token).get("/api/v1/events").await.body.to_string();
    assert!(feed.contains("here") && !feed.contains("there"), "{feed}");
}

#[tokio::test]
async fn an_administrators_limited_token_does_not_administrate() {
    let app = TestApp::start().await;
    let browser = super::admin(&app).await;
    let whole = app.rpc_as("admin", &make(&browser, "all", "", "90").await);
    assert!(whole.call("getAllUsers", json!([])).await.is_array());
    for scope in ["read", "write"] {
        let limited = app.rpc_as("admin", &make(&browser, scope, "", "90").await);
        for method in ["getAllUsers", "getAllProjects"] {
            assert_eq!(limited.try_call(method, json!([])).await.status, 403, "{scope} {method}");
        }
    }
}

#[tokio::test]
async fn a_token_ends_when_it_expires_is_revoked_or_its_owner_is_disabled() {
    let (app, _, _, browser) = world().await;
    let (short, long) = (make(&browser, "read", "", "30").await, make(&browser, "read", "", "").await);
    let opens = async |token: &str| app.rest().bearer(token).get("/api/v1/events").await.status == 200;
    assert!(opens(&short).await && opens(&long).await);
    app.clock.advance(Duration::from_secs(30 * 86_400));
    assert!(!opens(&short).await && opens(&long).await);

    let ids = app.rows::<(i64,)>("SELECT id FROM api_tokens ORDER BY id").await;
    let revoke = format!("/profile/tokens/{}/revoke", ids[1].0);
    let stranger = super::admin(&app).await;
    assert_eq!(stranger.submit("/profile", &revoke, &[]).await.status, 404, "not somebody else's");
    let ada = member(&app, "ada").await;
    let third = make(&ada, "all", "", "").await;
    assert_eq!(ada.submit("/profile/tokens", &revoke, &[]).await.status, 303);
    assert!(!opens(&long).await && opens(&third).await);
    app.rpc().call("disableUser", json!([2])).await;
    assert!(!opens(&third).await);
}

#[tokio::test]
async fn a_token_for_a_project_that_one_does_not_see_is_not_made() {
    let (app, _, _, browser) = world().await;
    let foreign = Project::create(&app.rpc()).await.id.to_string();
    for project in [foreign.as_str(), "9999"] {
        let fields = [("name", "A"), ("scope", "all"), ("project", project), ("days", "90")];
        assert_eq!(
            browser.submit("/profile/tokens", "/profile/tokens", &fields).await.status,
            404,
            "{project}"
        );
    }
    let unnamed = [("name", " "), ("scope", "all"), ("project", ""), ("days", "90")];
    assert_eq!(browser.submit("/profile/tokens", "/profile/tokens", &unnamed).await.status, 422);
}
