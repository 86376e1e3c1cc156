//! Making, changing and removing webhooks by their form.

use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, fill, member, opened, secrets, text};
use crate::team::{Project, person};

const NEW: &str = "/settings/webhooks/new";

#[tokio::test]
async fn the_empty_list_leads_to_the_form_and_the_form_to_a_webhook_that_works() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let list = format!("/project/{}/webhooks", project.id);
    let empty = browser.get(&list).await;
    assert!(empty.body.contains(&format!("href=\"{list}/new\"")), "{}", empty.body);

    let fields = [
        ("name", "Only new ones"),
        ("url", url.as_str()),
        ("which", "these"),
        ("event", "task.create"),
        ("event", "task.close"),
        ("format", "kanboard-2016"),
    ];
    let endpoint = create(&browser, project.id, &fields).await;
    let (rpc, elsewhere) = (app.rpc(), Project::create(&app.rpc()).await);
    let task = project.task(&rpc, 0, "told").await;
    project.drag(&rpc, task, 1, 1).await;
    elsewhere.task(&rpc, 0, "of another project").await;
    app.settle().await;
    assert_eq!(receiver.names(), ["task.create"]);
    let page = text(&browser.get(&endpoint).await);
    assert!(page.contains("Only new ones") && page.contains("Delivered"), "{page}");
    assert!(text(&browser.get(&list).await).contains("Only new ones"));
}

#[tokio::test]
async fn the_secret_is_shown_once() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (browser, url) = (admin(&app).await, receiver.url());
    let made = fill(&browser, NEW, &[("name", "A"), ("url", &url)]).await;
    let endpoint = opened(&made);
    let elsewhere = browser.get(&endpoint).await;
    assert!(elsewhere.status == 200 && !elsewhere.body.contains("whsec_"), "other pages do not show it");
    assert!(!admin(&app).await.get("/settings/webhooks").await.body.contains("whsec_"));

    let shown = browser.get(&format!("{endpoint}/created")).await;
    let [secret] = &secrets(&shown)[..] else { panic!("{}", text(&shown)) };
    assert!(secret.starts_with("whsec_") && secret.len() > 40, "{secret}");
    assert_eq!(shown.header("cache-control"), Some("no-store"));
    let again = browser.get(&format!("{endpoint}/created")).await;
    assert_eq!(
        again.location.as_deref(),
        Some(endpoint.as_str()),
        "a page that is loaded again shows it no more"
    );
    for page in ["", "/edit", "/keys", "/recover"] {
        let shown = browser.get(&format!("{endpoint}{page}")).await;
        assert!(shown.status == 200 && !shown.body.contains(secret), "{page}");
    }
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM endpoints").await, [(1,)]);
}

#[tokio::test]
async fn a_secret_that_nobody_saw_waits_for_who_made_it() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (rpc, url) = (app.rpc(), receiver.url());
    let project = Project::create(&rpc).await;
    person(&app, &project, "maria", Some("project-manager")).await;
    let (browser, maria) = (admin(&app).await, member(&app, "maria").await);
    let endpoint = create(&browser, project.id, &[("name", "A"), ("url", &url)]).await;
    for page in ["/created", "/keys"] {
        assert!(secrets(&maria.get(&format!("{endpoint}{page}")).await).is_empty(), "{page}");
    }
    let later = admin(&app).await.get(&format!("{endpoint}/keys")).await;
    assert_eq!(secrets(&later).len(), 1, "also in another session: {}", text(&later));
}

#[tokio::test]
async fn secret_headers_and_the_token_are_masked_and_kept() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let fields = [
        ("name", "A"),
        ("url", url.as_str()),
        ("format", "kanboard-2016"),
        ("token", "tok-1234"),
        ("header_name", "Authorization"),
        ("header_value", "Bearer hidden"),
        ("header_kind", "secret"),
        ("header_name", "X-Team"),
        ("header_value", "blue"),
        ("header_kind", "plain"),
    ];
    let endpoint = create(&browser, project.id, &fields).await;
    let form = browser.get(&format!("{endpoint}/edit")).await;
    assert!(form.body.contains("value=\"blue\"") && form.body.contains("••••••"), "{}", form.body);
    assert!(!form.body.contains("Bearer hidden") && !form.body.contains("tok-1234"));

    let again = fields.map(|(name, value)| match value {
        "tok-1234" | "Bearer hidden" => (name, "••••••"),
        "A" => (name, "B"),
        _ => (name, value),
    });
    assert_eq!(fill(&browser, &format!("{endpoint}/edit"), &again).await.status, 303);
    project.task(&app.rpc(), 0, "told").await;
    app.settle().await;
    let received = receiver.received();
    let [webhook] = received.as_slice() else { panic!("{received:?}") };
    assert_eq!(webhook.header("authorization"), Some("Bearer hidden"));
    assert!(webhook.uri.contains("token=tok-1234"), "{}", webhook.uri);
    let log = browser.get("/webhooks/deliveries/1").await;
    assert!(
        log.body.contains("blue") && !log.body.contains("Bearer hidden") && !log.body.contains("tok-1234")
    );
}

