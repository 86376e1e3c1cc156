//! A NATS server for one test, and what arrived in it.

use std::path::Path;
use std::process::Stdio;

use async_nats::Subscriber;
use async_nats::jetstream::consumer::pull::OrderedConfig;
use futures_util::StreamExt;
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

/// Debian's `nats-server` with JetStream, on a port of its own, its store in a folder of its own. It is killed when
/// this is dropped.
pub struct Nats {
    process: Process,
    port: u16,
    client: async_nats::Client,
    passing: Subscriber,
    // Last, so that it goes after the server.
    folder: TempDir,
}

struct Process {
    child: Child,
    // Kept open: a program whose output nobody reads would fail to write.
    output: Lines<BufReader<ChildStderr>>,
}

/// A message as the stream has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// Its subject.
    pub subject: String,
    /// The header `Nats-Msg-Id`.
    pub id: String,
    /// Its body.
    pub body: Value,
}

impl Nats {
    /// Starts a server.
    ///
    /// # Panics
    ///
    /// When there is no `nats-server`: nothing skips itself.
    pub async fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let mut process = Process::start(folder.path(), "-1");
        let port = process.ready().await.expect("it says where it listens");
        let client = async_nats::connect(format!("127.0.0.1:{port}")).await.expect("it answers");
        let passing = client.subscribe("kanso.events.>").await.expect("it takes subscriptions");
        client.flush().await.expect("it answers");
        Self { process, port, client, passing, folder }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Waits for the next message to pass, stored or dropped.
    pub async fn next(&mut self) -> String {
        let message = self.passing.next().await.expect("messages go on");
        message.subject.to_string()
    }

    /// Kills it as a power cut would.
    pub async fn kill(&mut self) {
        self.process.child.kill().await.expect("it can be killed");
    }

    /// Starts it again on the same port, with what it had stored.
    pub async fn start_again(&mut self) {
        self.process = Process::start(self.folder.path(), &self.port.to_string());
        self.process.ready().await;
    }

    /// All that the stream has, in its order, up to the message with this id. Waits for that.
    ///
    /// # Panics
    ///
    /// When there is no such stream.
    pub async fn published(&self, stream: &str, last: &str) -> Vec<Published> {
        let stream = async_nats::jetstream::new(self.client.clone()).get_stream(stream).await;
        let stream = stream.expect("there is a stream");
        let consumer = stream.create_consumer(OrderedConfig::default()).await.expect("it can be read");
        let mut messages = consumer.messages().await.expect("it can be read");
        let mut all: Vec<Published> = Vec::new();
        while all.last().is_none_or(|message| message.id != last) {
            let message = messages.next().await.expect("messages go on").expect("it can be read");
            let id = message.headers.as_ref().and_then(|headers| headers.get("Nats-Msg-Id"));
            all.push(Published {
                subject: message.subject.to_string(),
                id: id.map(ToString::to_string).unwrap_or_default(),
                body: serde_json::from_slice(&message.payload).expect("the body is JSON"),
            });
        }
        all
    }
}

impl Process {
    fn start(folder: &Path, port: &str) -> Self {
        let mut child = Command::new("nats-server")
            .args(["--addr", "127.0.0.1", "--port", port, "--jetstream", "--store_dir"])
            .arg(folder)
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("nats-server starts: run `make test`");
        let output = BufReader::new(child.stderr.take().expect("its output is piped")).lines();
        Self { child, output }
    }

    /// Waits until it is ready, and answers its port.
    async fn ready(&mut self) -> Option<u16> {
        let mut port = None;
        loop {
            let line =
                self.output.next_line().await.expect("it writes lines").expect("it says that it is ready");
            if let Some((_, address)) = line.split_once("Listening for client connections on ") {
                port = address.rsplit(':').next().and_then(|port| port.trim().parse().ok());
            }
            if line.contains("Server is ready") {
                return port;
            }
        }
    }
}
