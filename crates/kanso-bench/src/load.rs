//! A load of many connections, each sending its next request when the last was answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// How long a load runs before it is measured, and while it is.
const WARM_UP: Duration = Duration::from_millis(500);
const MEASURED: Duration = Duration::from_secs(4);

/// What a load came to.
pub(crate) struct Outcome {
    /// Answered requests a second.
    pub(crate) per_second: f64,
    /// How long half of the requests took at most.
    pub(crate) median: Duration,
    /// How long all but one of a hundred took at most.
    pub(crate) p99: Duration,
}

/// One connection that is kept.
pub(crate) struct Connection(SendRequest<Full<Bytes>>);

impl Connection {
    pub(crate) async fn open(address: SocketAddr, running: &mut JoinSet<()>) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await.context("connect")?;
        stream.set_nodelay(true)?;
        let (send, connection) = handshake(TokioIo::new(stream)).await?;
        running.spawn(async move {
            let _ = connection.await;
        });
        Ok(Self(send))
    }

    /// Sends and reads the whole answer, which must be a success.
    pub(crate) async fn send(&mut self, request: Request<Full<Bytes>>) -> anyhow::Result<Bytes> {
        self.0.ready().await?;
        let response = self.0.send_request(request).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        ensure!(status.is_success(), "answered {status}: {}", String::from_utf8_lossy(&body));
        Ok(body)
    }
}

/// Sends what `request(n)` makes over `connections` connections, and measures.
pub(crate) async fn run(
    address: SocketAddr,
    connections: u64,
    request: impl Fn(u64) -> Request<Full<Bytes>> + Clone + Send + 'static,
) -> anyhow::Result<Outcome> {
    let (mut background, mut clients) = (JoinSet::new(), JoinSet::new());
    let begin = Instant::now() + WARM_UP;
    for client in 0..connections {
        let mut connection = Connection::open(address, &mut background).await?;
        let request = request.clone();
        clients.spawn(async move {
            let mut took = Vec::with_capacity(65_536);
            let mut n = client;
            while begin.elapsed() < MEASURED {
                let sent = Instant::now();
                connection.send(request(n)).await?;
                if sent >= begin {
                    took.push(sent.elapsed());
                }
                n += connections;
            }
            anyhow::Ok(took)
        });
    }
    let mut took = Vec::new();
    while let Some(client) = clients.join_next().await {
        took.extend(client??);
    }
    ensure!(!took.is_empty(), "nothing was answered in time");
    took.sort_unstable();
    let at = |part: usize| took[(took.len() - 1) * part / 100];
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more than 52 bits")]
    let per_second = took.len() as f64 / MEASURED.as_secs_f64();
    Ok(Outcome { per_second, median: at(50), p99: at(99) })
}

/// A POST of JSON.
pub(crate) fn post(path: &str, authorization: &str, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    Request::post(path)
        .header("host", "localhost")
        .header("authorization", authorization)
        .header("content-type", "application/json")
        .body(Full::new(body.into()))
        .expect("a valid request")
}
