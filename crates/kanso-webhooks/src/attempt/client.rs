//! The HTTP client: connections to judged addresses only, kept for a while, bounded in what they read.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;

use crate::guard::Connector;

pub(super) type Client = hyper_util::client::legacy::Client<Connector, Full<Bytes>>;

/// How long a connection without requests is kept for the next one.
const IDLE_LIMIT: Duration = Duration::from_secs(30);

/// How many headers an answer may have, and how long its head may be in bytes.
const MOST_HEADERS: usize = 64;
const LONGEST_HEAD: usize = MOST_HEADERS * 1024;

pub(super) fn client(connector: Connector) -> Client {
    hyper_util::client::legacy::Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE_LIMIT)
        // As Kanboard writes them.
        .http1_title_case_headers(true)
        .http1_max_headers(MOST_HEADERS)
        .http1_max_buf_size(LONGEST_HEAD)
        .build(connector)
}

/// TLS that trusts the machine's certificate authorities.
pub(super) fn tls() -> ClientConfig {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = rustls::RootCertStore::empty();
    let (trusted, _) = roots.add_parsable_certificates(found.certs);
    if trusted == 0 {
        tracing::warn!(errors = ?found.errors, "no certificate authorities found: https receivers will be refused");
    }
    ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the provider knows the default versions of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth()
}
