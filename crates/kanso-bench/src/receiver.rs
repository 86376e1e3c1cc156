//! A receiver of webhooks that counts.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::Router;
use axum::body::Bytes;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// Counts what arrives and remembers when the last one did.
pub(crate) struct Receiver {
    pub(crate) address: SocketAddr,
    arrived: watch::Receiver<(u64, Instant)>,
    _running: JoinSet<()>,
}

impl Receiver {
    pub(crate) async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (count, arrived) = watch::channel((0, Instant::now()));
        let number = Arc::new(AtomicU64::new(0));
        let receive = move |_: Bytes| {
            let n = number.fetch_add(1, Ordering::Relaxed) + 1;
            count.send_modify(|last| *last = (last.0.max(n), Instant::now()));
            async { "received" }
        };
        let mut running = JoinSet::new();
        running.spawn(async move {
            let _ = axum::serve(listener, Router::new().fallback(receive)).await;
        });
        Ok(Self { address, arrived, _running: running })
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    /// Waits until `count` have arrived; answers when the last did.
    pub(crate) async fn wait_for(&self, count: u64) -> anyhow::Result<Instant> {
        let mut arrived = self.arrived.clone();
        let (_, at) = *arrived.wait_for(|(n, _)| *n >= count).await?;
        Ok(at)
    }

    /// How many have arrived.
    pub(crate) fn count(&self) -> u64 {
        self.arrived.borrow().0
    }
}
