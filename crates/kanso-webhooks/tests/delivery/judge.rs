//! What is said of an address before it is saved.

use std::sync::Arc;

use kanso_webhooks::{FailureKind, Reach, Sender};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::house::sender;
use crate::receiver::Receiver;

/// How an address is judged by a sender that may reach this machine.
async fn judged(url: &str) -> (FailureKind, String) {
    let failure = sender().judge(url).await.unwrap_err();
    (failure.kind, failure.words)
}

/// A receiver with a certificate that nobody vouches for.
async fn tls_receiver() -> (u16, JoinSet<()>) {
    let certificate = CertificateDer::from(&include_bytes!("tls/certificate.der")[..]);
    let key = PrivatePkcs8KeyDer::from(&include_bytes!("tls/key.der")[..]);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key.into())
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let mut serving = JoinSet::new();
    serving.spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let _ = TlsAcceptor::from(Arc::new(config.clone())).accept(stream).await;
        }
    });
    (port, serving)
}

#[tokio::test]
async fn an_address_where_somebody_listens_is_accepted_and_nothing_is_sent() {
    let receiver = Receiver::start().await;
    sender().judge(&format!(" {}#part ", receiver.url())).await.unwrap();
    sender().judge(&receiver.url().replace("127.0.0.1", "localhost")).await.unwrap();
    assert!(receiver.received().is_empty());
}

#[tokio::test]
async fn an_address_that_is_not_allowed_is_refused_before_anybody_is_asked() {
    let receiver = Receiver::start().await;
    let closed = Sender::new(Reach::default());
    for (url, words) in [
        (receiver.url(), "127.0.0.1 is a loopback address"),
        (receiver.url().replace("127.0.0.1", "localhost"), "localhost leads to"),
        ("http://[::ffff:10.0.0.1]/".to_owned(), "10.0.0.1 is a private address"),
        ("gopher://localhost/".to_owned(), "webhooks go to http:// and https:// addresses only"),
        ("https://me:secret@a.example/".to_owned(), "an address with a user name or password"),
        ("a.example".to_owned(), "this is not a web address"),
    ] {
        let failure = closed.judge(&url).await.unwrap_err();
        assert_eq!(failure.kind, FailureKind::Refused, "{url}: {failure}");
        assert!(failure.words.contains(words), "{url}: {failure}");
    }
}

#[tokio::test]
async fn what_cannot_be_reached_is_told_with_its_reason() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let refused = format!("could not connect to {free}: connection refused");
    assert_eq!(judged(&format!("http://{free}/")).await, (FailureKind::Connect, refused));
    // No name is longer than 63 letters between two dots.
    let (kind, words) = judged(&format!("http://{}.example/", "x".repeat(70))).await;
    assert_eq!(kind, FailureKind::Name, "{words}");
    assert!(words.contains("was not found"), "{words}");
}

#[tokio::test]
async fn a_connection_that_is_not_secure_is_told_with_its_reason() {
    let (port, _serving) = tls_receiver().await;
    let (kind, words) = judged(&format!("https://localhost:{port}/")).await;
    assert_eq!(kind, FailureKind::Tls);
    assert!(words.starts_with("TLS: the receiver's certificate comes from no authority"), "{words}");

    let babbler = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = babbler.local_addr().unwrap();
    let mut serving = JoinSet::new();
    serving.spawn(async move {
        use tokio::io::AsyncWriteExt;
        let (mut stream, _) = babbler.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        std::future::pending::<()>().await;
    });
    let told = "TLS: the receiver does not speak TLS; is it http://?".to_owned();
    assert_eq!(judged(&format!("https://{address}/")).await, (FailureKind::Tls, told));
}
