//! What pages say when the secret key is not the database's any more.

use kanso_core::secret::forget_lost_secrets;
use kanso_core::{Actor, SecretKey};
use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, fill, member, text};
use crate::team::{Project, person};

#[tokio::test]
async fn pages_say_what_to_do_and_refuse_what_would_need_the_key() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (rpc, url) = (app.rpc(), receiver.url());
    let project = Project::create(&rpc).await;
    person(&app, &project, "maria", Some("project-manager")).await;
    let (browser, maria) = (admin(&app).await, member(&app, "maria").await);
    let endpoint = create(&browser, project.id, &[("name", "A"), ("url", &url)]).await;
    let list = browser.get("/settings/webhooks").await;
    assert!(!text(&list).contains("The secret key is another one"), "{}", text(&list));

    let other = app.beside_with(SecretKey::random()).await;
    forget_lost_secrets(&other, &Actor::Application).await.expect("it is done");
    other.close().await;
    app.app.reload_settings().await.expect("the database answers");
    let own = format!("/project/{}/webhooks", project.id);
    for page in ["/settings/webhooks", "/settings/webhooks/deliveries", &own, &endpoint] {
        let page = text(&browser.get(page).await);
        assert!(page.contains("The secret key is another one than before"), "{page}");
        assert!(page.contains("kanso secrets forget"), "{page}");
    }
    let page = text(&maria.get(&endpoint).await);
    assert!(page.contains("until an administrator puts the old secret key back"), "{page}");
    assert!(!page.contains("kanso secrets forget"), "{page}");

    let tested = browser.submit(&endpoint, &format!("{endpoint}/test"), &[("event", "task.create")]).await;
    assert!(text(&tested).contains("sealed with another secret key"), "{}", text(&tested));
    let refused = fill(&browser, "/settings/webhooks/new", &[("name", "B"), ("url", &url)]).await;
    assert_eq!(refused.status, 409);
    assert!(text(&refused).contains("no secret can be kept"), "{}", text(&refused));
    project.task(&rpc, 0, "not told").await;
    app.settle().await;
    assert!(receiver.received().is_empty());
    assert!(text(&browser.get(&endpoint).await).contains("put the old secret.key"));
}
