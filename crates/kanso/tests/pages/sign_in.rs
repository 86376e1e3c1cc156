//! Signing in elsewhere: by a proxy, a directory, a provider of identities.

mod directory;
mod provider;
mod proxy;

use kanso_testkit::{Browser, TestApp};
use serde_json::Value;

/// Who the browser is signed in as, by the profile's page; `None` for nobody.
async fn whoami(browser: &Browser) -> Option<String> {
    let page = browser.get("/profile").await;
    let facts = page.body.split("facts-list\"><dt>").nth(1).filter(|_| page.status == 200)?;
    facts.split("<dd>").nth(1)?.split('<').next().map(str::to_owned)
}

/// The account of this name, as administrators see it.
async fn account(app: &TestApp, username: &str) -> Value {
    app.rpc().call("getUserByName", serde_json::json!([username])).await
}
