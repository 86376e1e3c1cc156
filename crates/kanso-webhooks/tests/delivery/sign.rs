//! Signatures as receivers verify them, and what becomes of them when keys change.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::header::{HeaderMap, HeaderName};
use kanso_core::endpoint::{KeyKind, NewEndpoint, list_keys, rotate_secret};
use kanso_core::{Actor, Clock};
use kanso_domain::EndpointId;
use ring::signature::{ED25519, UnparsedPublicKey};
use standardwebhooks::Webhook;

use crate::house::{House, NOW, to};
use crate::receiver::{Received, Receiver};

const HOUR: i64 = 3_600_000;

/// Whether the specification's own library accepts a delivery.
fn is_verified(secret: &str, received: &Received) -> bool {
    let mut headers = HeaderMap::new();
    for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
        headers.insert(HeaderName::from_static(name), received.header(name).parse().unwrap());
    }
    Webhook::new(secret).unwrap().verify(received.text.as_bytes(), &headers).is_ok()
}

/// Whether the secret made one of the signatures, whenever that was.
fn is_signed(secret: &str, received: &Received) -> bool {
    let at = received.header("webhook-timestamp").parse().unwrap();
    let id = received.header("webhook-id");
    let expected = Webhook::new(secret).unwrap().sign(id, at, received.text.as_bytes()).unwrap();
    received.header("webhook-signature").split(' ').any(|signature| signature == expected)
}

async fn rotate(house: &House, endpoint: EndpointId, kind: KeyKind, overlap_ms: i64) -> String {
    rotate_secret(&house.app, &Actor::Application, endpoint, kind, overlap_ms).await.unwrap()
}

/// What comes of one more task.
async fn next(house: &House, receiver: &Receiver) -> Received {
    house.create("a").await;
    house.deliver().await;
    receiver.received().pop().unwrap()
}

#[tokio::test]
async fn the_specifications_library_verifies_a_delivery() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::system()).await;
    let (_, secret) = house.endpoint(to(&receiver)).await;
    let mut received = next(&house, &receiver).await;
    assert!(is_verified(&secret, &received), "{received:?}");
    assert!(!is_verified("whsec_AAAA", &received));
    received.text.push(' ');
    assert!(!is_verified(&secret, &received), "another body");
}

#[tokio::test]
async fn old_and_new_secret_both_sign_until_the_overlap_is_over() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    let (endpoint, old) = house.endpoint(to(&receiver)).await;
    let new = rotate(&house, endpoint, KeyKind::V1, 24 * HOUR).await;
    assert_ne!(old, new);

    let received = next(&house, &receiver).await;
    assert!(is_signed(&old, &received) && is_signed(&new, &received), "{received:?}");
    house.advance(24 * 3_600 - 1);
    assert!(is_signed(&old, &next(&house, &receiver).await));
    house.advance(1);
    let received = next(&house, &receiver).await;
    assert!(!is_signed(&old, &received) && is_signed(&new, &received), "{received:?}");
}

#[tokio::test]
async fn without_an_overlap_the_old_secret_ends_at_once() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    let (endpoint, old) = house.endpoint(to(&receiver)).await;
    let second = rotate(&house, endpoint, KeyKind::V1, 24 * HOUR).await;
    let third = rotate(&house, endpoint, KeyKind::V1, 0).await;
    let received = next(&house, &receiver).await;
    assert!(is_signed(&third, &received), "{received:?}");
    assert!(![old, second].iter().any(|gone| is_signed(gone, &received)), "{received:?}");
    assert_eq!(list_keys(&house.app, &Actor::Application, endpoint).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_key_pair_signs_beside_the_secret() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    let (endpoint, secret) = house.endpoint(to(&receiver)).await;
    let public = rotate(&house, endpoint, KeyKind::V1a, 24 * HOUR).await;
    let received = next(&house, &receiver).await;
    assert!(is_signed(&secret, &received), "{received:?}");

    let key = STANDARD.decode(public.strip_prefix("whpk_").unwrap()).unwrap();
    let [signature] = *received
        .header("webhook-signature")
        .split(' ')
        .filter_map(|signature| signature.strip_prefix("v1a,"))
        .collect::<Vec<_>>()
    else {
        panic!("{received:?}")
    };
    let (id, at) = (received.header("webhook-id"), received.header("webhook-timestamp"));
    let message = format!("{id}.{at}.{}", received.text);
    let verified = UnparsedPublicKey::new(&ED25519, &key)
        .verify(message.as_bytes(), &STANDARD.decode(signature).unwrap());
    assert!(verified.is_ok(), "{received:?}");
    let keys = list_keys(&house.app, &Actor::Application, endpoint).await.unwrap();
    assert_eq!(keys[0].public.as_deref(), Some(public.as_str()));
    assert_eq!((keys[0].kind, keys[1].kind, keys[1].public.clone()), (KeyKind::V1a, KeyKind::V1, None));
}

#[tokio::test]
async fn an_endpoint_of_any_format_is_signed() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    let mut secrets = Vec::new();
    for format in kanso_core::endpoint::Format::ALL {
        let template = "{}".to_owned();
        secrets.push(house.endpoint(NewEndpoint { format, template, ..to(&receiver) }).await.1);
    }
    house.create("a").await;
    house.make_bodies("{}").await;
    house.deliver().await;
    let received = receiver.received();
    assert_eq!(received.len(), secrets.len());
    for secret in &secrets {
        assert_eq!(received.iter().filter(|received| is_signed(secret, received)).count(), 1);
    }
}
