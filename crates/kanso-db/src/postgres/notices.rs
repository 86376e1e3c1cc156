//! How the bell is heard on the other nodes: `NOTIFY` and `LISTEN`, on a connection of their own.

use std::{
    collections::BTreeSet,
    future::poll_fn,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, Ordering::SeqCst},
    },
    time::Duration,
};

use parking_lot::Mutex;
use tokio::{
    sync::Notify,
    task::JoinHandle,
    time::{sleep, timeout},
};
use tokio_postgres::{AsyncMessage, Client, Config, Connection, Socket, tls::NoTlsStream};

use super::connect;
use crate::{Bell, Error, Rung, background};

/// How long rings are gathered before the other nodes are told: a `NOTIFY` takes a lock of the whole server.
const GATHERED: Duration = Duration::from_millis(3);
/// A notice holds 8,000 bytes; with more topics than this it says "everywhere".
const MANY: usize = 300;
const EVERYWHERE: &str = "*";

/// The topics the other nodes are yet to be told of.
#[derive(Default)]
pub(crate) struct Outbox {
    topics: Mutex<BTreeSet<i64>>,
    wake: Notify,
    is_closing: AtomicBool,
}

impl Outbox {
    pub(crate) fn put(&self, topics: impl IntoIterator<Item = i64>) {
        self.topics.lock().extend(topics);
        self.wake.notify_one();
    }
}

/// The running exchange of rings with the other nodes.
pub(super) struct Notices {
    outbox: Arc<Outbox>,
    task: JoinHandle<()>,
}

impl Notices {
    /// Sends what is left, and ends.
    pub(super) async fn stop(mut self) {
        self.outbox.is_closing.store(true, SeqCst);
        self.outbox.wake.notify_one();
        // If the server cannot be reached just now, the others find what happened without a ring.
        let _ = timeout(Duration::from_secs(1), &mut self.task).await;
    }
}

impl Drop for Notices {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Begins the exchange on a line that is open. One that is lost is opened anew.
pub(super) fn start(server: Config, bell: &Bell, line: Line) -> Notices {
    let (bell, outbox) = (bell.clone(), bell.outbox());
    let task = background::start(exchange(server, bell, outbox.clone(), line));
    Notices { outbox, task }
}

async fn exchange(server: Config, bell: Bell, outbox: Arc<Outbox>, mut line: Line) {
    while line.serve(&outbox).await == Ended::Lost {
        tracing::warn!("the connection for notices is lost");
        line = Line::reopen(&server, &bell).await;
        tracing::info!("the connection for notices is back");
        bell.announce(Rung::Missed);
    }
}

#[derive(PartialEq)]
enum Ended {
    Lost,
    Stopped,
}

/// The connection that listens and notifies.
/// A connection that hears what the other nodes ring.
pub(super) struct Line {
    client: Client,
    /// Ends when the connection does.
    hearing: JoinHandle<()>,
}

impl Line {
    pub(super) async fn open(server: &Config, bell: &Bell) -> Result<Line, Error> {
        let mut server = server.clone();
        server.application_name("kanso-bell");
        let (client, connection) = connect::connect(&server).await?;
        let own = Arc::new(AtomicI32::new(0));
        let hearing = background::start(hear(connection, bell.clone(), own.clone()));
        let line = Line { client, hearing };
        let row = line.client.query_one("SELECT pg_backend_pid()", &[]).await.map_err(Error::connection)?;
        own.store(row.get(0), SeqCst);
        line.client.batch_execute("LISTEN kanso").await.map_err(Error::connection)?;
        Ok(line)
    }

    /// What else is asked on it before the exchange begins: a server that starts needs one connection less.
    pub(super) fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// Ends it, and waits until the server has seen that.
    pub(super) async fn close(self) {
        let Self { client, hearing } = self;
        drop(client);
        // What was wrong with it has been told already.
        let _ = hearing.await;
    }

    async fn reopen(server: &Config, bell: &Bell) -> Line {
        let mut pause = Duration::from_millis(100);
        loop {
            sleep(pause).await;
            match Line::open(server, bell).await {
                Ok(line) => return line,
                Err(error) => tracing::debug!(%error, "the connection for notices does not come back yet"),
            }
            pause = (pause * 2).min(Duration::from_secs(5));
        }
    }

    /// Tells the others what is put into the outbox.
    async fn serve(&mut self, outbox: &Outbox) -> Ended {
        loop {
            tokio::select! {
                () = outbox.wake.notified() => {}
                _ = &mut self.hearing => return Ended::Lost,
            }
            sleep(GATHERED).await;
            let topics = std::mem::take(&mut *outbox.topics.lock());
            if self.notify(&topics).await.is_err() {
                outbox.put(topics);
                return Ended::Lost;
            }
            if outbox.is_closing.load(SeqCst) {
                return Ended::Stopped;
            }
        }
    }

    async fn notify(&self, topics: &BTreeSet<i64>) -> Result<(), tokio_postgres::Error> {
        if topics.is_empty() {
            return Ok(());
        }
        let list = match topics.len() {
            ..=MANY => topics.iter().map(i64::to_string).collect::<Vec<_>>().join(","),
            _ => EVERYWHERE.to_owned(),
        };
        self.client.execute("SELECT pg_notify('kanso', $1)", &[&list]).await.map(drop)
    }
}

/// Rings here for what the other nodes tell, until the connection ends.
async fn hear(mut connection: Connection<Socket, NoTlsStream>, bell: Bell, own: Arc<AtomicI32>) {
    while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
        if let AsyncMessage::Notification(notice) = message
            && notice.process_id() != own.load(SeqCst)
        {
            for topic in notice.payload().split(',') {
                bell.announce(topic.parse().map_or(Rung::Missed, Rung::Topic));
            }
        }
    }
}
