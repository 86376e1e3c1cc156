//! Keys of endpoints: who may change them, how they are kept, and that deliveries carry signatures by them.

use std::time::Duration;

use kanso_core::SignedIn;
use kanso_core::endpoint::{
    Format, KeyKind, LONGEST_OVERLAP, NewEndpoint, OVERLAP, create_endpoint, find_default_endpoint,
    list_keys, rotate_secret,
};
use kanso_core::{Actor, Error, Fault, Kind};
use kanso_domain::{ApplicationRole, EndpointId};
use kanso_testkit::{Received, Receiver, TestApp};
use standardwebhooks::Webhook;

use crate::team::{Project, person};

const HOUR: i64 = 3_600_000;

/// An endpoint for new tasks of a project, and its secret.
async fn endpoint(app: &TestApp, project: Option<i64>, receiver: &Receiver) -> (EndpointId, String) {
    let new = NewEndpoint {
        project: project.map(Into::into),
        name: "Receiver".to_owned(),
        url: receiver.url(),
        format: Format::Kanboard12,
        events: "task.create".parse().expect("it is there"),
        ..NewEndpoint::default()
    };
    create_endpoint(&app.app, &Actor::Application, new).await.expect("it is there")
}

/// Whether one of the signatures of a delivery is by this secret, made by the specification's own library.
pub(crate) fn is_signed(secret: &str, received: &Received) -> bool {
    let header = |name| received.header(name).expect("it is there");
    let at = header("webhook-timestamp").parse().expect("it is there");
    let signature =
        Webhook::new(secret).expect("it is there").sign(header("webhook-id"), at, received.text.as_bytes());
    header("webhook-signature").split(' ').any(|known| known == signature.as_ref().expect("it is there"))
}

fn actor(id: i64, name: &str) -> Actor {
    let role = ApplicationRole::User;
    Actor::User(SignedIn {
        id: id.into(),
        username: name.to_owned(),
        name: None,
        role,
        limits: kanso_domain::Limits::default(),
        zone: None,
    })
}

async fn rotate(app: &TestApp, endpoint: EndpointId, overlap_ms: i64) -> Result<String, Error> {
    rotate_secret(&app.app, &Actor::Application, endpoint, KeyKind::V1, overlap_ms).await
}

#[tokio::test]
async fn the_endpoint_of_the_settings_is_signed_and_its_secret_is_shown_when_it_is_rotated() {
    let app = TestApp::start().await;
    let receiver = app.receiver().await;
    let endpoint = find_default_endpoint(&app.app).await.unwrap().unwrap();
    let secret = rotate(&app, endpoint.id, OVERLAP).await.unwrap();
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "Größe").await;
    app.settle().await;
    let received = receiver.received();
    let [webhook] = received.as_slice() else { panic!("{received:?}") };
    assert!(is_signed(&secret, webhook), "{webhook:?}");
    assert_eq!(webhook.header("webhook-signature").unwrap().split(' ').count(), 2, "{webhook:?}");
}

#[tokio::test]
async fn an_old_secret_ends_with_its_overlap_and_is_forgotten_by_the_next_rotation() {
    let app = TestApp::start().await;
    let receiver = Receiver::start().await;
    let (endpoint, first) = endpoint(&app, None, &receiver).await;
    let second = rotate(&app, endpoint, HOUR).await.unwrap();
    let keys = list_keys(&app.app, &Actor::Application, endpoint).await.unwrap();
    let start = app.clock.now_ms();
    let ends: Vec<Option<i64>> = keys.iter().map(|key| key.expires_at_ms).collect();
    assert_eq!(ends, [None, Some(start + HOUR)]);
    assert!(keys.iter().all(|key| key.created_at_ms == start && key.public.is_none()));

    // A later rotation with a longer overlap does not give the first secret more time.
    let third = rotate(&app, endpoint, 2 * HOUR).await.unwrap();
    app.pass(Duration::from_secs(3_600)).await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "a").await;
    app.settle().await;
    let webhook = receiver.received().pop().unwrap();
    let signed = [&first, &second, &third].map(|secret| is_signed(secret, &webhook));
    assert_eq!(signed, [false, true, true]);
    assert_eq!(list_keys(&app.app, &Actor::Application, endpoint).await.unwrap().len(), 2);

    let stored = "SELECT endpoint_id FROM endpoint_keys";
    assert_eq!(app.rows::<(i64,)>(stored).await.len(), 3);
    rotate(&app, endpoint, HOUR).await.unwrap();
    assert_eq!(app.rows::<(i64,)>(stored).await.len(), 3, "what has expired is deleted");
}

