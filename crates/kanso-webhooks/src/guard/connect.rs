//! Connecting to an address that was judged, and to no other.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::select_ok;
use hyper::Uri;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::sleep;
use tower::Service;

use super::{Guard, Refusal};

/// How long one address of a host is waited for before the next is tried beside it.
const HEAD_START: Duration = Duration::from_millis(250);

/// Makes connections for the HTTP client.
#[derive(Clone)]
pub(crate) struct Connector {
    guard: Guard,
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConnectError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("could not connect to {host}: {}", reason.kind())]
    Unreachable { host: String, reason: io::Error },
}

impl Connector {
    pub(crate) fn new(guard: Guard) -> Self {
        Self { guard }
    }
}

impl Service<Uri> for Connector {
    type Response = TokioIo<TcpStream>;
    type Error = ConnectError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let guard = self.guard;
        Box::pin(async move { connect(guard, &uri).await.map(TokioIo::new) })
    }
}

async fn connect(guard: Guard, uri: &Uri) -> Result<TcpStream, ConnectError> {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    // Literal addresses take the same way, so that nothing passes unjudged.
    let addresses = guard.resolve(host, port).await?;
    let tries = (0..).zip(addresses).map(|(place, address)| {
        Box::pin(async move {
            sleep(HEAD_START * place).await;
            TcpStream::connect(address).await
        })
    });
    let unreachable = |reason| ConnectError::Unreachable { host: format!("{host}:{port}"), reason };
    let (stream, _) = select_ok(tries).await.map_err(unreachable)?;
    stream.set_nodelay(true).map_err(unreachable)?;
    Ok(stream)
}
