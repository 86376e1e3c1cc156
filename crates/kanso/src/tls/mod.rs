//! Connections that the server itself encrypts.

mod certificate;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use rustls::ServerConfig;
use rustls::crypto::ring;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

pub(crate) use certificate::Certificate;

use crate::tasks::Stop;

/// How long a client may take to agree on a key.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many may be about it at once. Who comes then waits.
const MOST: usize = 512;
/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Where the certificate of a server is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The chain, in PEM.
    pub certificate: PathBuf,
    /// Its private key, in PEM.
    pub key: PathBuf,
}

impl TlsFiles {
    /// None when neither is named. Where only one is, the other has no path, and reading it says so.
    pub(crate) fn of(certificate: Option<PathBuf>, key: Option<PathBuf>) -> Option<Self> {
        let named = |path: Option<PathBuf>| path.filter(|path| !path.as_os_str().is_empty());
        match (named(certificate), named(key)) {
            (None, None) => None,
            (certificate, key) => {
                Some(Self { certificate: certificate.unwrap_or_default(), key: key.unwrap_or_default() })
            }
        }
    }
}

type Handshake = BoxFuture<'static, Option<(TlsStream<TcpStream>, SocketAddr)>>;

/// Accepts connections and agrees on keys with many clients at once: one that is slow about it keeps nobody waiting.
pub(crate) struct Listener<L> {
    tcp: L,
    acceptor: TlsAcceptor,
    handshakes: FuturesUnordered<Handshake>,
}

impl<L> Listener<L> {
    /// # Errors
    ///
    /// When the library cannot do what it should: no version of TLS in common with its cryptography.
    pub(crate) fn new(tcp: L, certificate: &Arc<Certificate>) -> anyhow::Result<Self> {
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .context("cannot speak TLS")?;
        let resolver: Arc<Certificate> = Arc::clone(certificate);
        let mut config = builder.with_no_client_auth().with_cert_resolver(resolver);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { tcp, acceptor: Arc::new(config).into(), handshakes: FuturesUnordered::new() })
    }
}

impl<L> axum::serve::Listener for Listener<L>
where
    L: axum::serve::Listener<Io = TcpStream, Addr = SocketAddr>,
{
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            tokio::select! {
                (stream, peer) = self.tcp.accept(), if self.handshakes.len() < MOST => {
                    self.handshakes.push(Box::pin(agree(self.acceptor.clone(), stream, peer)));
                }
                Some(done) = self.handshakes.next() => {
                    if let Some(connection) = done {
                        return connection;
                    }
                }
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        self.tcp.local_addr()
    }
}

async fn agree(
    acceptor: TlsAcceptor,
    stream: TcpStream,
    peer: SocketAddr,
) -> Option<(TlsStream<TcpStream>, SocketAddr)> {
    match tokio::time::timeout(PATIENCE, acceptor.accept(stream)).await {
        Ok(Ok(stream)) => Some((stream, peer)),
        Ok(Err(error)) => {
            tracing::debug!(%peer, %error, "no encrypted connection");
            None
        }
        Err(_) => {
            tracing::debug!(%peer, "a client took too long to encrypt its connection");
            None
        }
    }
}

/// Takes up a certificate that was renewed.
pub(crate) async fn keep(certificate: Arc<Certificate>, stop: Stop) {
    let look = async {
        loop {
            tokio::time::sleep(LOOK_EVERY).await;
            certificate.look();
        }
    };
    tokio::select! {
        () = stop.requested() => (),
        () = look => (),
    }
}
