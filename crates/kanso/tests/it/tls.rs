//! A server that encrypts connections itself.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use kanso::cli::ServeOptions;
use kanso_testkit::TestApp;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tls").join(name)
}

async fn encrypting() -> TestApp {
    TestApp::start_with(ServeOptions {
        tls_certificate: Some(file("first.pem")),
        tls_key: Some(file("first.key")),
        ..ServeOptions::default()
    })
    .await
}

/// The host and port of a server.
fn place(app: &TestApp) -> String {
    app.url("").trim_start_matches("http://").to_owned()
}

/// What a server answers to a client that trusts nothing but its certificate.
async fn ask(app: &TestApp, request: &str, headers: &str, body: &str) -> String {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(file("first.pem")).expect("it is there")).expect("it is there");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let client = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("it is there");
    let client = client.with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(place(app)).await.expect("it is there");
    let name = ServerName::try_from("localhost").expect("it is there");
    let mut stream = TlsConnector::from(Arc::new(client)).connect(name, stream).await.expect("it is there");
    let length = body.len();
    let request = format!(
        "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.expect("it is there");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.expect("it is there");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn who_signs_in_gets_a_cookie_that_never_leaves_unencrypted() {
    let app = encrypting().await;
    // Whatever a client says: it came encrypted.
    for headers in ["", "x-forwarded-proto: http\r\n"] {
        let page = ask(&app, "GET /login", headers, "").await;
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        let (_, field) = page.split_once("name=\"csrf\" value=\"").unwrap();
        let (token, _) = field.split_once('"').unwrap();
        let cookie = page.lines().find_map(|line| line.strip_prefix("set-cookie: ")?.split(';').next());
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\ncookie: {}\r\n{headers}",
            cookie.unwrap_or_default()
        );
        let form = format!("username=admin&password=admin%27s+secret&csrf={token}");
        let signed_in = ask(&app, "POST /login", &headers, &form).await;
        let cookie = signed_in.lines().find(|line| line.starts_with("set-cookie:")).unwrap();
        assert!(cookie.contains("; Secure"), "{cookie}");
    }
}

#[tokio::test]
async fn who_says_nothing_or_does_not_encrypt_keeps_nobody_waiting() {
    let app = encrypting().await;
    let _silent = TcpStream::connect(place(&app)).await.unwrap();
    let mut plain = TcpStream::connect(place(&app)).await.unwrap();
    plain.write_all(b"GET /login HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    // It may be cut off hard.
    let _ = plain.read_to_end(&mut answer).await;
    assert!(!answer.starts_with(b"HTTP"), "{}", String::from_utf8_lossy(&answer));
    assert!(ask(&app, "GET /healthz", "", "").await.starts_with("HTTP/1.1 200"));
}
