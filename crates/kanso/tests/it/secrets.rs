//! The secret key lost, or another one in its place.

use std::time::Duration;

use kanso_core::endpoint::{
    Endpoint, EndpointPatch, Format, Header, KeyKind, NewEndpoint, create_endpoint, find_endpoint, list_keys,
    rotate_secret, update_endpoint,
};
use kanso_core::secret::{Lost, LostOfEndpoint, forget_lost_secrets, list_lost_secrets};
use kanso_core::two_factor::{Verdict, confirm_two_factor, set_up_two_factor, verify_code};
use kanso_core::user::find_user_by_name;
use kanso_core::{Actor, App, Conflict, Error, SecretKey, SignedIn};
use kanso_domain::EndpointId;
use kanso_testkit::{Receiver, TestApp};
use kanso_webhooks::{Reach, Sender};
use totp_rs::{Builder, Secret};

use crate::signatures::is_signed;
use crate::team::{Project, person};

const ADMIN: Actor = Actor::Application;

/// An endpoint of a project with a secret header.
async fn endpoint(app: &TestApp, project: &Project, receiver: &Receiver) -> EndpointId {
    let header = Header { name: "Authorization".to_owned(), value: "Bearer s3cret".to_owned(), secret: true };
    let new = NewEndpoint {
        project: Some(project.id.into()),
        name: "Receiver".to_owned(),
        url: receiver.url(),
        format: Format::Kanboard2016,
        headers: vec![header],
        ..NewEndpoint::default()
    };
    create_endpoint(&app.app, &ADMIN, new).await.expect("an endpoint").0
}

/// Sends what is due as a server with this application does.
async fn settle(app: &App) {
    let sender = Sender::new(Reach { private_networks: true });
    kanso_webhooks::run_until_idle(app, &sender).await.expect("the database answers");
}

async fn found(app: &App, endpoint: EndpointId) -> Endpoint {
    find_endpoint(app, &ADMIN, endpoint).await.expect("it is there")
}

/// A person who signs in with a second factor: the person, a code of now, and the recovery codes.
async fn with_second_factor(app: &TestApp, name: &str) -> (SignedIn, String, Vec<String>) {
    let user = find_user_by_name(&app.app, &ADMIN, name.to_owned()).await.expect("an account").signed_in();
    let actor = Actor::User(user.clone());
    let setup = set_up_two_factor(&app.app, &actor).await.expect("a secret");
    let code = || {
        let secret = Secret::try_from_base32(&setup.secret).expect("base32");
        let now = u64::try_from(app.clock.now()).expect("after 1970");
        Builder::new().with_secret(secret).build().expect("a device").generate(now).to_string()
    };
    let codes = confirm_two_factor(&app.app, &actor, code()).await.expect("it is on");
    app.clock.advance(Duration::from_secs(90));
    (user, code(), codes)
}

#[tokio::test]
async fn deliveries_fail_with_words_that_help_and_nothing_is_lost_once_the_key_is_back() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let (rpc, other) = (app.rpc(), app.beside_with(SecretKey::random()).await);
    let project = Project::create(&rpc).await;
    let endpoint = endpoint(&app, &project, &receiver).await;
    assert!(other.has_lost_secrets() && !app.app.has_lost_secrets());

    project.task(&rpc, 0, "told").await;
    settle(&other).await;
    assert!(receiver.received().is_empty());
    let errors = app.rows::<(String,)>("SELECT error FROM attempts").await;
    let [(error,)] = errors.as_slice() else { panic!("one attempt: {errors:?}") };
    assert!(error.contains("put the old secret.key") && error.contains("`kanso secrets forget`"), "{error}");

    let renamed = EndpointPatch { name: Some("Renamed".to_owned()), ..EndpointPatch::default() };
    let renamed = update_endpoint(&other, &ADMIN, endpoint, renamed).await.expect("it is changed");
    assert!(renamed.has_lost_secrets && renamed.headers.is_empty(), "{renamed:?}");
    assert_eq!(list_keys(&other, &ADMIN, endpoint).await.expect("keys").len(), 1);
    let kept = found(&app.app, endpoint).await;
    assert_eq!((kept.name.as_str(), kept.headers[0].value.as_str()), ("Renamed", "Bearer s3cret"));

    app.pass(Duration::from_secs(10)).await;
    let received = receiver.received();
    let [webhook] = received.as_slice() else { panic!("{received:?}") };
    assert_eq!(webhook.header("authorization"), Some("Bearer s3cret"));
    other.close().await;
}

