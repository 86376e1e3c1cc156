//! Connecting to an address that was judged, and to no other.

use std::error::Error;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::select_ok;
use hyper::Uri;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder, MaybeHttpsStream};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::net::TcpStream;
use tokio::sync::OnceCell;
use tokio::task::{JoinError, spawn_blocking};
use tokio::time::{sleep, timeout};
use tower::Service;

use super::progress::{Progress, Step};
use super::{Guard, Refusal};

/// How long a connection is waited for.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);

/// How long one address of a host is waited for before the next is tried beside it.
const HEAD_START: Duration = Duration::from_millis(250);

/// Makes connections for the HTTP client: to judged addresses, with TLS for `https`.
#[derive(Clone)]
pub(crate) struct Connector {
    tcp: TcpConnector,
    tls: fn() -> ClientConfig,
    /// Made when the first `https` address is called: reading the machine's authorities takes many milliseconds,
    /// which neither the start nor a server with receivers on its own network should wait for.
    https: Arc<OnceCell<HttpsConnector<TcpConnector>>>,
}

/// The part of it below TLS.
#[derive(Clone)]
struct TcpConnector {
    guard: Guard,
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConnectError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("could not connect to {host}: {}", reason.kind())]
    Unreachable { host: String, reason: io::Error },
    #[error("could not connect to {host}: no answer within {} s", CONNECT_LIMIT.as_secs())]
    TimedOut { host: String },
}

type BoxError = Box<dyn Error + Send + Sync>;
type Answer<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

impl Connector {
    pub(crate) fn new(guard: Guard, tls: fn() -> ClientConfig) -> Self {
        Self { tcp: TcpConnector { guard }, tls, https: Arc::default() }
    }

    async fn connect(mut self, uri: Uri) -> Result<MaybeHttpsStream<TokioIo<TcpStream>>, BoxError> {
        if uri.scheme_str() != Some("https") {
            return Ok(MaybeHttpsStream::Http(self.tcp.call(uri).await?));
        }
        let tls = self.tls;
        let https = self.https.get_or_try_init(|| async {
            let tls = spawn_blocking(tls).await?;
            let builder = HttpsConnectorBuilder::new().with_tls_config(tls).https_only().enable_http1();
            Ok::<_, JoinError>(builder.wrap_connector(self.tcp.clone()))
        });
        https.await?.clone().call(uri).await
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<TokioIo<TcpStream>>;
    type Error = BoxError;
    type Future = Answer<Self::Response, Self::Error>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (progress, connection) = (Progress::current(), self.clone().connect(uri));
        Box::pin(async move {
            let connection = connection.await?;
            progress.reach(Step::Answer);
            Ok(connection)
        })
    }
}

impl Service<Uri> for TcpConnector {
    type Response = TokioIo<TcpStream>;
    type Error = ConnectError;
    type Future = Answer<Self::Response, Self::Error>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (guard, progress) = (self.guard, Progress::current());
        Box::pin(async move { connect(guard, &uri, &progress).await.map(TokioIo::new) })
    }
}

async fn connect(guard: Guard, uri: &Uri, progress: &Progress) -> Result<TcpStream, ConnectError> {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    progress.reach(Step::Name);
    // Literal addresses take the same way, so that nothing passes unjudged.
    let addresses = guard.resolve(host, port).await?;
    progress.reach(Step::Connect);
    let tries = (0..).zip(addresses).map(|(place, address)| {
        Box::pin(async move {
            // A sleep of no time would still wait for the timer's next tick, a millisecond or two.
            if place > 0 {
                sleep(HEAD_START * place).await;
            }
            TcpStream::connect(address).await
        })
    });
    let host = || format!("{host}:{port}");
    let unreachable = |reason| ConnectError::Unreachable { host: host(), reason };
    let connected = timeout(CONNECT_LIMIT, select_ok(tries)).await;
    let (stream, _) = connected.map_err(|_| ConnectError::TimedOut { host: host() })?.map_err(unreachable)?;
    stream.set_nodelay(true).map_err(unreachable)?;
    progress.reach(Step::Tls);
    Ok(stream)
}
