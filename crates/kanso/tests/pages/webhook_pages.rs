//! The pages about webhooks, without JavaScript.

mod access;
mod explain;
mod form;
mod keys;
mod lost;
mod notices;
mod paused;
mod preview;
mod recover;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, TestApp};
use serde_json::json;

/// The fields that a form of an endpoint sends as it is opened.
const DEFAULTS: [(&str, &str); 6] = [
    ("format", "standard"),
    ("which", "all"),
    ("ordering", "task"),
    ("concurrency", "4"),
    ("timeout", "15"),
    ("retries", "standard"),
];

/// The administrator, who manages the projects there are.
pub(crate) async fn admin(app: &TestApp) -> Browser {
    let rpc = app.rpc();
    for project in rpc.call("getAllProjects", json!([])).await.as_array().expect("a list") {
        rpc.call("addProjectUser", json!([project["id"], 1, "project-manager"])).await;
    }
    signed_in(app, "admin", ADMIN_PASSWORD).await
}

async fn signed_in(app: &TestApp, name: &str, password: &str) -> Browser {
    let browser = app.browser();
    assert_eq!(browser.sign_in(name, password).await.status, 303);
    browser
}

/// Somebody of [`person`](crate::team::person).
async fn member(app: &TestApp, name: &str) -> Browser {
    signed_in(app, name, &format!("{name}{name}")).await
}

/// Fills in the form behind `path` and sends it. Fields that are named replace those that stand there already.
async fn fill(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Page {
    browser.submit(path, path, &filled(fields)).await
}

fn filled<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let is_named = |name: &str| fields.iter().any(|(named, _)| *named == name);
    let mut form: Vec<_> = DEFAULTS.into_iter().filter(|(name, _)| !is_named(name)).collect();
    form.extend(fields);
    form
}

/// Makes an endpoint of a project by its form; answers its address.
async fn create(browser: &Browser, project: i64, fields: &[(&str, &str)]) -> String {
    opened(&fill(browser, &format!("/project/{project}/webhooks/new"), fields).await)
}

/// The address of the endpoint that was made by a form.
fn opened(page: &Page) -> String {
    assert_eq!(page.status, 303, "{}", page.body);
    let location = page.location.as_deref().expect("the form leads somewhere");
    location.strip_suffix("/created").expect("to the page that shows the secret").to_owned()
}

/// The secrets that a page shows.
fn secrets(page: &Page) -> Vec<String> {
    let shown = page.body.split("<code id=\"secret").skip(1);
    shown.filter_map(|rest| Some(rest.split_once('>')?.1.split_once('<')?.0.to_owned())).collect()
}

/// The text of a page between its tags, in one line, as people read it.
fn text(page: &Page) -> String {
    let mut text = String::new();
    for part in page.body.split('<') {
        let shown = part.split_once('>').map_or(part, |(_, shown)| shown);
        text.push_str(shown);
        text.push(' ');
    }
    let text = text.replace("&#38;", "&").replace("&#39;", "'").replace("&#60;", "<").replace("&#34;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
