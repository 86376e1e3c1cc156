//! The preview, without JavaScript.

use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use super::{admin, filled, text};
use crate::team::Project;

const NEW: &str = "/settings/webhooks/new";

#[tokio::test]
async fn the_preview_shows_a_past_event_and_which_of_the_last_would_have_been_sent() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let task = project.task(&app.rpc(), 0, "Wash the car").await;
    project.task(&app.rpc(), 0, "Something else").await;
    app.rpc().call("updateTask", json!({"id": task, "priority": 2})).await;

    let mut fields =
        filled(&[("url", &url), ("which", "these"), ("event", "task.create"), ("filter", "priority:2")]);
    fields.push(("format", "kanboard-2016"));
    fields.retain(|field| *field != ("format", "standard"));
    let shown = browser.submit(NEW, "/webhooks/preview", &fields).await;
    assert_eq!(shown.status, 200, "{}", shown.body);
    let words = text(&shown);
    assert!(words.contains("1 would have been sent"), "{words}");
    assert!(words.contains("Wash the car") && words.contains("\"event_name\": \"task.create\""), "{words}");
    assert!(words.contains("This address answers"), "{words}");
    assert!(shown.body.contains("value=\"priority:2\""), "what was typed stays");
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM endpoints").await, [(0,)]);
    assert!(receiver.received().is_empty());
}

#[tokio::test]
async fn the_preview_says_what_is_wrong() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "task").await;
    let browser = admin(&app).await;
    let wrong = [
        (("patterns", "task.explode"), "task.explode"),
        (("concurrency", "0"), "1 … 64"),
        (("filter", "\"open"), ""),
    ];
    for (field, words) in wrong {
        let which = if field.0 == "patterns" { "patterns" } else { "all" };
        let fields = filled(&[("which", which), field]);
        let page = browser.submit(NEW, "/webhooks/preview", &fields).await;
        assert_eq!(page.status, 200, "{field:?}");
        assert!(text(&page).contains(words), "{field:?}: {}", text(&page));
    }
}
