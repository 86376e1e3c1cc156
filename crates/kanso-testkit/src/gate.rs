//! A gate before a server, which a test closes.

use std::net::Ipv4Addr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::imap::url_of;

/// A way to a server that can be closed.
pub struct Gate {
    port: u16,
    rule: watch::Sender<Rule>,
    has_stopped: watch::Receiver<bool>,
    _serving: JoinSet<()>,
}

#[derive(Clone, Copy)]
enum Rule {
    Open,
    Shut,
    /// What comes before this goes through, and nothing after it.
    StopBefore(&'static str),
}

impl Gate {
    pub(crate) async fn before(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (rule, rules) = watch::channel(Rule::Open);
        let (stopped, has_stopped) = watch::channel(false);
        let stopped = Arc::new(stopped);
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let mut callers = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let (rules, stopped) = (rules.clone(), Arc::clone(&stopped));
                callers.spawn(async move { pass(stream, server, &rules, &stopped).await });
            }
        });
        Self { port, rule, has_stopped, _serving: serving }
    }

    /// What `KANSO_MAIL_IN_URL` says of it.
    pub fn url(&self) -> String {
        url_of(self.port)
    }

    /// Where it stands.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Lets everything through.
    pub fn open(&self) {
        self.rule.send_replace(Rule::Open);
    }

    /// Lets nobody through who comes from now on.
    pub fn shut(&self) {
        self.rule.send_replace(Rule::Shut);
    }

    /// Stops what somebody says before this word, and lets them wait.
    pub fn stop_before(&self, word: &'static str) {
        self.rule.send_replace(Rule::StopBefore(word));
    }

    /// Waits until somebody was stopped.
    pub async fn stopped(&mut self) {
        self.has_stopped.wait_for(|stopped| *stopped).await.expect("the gate stands");
    }
}

/// Passes on what both say; a caller that goes away ends it.
async fn pass(
    caller: TcpStream,
    server: u16,
    rules: &watch::Receiver<Rule>,
    stopped: &watch::Sender<bool>,
) -> Option<()> {
    if matches!(*rules.borrow(), Rule::Shut) {
        return None;
    }
    let (mut hears, mut says) = TcpStream::connect((Ipv4Addr::LOCALHOST, server)).await.ok()?.into_split();
    let (mut from_caller, mut to_caller) = caller.into_split();
    let there = async {
        let mut buffer = vec![0; 65_536];
        loop {
            let read = from_caller.read(&mut buffer).await.ok().filter(|read| *read > 0)?;
            let rule = *rules.borrow();
            if let Rule::StopBefore(word) = rule
                && String::from_utf8_lossy(&buffer[..read]).contains(word)
            {
                stopped.send_replace(true);
                std::future::pending::<()>().await;
            }
            says.write_all(&buffer[..read]).await.ok()?;
        }
    };
    let back = async { tokio::io::copy(&mut hears, &mut to_caller).await.ok().map(drop) };
    tokio::select! {
        ended = there => ended,
        ended = back => ended,
    }
}