#[tokio::test]
async fn ten_keys_at_once_are_enough_and_an_overlap_is_a_week_at_most() {
    let app = TestApp::start().await;
    let (endpoint, _) = endpoint(&app, None, &Receiver::start().await).await;
    for overlap in [-1, LONGEST_OVERLAP + 1] {
        let refused = rotate(&app, endpoint, overlap).await;
        assert!(matches!(refused, Err(Error::Invalid(Fault::OutOfRange("overlap", _)))), "{refused:?}");
    }
    for _ in 0..9 {
        rotate(&app, endpoint, LONGEST_OVERLAP).await.unwrap();
    }
    let refused = rotate(&app, endpoint, HOUR).await;
    assert!(matches!(refused, Err(Error::Invalid(Fault::TooMany("keys", 10)))), "{refused:?}");
    let keys = list_keys(&app.app, &Actor::Application, endpoint).await.unwrap();
    let last = app.clock.now_ms() + LONGEST_OVERLAP;
    assert_eq!(keys.iter().filter(|key| key.expires_at_ms == Some(last)).count(), 9, "nothing was changed");
    rotate(&app, endpoint, 0).await.unwrap();
    assert_eq!(list_keys(&app.app, &Actor::Application, endpoint).await.unwrap().len(), 1);
}

#[tokio::test]
async fn keys_are_the_business_of_who_manages_the_endpoint() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let (own, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let (manager, _) = person(&app, &own, "maria", Some("project-manager")).await;
    let (member, _) = person(&app, &own, "max", Some("project-member")).await;
    let (manager, member) = (actor(manager, "maria"), actor(member, "max"));
    let (of_own, _) = endpoint(&app, Some(own.id), &receiver).await;
    let (of_other, _) = endpoint(&app, Some(other.id), &receiver).await;
    let (of_all, _) = endpoint(&app, None, &receiver).await;

    for (actor, endpoint, may) in [
        (&manager, of_own, true),
        (&member, of_own, false),
        (&manager, of_other, false),
        (&manager, of_all, false),
    ] {
        let rotated = rotate_secret(&app.app, actor, endpoint, KeyKind::V1a, OVERLAP).await;
        let listed = list_keys(&app.app, actor, endpoint).await;
        if may {
            assert!(rotated.unwrap().starts_with("whpk_"));
            assert_eq!(listed.unwrap().len(), 2);
        } else {
            assert!(matches!(rotated, Err(Error::NotFound(Kind::Endpoint))), "{rotated:?}");
            assert!(matches!(listed, Err(Error::NotFound(Kind::Endpoint))), "{listed:?}");
        }
    }
}

#[tokio::test]
async fn secrets_are_not_in_the_database_as_they_are() {
    let app = TestApp::start().await;
    let (_, secret) = endpoint(&app, None, &Receiver::start().await).await;
    let secret = secret.strip_prefix("whsec_").unwrap();
    let stored = app.rows::<(String,)>("SELECT sealed FROM endpoint_keys").await;
    assert_eq!(stored.len(), 1);
    assert!(!stored[0].0.contains(secret));
    let told = app.rows::<(String,)>("SELECT event || snapshot FROM events").await;
    assert!(!told.is_empty() && told.iter().all(|(text,)| !text.contains(secret)));
}
