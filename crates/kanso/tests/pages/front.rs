//! What is one's own, the trash, and what everybody may see, without JavaScript.

mod open;
mod own;
mod trash;
mod weight;

use kanso_testkit::{Browser, TestApp};
use serde_json::json;

use crate::team::{Project, person};

/// Somebody of the team, signed in.
async fn signed_in(app: &TestApp, project: &Project, name: &str, role: &str) -> (i64, Browser) {
    let (id, _) = person(app, project, name, Some(role)).await;
    let browser = app.browser();
    assert_eq!(browser.sign_in(name, &format!("{name}{name}")).await.status, 303);
    (id, browser)
}

/// A task that somebody has.
async fn task_of(app: &TestApp, project: &Project, owner: i64, title: &str, due: &str) -> i64 {
    let new = json!({"title": title, "project_id": project.id, "owner_id": owner, "date_due": due});
    app.rpc().call_for_id("createTask", new).await
}

/// Where each of the texts first stands in the page, in order.
fn places(body: &str, texts: &[&str]) -> Vec<usize> {
    texts.iter().map(|text| body.find(text).unwrap_or_else(|| panic!("{text} is not in {body}"))).collect()
}
