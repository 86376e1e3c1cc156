//! What the owners of webhooks are told.

use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, member, text};
use crate::team::{Project, person};

#[tokio::test]
async fn the_owner_is_told_on_every_page_until_it_is_read() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "ada", Some("project-manager")).await;
    person(&app, &project, "eve", Some("project-manager")).await;
    let (ada, url) = (member(&app, "ada").await, receiver.url());
    let endpoint = create(&ada, project.id, &[("name", "Ours"), ("url", &url)]).await;
    app.execute(&["INSERT INTO notices (user_id, endpoint_id, kind, text, created_at_ms) \
        SELECT owner_id, id, 'disabled', '', 1790000000000 FROM endpoints"])
        .await;

    let board = format!("/board/{}", project.id);
    assert!(ada.get(&board).await.body.contains("href=\"/webhooks/notices\""));
    let (eve, root) = (member(&app, "eve").await, admin(&app).await);
    for other in [&eve, &root] {
        assert!(!other.get("/").await.body.contains("href=\"/webhooks/notices\""), "it is Ada's");
    }
    for path in
        ["/webhooks/notices".to_owned(), format!("/project/{}/webhooks", project.id), endpoint.clone()]
    {
        let page = text(&ada.get(&path).await);
        assert!(page.contains("Ours was switched off") && page.contains("Understood"), "{path}: {page}");
    }
    let read = "/webhooks/notices/1/read";
    assert_eq!(eve.submit("/", read, &[]).await.status, 404);
    assert_eq!(ada.submit("/webhooks/notices", read, &[]).await.status, 303);
    let page = ada.get("/webhooks/notices").await;
    assert!(text(&page).contains("Ours was switched off") && !text(&page).contains("Understood"));
    assert!(!ada.get(&board).await.body.contains("href=\"/webhooks/notices\""));
}