#[tokio::test]
async fn what_would_be_refused_is_said_before_it_is_saved() {
    let app = TestApp::start_with(kanso::cli::ServeOptions::default()).await;
    let receiver = Receiver::start().await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let refused = fill(&browser, NEW, &[("name", "A"), ("url", &url)]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("loopback"), "{}", text(&refused));
    assert!(refused.body.contains("name=\"anyway\""));
    let wrong = [
        (("url", "ftp://example.org/"), "http://"),
        (("concurrency", "900"), "1 … 64"),
        (("timeout", "soon"), "Seconds to answer"),
        (("which", "these"), "Events is needed"),
        (("format", "telegram"), "Format"),
    ];
    for (field, words) in wrong {
        let mut fields = vec![("name", "A"), ("url", "https://example.org/"), ("anyway", "1")];
        fields.retain(|(name, _)| *name != field.0);
        fields.push(field);
        let page = fill(&browser, NEW, &fields).await;
        assert_eq!(page.status, 422, "{field:?}");
        assert!(text(&page).contains(words), "{field:?}: {}", text(&page));
    }
    assert!(browser.get("/settings/webhooks").await.body.contains("/settings/webhooks/new"));
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM endpoints").await, [(0,)]);

    let insisted = fill(&browser, NEW, &[("name", "A"), ("url", &url), ("anyway", "1")]).await;
    assert_eq!(insisted.status, 303, "{}", text(&insisted));
}

#[tokio::test]
async fn a_test_event_shows_the_request_and_the_answer() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (browser, url) = (admin(&app).await, receiver.url());
    let made = fill(&browser, NEW, &[("name", "A"), ("url", &url), ("format", "kanboard-2016")]).await;
    let endpoint = opened(&made);
    receiver.answer(503);
    let tested = browser.submit(&endpoint, &format!("{endpoint}/test"), &[("event", "task.create")]).await;
    assert!(tested.status == 200 && text(&tested).contains("503"), "{}", text(&tested));
    assert!(tested.body.contains("POST"), "{}", text(&tested));
    assert_eq!(receiver.names(), ["task.create"]);
    assert!(receiver.received()[0].header("webhook-signature").is_some(), "it is signed as deliveries are");
    let odd = browser.submit(&endpoint, &format!("{endpoint}/test"), &[("event", "task.explode")]).await;
    assert_eq!(odd.status, 422);
}

#[tokio::test]
async fn a_webhook_is_removed_after_it_was_asked() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let endpoint = create(&browser, project.id, &[("name", "Gone soon"), ("url", &url)]).await;
    assert!(text(&browser.get(&endpoint).await).contains("goes for good"));
    let gone = browser.submit(&endpoint, &format!("{endpoint}/remove"), &[]).await;
    assert_eq!(gone.location, Some(format!("/project/{}/webhooks", project.id)));
    assert_eq!(browser.get(&endpoint).await.status, 404);
}

#[tokio::test]
async fn the_webhook_of_the_settings_is_listed_and_its_address_stays_in_the_settings() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    let browser = admin(&app).await;
    assert!(text(&browser.get("/settings/webhooks").await).contains("As in Kanboard"));
    let endpoint = "/webhooks/1";
    let form = browser.get(&format!("{endpoint}/edit")).await;
    assert!(form.body.contains("/settings/webhooks/kanboard") && !form.body.contains("name=\"url\""));
    let fields =
        [("name", "Settings"), ("which", "these"), ("event", "task.close"), ("url", "http://evil.example/")];
    assert_eq!(fill(&browser, &format!("{endpoint}/edit"), &fields).await.status, 303);
    assert_eq!(app.app.settings().get("webhook_url"), receiver.url());
    let project = Project::create(&app.rpc()).await;
    project.task(&app.rpc(), 0, "not told").await;
    app.settle().await;
    assert!(receiver.names().is_empty());
    assert_eq!(browser.submit(endpoint, &format!("{endpoint}/pause"), &[]).await.status, 409);
}