#[tokio::test]
async fn what_another_key_would_seal_is_refused() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let endpoint = endpoint(&app, &project, &receiver).await;
    person(&app, &project, "maria", Some("project-member")).await;
    let maria = find_user_by_name(&app.app, &ADMIN, "maria".to_owned()).await.expect("an account");
    let other = app.beside_with(SecretKey::random()).await;
    let new = NewEndpoint { name: "New".to_owned(), url: receiver.url(), ..NewEndpoint::default() };
    let headers = vec![Header { name: "X-Team".to_owned(), value: "blue".to_owned(), secret: false }];
    let patch = EndpointPatch { headers: Some(headers), ..EndpointPatch::default() };
    let refused = [
        create_endpoint(&other, &ADMIN, new).await.err(),
        rotate_secret(&other, &ADMIN, endpoint, KeyKind::V1, 0).await.err(),
        update_endpoint(&other, &ADMIN, endpoint, patch).await.err(),
        set_up_two_factor(&other, &Actor::User(maria.signed_in())).await.err(),
    ];
    for error in refused {
        assert!(matches!(error, Some(Error::Conflict(Conflict::SecretsLost))), "{error:?}");
    }
    assert_eq!(app.rows::<(i64,)>("SELECT COUNT(*) FROM endpoint_keys").await, [(1,)]);
    other.close().await;
}

#[tokio::test]
async fn a_second_factor_that_cannot_be_read_opens_with_a_recovery_code_only() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "maria", Some("project-member")).await;
    let (maria, code, recovery) = with_second_factor(&app, "maria").await;
    let other = app.beside_with(SecretKey::random()).await;
    let verdict = async |code: &str| verify_code(&other, maria.id, code.to_owned()).await.expect("a verdict");
    assert_eq!(verdict(&code).await, Verdict::Lost);
    assert_eq!(verdict(&recovery[0]).await, Verdict::Right);
    assert_eq!(verdict(&recovery[0]).await, Verdict::Lost, "it opens once");
    let own = verify_code(&app.app, maria.id, code).await.expect("a verdict");
    assert_eq!(own, Verdict::Right, "with the key of before");
    other.close().await;
}

#[tokio::test]
async fn forgetting_makes_new_keys_and_takes_away_what_cannot_be_opened_and_no_more() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let endpoint = endpoint(&app, &project, &receiver).await;
    rotate_secret(&app.app, &ADMIN, endpoint, KeyKind::V1a, 0).await.expect("a pair");
    for name in ["maria", "max"] {
        person(&app, &project, name, Some("project-manager")).await;
    }
    let (maria, ..) = with_second_factor(&app, "maria").await;
    let other = app.beside_with(SecretKey::random()).await;
    let refused = list_lost_secrets(&other, &Actor::User(maria.clone())).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    assert!(list_lost_secrets(&app.app, &ADMIN).await.expect("a list").is_empty());
    let lost = LostOfEndpoint {
        id: endpoint,
        name: "Receiver".to_owned(),
        keys: KeyKind::ALL.into_iter().collect(),
        headers: true,
    };
    let expected = Lost { endpoints: vec![lost], people: vec!["maria".to_owned()] };
    assert_eq!(list_lost_secrets(&other, &ADMIN).await.expect("a list"), expected);

    let forgotten = forget_lost_secrets(&other, &ADMIN).await.expect("it is done");
    assert_eq!((&forgotten.endpoints[0].lost, &forgotten.people), (&expected.endpoints[0], &expected.people));
    let [secret, public] = forgotten.endpoints[0].shown.as_slice() else { panic!("{forgotten:?}") };
    assert!(secret.starts_with("whsec_") && public.starts_with("whpk_"), "{forgotten:?}");
    assert!(!other.has_lost_secrets() && list_lost_secrets(&other, &ADMIN).await.expect("a list").is_empty());
    assert_eq!(verify_code(&other, maria.id, String::new()).await.expect("a verdict"), Verdict::Closed);
    assert!(!found(&other, endpoint).await.has_lost_secrets);
    project.task(&rpc, 0, "told").await;
    settle(&other).await;
    let received = receiver.received();
    let [webhook] = received.as_slice() else { panic!("{received:?}") };
    assert!(is_signed(secret, webhook) && webhook.header("authorization").is_none(), "{webhook:?}");

    app.app.reload_settings().await.expect("the database answers");
    assert!(
        app.app.has_lost_secrets(),
        "a server with the key of before notices that it is not the key any more"
    );
    other.close().await;
}
