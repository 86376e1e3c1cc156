//! Who sees which webhooks.

use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, fill, filled, member, text};
use crate::team::{Project, person};

/// Two projects with a manager each, and a webhook of the first.
struct World {
    app: TestApp,
    receiver: Receiver,
    own: Project,
    other: Project,
    endpoint: String,
}

impl World {
    async fn start() -> Self {
        let (app, receiver) = (TestApp::start().await, Receiver::start().await);
        let rpc = app.rpc();
        let (own, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
        person(&app, &own, "ada", Some("project-manager")).await;
        person(&app, &own, "member", Some("project-member")).await;
        person(&app, &other, "bob", Some("project-manager")).await;
        let url = receiver.url();
        let browser = member(&app, "ada").await;
        let endpoint = create(&browser, own.id, &[("name", "Of Ada"), ("url", &url)]).await;
        own.task(&rpc, 0, "told").await;
        app.settle().await;
        Self { app, receiver, own, other, endpoint }
    }
}

#[tokio::test]
async fn a_manager_sees_the_webhooks_of_the_project_and_administrators_all() {
    let world = World::start().await;
    let list = format!("/project/{}/webhooks", world.own.id);
    let ada = member(&world.app, "ada").await;
    assert!(ada.get(&format!("/board/{}", world.own.id)).await.body.contains(&format!("href=\"{list}\"")));
    assert!(text(&ada.get(&list).await).contains("Of Ada"));
    assert_eq!(ada.get("/settings/webhooks").await.status, 403);
    assert_eq!(ada.get("/events").await.status, 403);

    let all = admin(&world.app).await.get("/settings/webhooks").await;
    assert!(text(&all).contains("Demo Project") && text(&all).contains("Of Ada"), "{}", text(&all));

    let other = member(&world.app, "member").await;
    assert!(!other.get(&format!("/board/{}", world.own.id)).await.body.contains(&list));
    for path in [list.clone(), format!("{list}/new"), format!("/project/{}/events", world.own.id)] {
        assert_eq!(other.get(&path).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn a_webhook_of_another_project_is_not_there() {
    let world = World::start().await;
    let bob = member(&world.app, "bob").await;
    let (endpoint, project) = (&world.endpoint, world.own.id);
    let pages = [
        format!("/project/{project}/webhooks"),
        format!("/project/{project}/webhooks/new"),
        format!("/project/{project}/events"),
        endpoint.clone(),
        format!("{endpoint}/edit"),
        format!("{endpoint}/keys"),
        format!("{endpoint}/recover"),
        format!("{endpoint}/recovery"),
        "/webhooks/deliveries/1".to_owned(),
        "/events/1".to_owned(),
    ];
    for path in &pages {
        assert_eq!(bob.get(path).await.status, 404, "{path}");
    }
    let home = format!("/project/{}/webhooks/new", world.other.id);
    let url = world.receiver.url();
    let form = filled(&[
        ("name", "Mine now"),
        ("url", &url),
        ("overlap", "24"),
        ("since_ms", "0"),
        ("event", "task.create"),
    ]);
    let acts = ["edit", "test", "pause", "resume", "keys", "recover", "remove"]
        .map(|act| format!("{endpoint}/{act}"));
    for path in acts
        .iter()
        .chain([&format!("/project/{project}/webhooks/new"), &"/webhooks/deliveries/1/redeliver".to_owned()])
    {
        assert_eq!(bob.submit(&home, path, &form).await.status, 404, "{path}");
    }
    let id = endpoint.rsplit('/').next().unwrap();
    let project = project.to_string();
    for place in [("endpoint", id), ("project", project.as_str())] {
        let mut form = form.clone();
        form.push(place);
        for path in ["/webhooks/preview", "/webhooks/address"] {
            assert_eq!(bob.submit(&home, path, &form).await.status, 404, "{path} {place:?}");
        }
    }
    assert_eq!(bob.submit(&home, "/webhooks/preview", &form).await.status, 403, "the whole installation");
    let kept = member(&world.app, "ada").await.get(endpoint).await;
    assert!(kept.body.contains("Of Ada") && text(&kept).contains("Pause"));
}

#[tokio::test]
async fn a_manager_cannot_give_a_webhook_to_another_project() {
    let world = World::start().await;
    let bob = member(&world.app, "bob").await;
    let (own, foreign) = (world.other.id, world.own.id.to_string());
    let url = world.receiver.url();
    let fields = [("name", "Smuggled"), ("url", url.as_str()), ("project", foreign.as_str())];
    fill(&bob, &format!("/project/{own}/webhooks/new"), &fields).await;
    let (ada, path) = (member(&world.app, "ada").await, format!("/project/{}/webhooks", world.own.id));
    assert!(!ada.get(&path).await.body.contains("Smuggled"));
    assert!(bob.get(&format!("/project/{own}/webhooks")).await.body.contains("Smuggled"));
}
