//! A receiver of webhooks on this machine, whose answers can be changed.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufStream};
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

/// How long a test waits for what must come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// The first line.
    pub(crate) line: String,
    /// The lines after it, as they were written, sorted.
    pub(crate) headers: Vec<String>,
    pub(crate) body: Value,
    /// The body as it was written.
    pub(crate) text: String,
    /// On which connection it came, counted from 1.
    pub(crate) connection: usize,
}

/// What to answer.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// Status and reason, further header lines, body.
    Say(&'static str, &'static str, String),
    /// 200 after this time.
    After(Duration),
    /// 200, and the beginning of a body that never ends.
    Trickle,
    /// The head of an answer with so many headers.
    Headers(usize),
    /// Nothing, and the connection is closed.
    HangUp,
    /// Something that is not HTTP.
    Babble,
}

type Rule = Box<dyn Fn(&Received) -> Answer + Send>;

/// The receiver. It ends with the test.
pub(crate) struct Receiver {
    port: u16,
    shared: Arc<Shared>,
    _server: JoinSet<()>,
}

struct Shared {
    rule: Mutex<Rule>,
    received: watch::Sender<Vec<Received>>,
}

pub(crate) fn ok() -> Answer {
    Answer::Say("200 OK", "", "thanks".to_owned())
}

impl Received {
    pub(crate) fn event(&self) -> &str {
        self.body["event_name"].as_str().unwrap()
    }

    pub(crate) fn task_id(&self) -> i64 {
        let id = &self.body["event_data"]["task"]["id"];
        id.as_str().unwrap().parse().unwrap()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.find_header(name).unwrap()
    }

    pub(crate) fn find_header(&self, name: &str) -> Option<&str> {
        let named = |line: &&String| line.to_ascii_lowercase().starts_with(&format!("{name}: "));
        self.headers.iter().find(named).map(|line| &line[name.len() + 2..])
    }
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            rule: Mutex::new(Box::new(|_| ok())),
            received: watch::Sender::new(Vec::new()),
        });
        let mut server = JoinSet::new();
        server.spawn(serve(listener, Arc::clone(&shared)));
        Self { port, shared, _server: server }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/hook?for=kanso", self.port)
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// From now on answers as `rule` says.
    pub(crate) fn answer(&self, rule: impl Fn(&Received) -> Answer + Send + 'static) {
        *self.shared.rule.lock().unwrap() = Box::new(rule);
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.shared.received.borrow().clone()
    }

    /// All that was received, once there are `count`.
    pub(crate) async fn wait_for(&self, count: usize) -> Vec<Received> {
        let mut received = self.shared.received.subscribe();
        let enough = timeout(PATIENCE, received.wait_for(|all| all.len() >= count)).await;
        enough.expect("what was awaited comes").unwrap().clone()
    }
}

async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    let mut count = 0;
    loop {
        select! {
            accepted = listener.accept() => {
                count += 1;
                connections.spawn(talk(accepted.unwrap().0, count, Arc::clone(&shared)));
            }
            Some(_) = connections.join_next() => {}
        }
    }
}

/// The requests of a connection, until one closes it. That it breaks is no fault of the receiver.
async fn talk(stream: TcpStream, connection: usize, shared: Arc<Shared>) {
    let mut stream = BufStream::new(stream);
    while let Ok(Some(received)) = read(&mut stream).await {
        let received = Received { connection, ..received };
        let answer = (shared.rule.lock().unwrap())(&received);
        let is_last = received.find_header("connection") == Some("close") || matches!(answer, Answer::HangUp);
        shared.received.send_modify(|all| all.push(received));
        if reply(&mut stream, answer).await.is_err() || is_last {
            return;
        }
    }
}

async fn read(stream: &mut BufStream<TcpStream>) -> io::Result<Option<Received>> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let line = lines.remove(0);
    lines.sort_unstable();
    let mut received =
        Received { line, headers: lines, body: Value::Null, text: String::new(), connection: 0 };
    let mut body = vec![0; received.header("content-length").parse().unwrap()];
    stream.read_exact(&mut body).await?;
    received.text = String::from_utf8(body).unwrap();
    received.body = serde_json::from_str(&received.text).unwrap();
    Ok(Some(received))
}

async fn reply(stream: &mut BufStream<TcpStream>, answer: Answer) -> io::Result<()> {
    let text = match answer {
        Answer::Say(status, headers, body) => {
            format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len())
        }
        Answer::After(wait) => {
            sleep(wait).await;
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_owned()
        }
        Answer::Trickle => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbegun").await?;
            stream.flush().await?;
            sleep(PATIENCE).await;
            String::new()
        }
        Answer::Headers(count) => {
            let headers: String = (0..count).map(|number| format!("X-{number}: y\r\n")).collect();
            format!("HTTP/1.1 200 OK\r\n{headers}Content-Length: 0\r\n\r\n")
        }
        Answer::HangUp => String::new(),
        Answer::Babble => "¿qué?\r\n\r\n".to_owned(),
    };
    stream.write_all(text.as_bytes()).await?;
    stream.flush().await
}
