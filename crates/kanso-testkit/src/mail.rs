//! A mail server that keeps what it gets, and refuses what the test wants it to.

use std::net::SocketAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

/// A mail server on a port of its own.
pub struct MailServer {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    _serving: JoinSet<()>,
}

#[derive(Default)]
struct Shared {
    received: Vec<ReceivedMail>,
    /// What is answered to who names a recipient.
    refusal: Option<&'static str>,
    /// Whether callers hear nothing once they have given a mail away.
    is_silent: bool,
}

/// A mail as it came.
#[derive(Clone, Debug, Default)]
pub struct ReceivedMail {
    /// The address it is for.
    pub to: String,
    /// The header and the body, as they were written.
    pub raw: String,
}

impl ReceivedMail {
    /// The value of a header on its first line, without its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default();
        head.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// The whole with the line ends gone that quoting put in.
    pub fn unfolded(&self) -> String {
        self.raw.replace("=\r\n", "").replace("=3D", "=")
    }
}

impl MailServer {
    /// Starts one.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Mutex::new(Shared::default()));
        let (mut serving, kept) = (JoinSet::new(), Arc::clone(&shared));
        serving.spawn(async move {
            let mut callers = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let kept = Arc::clone(&kept);
                callers.spawn(async move { converse(stream, &kept).await });
            }
        });
        Self { address, shared, _serving: serving }
    }

    /// What `KANSO_SMTP_URL` says of it.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// All it got, oldest first.
    pub fn received(&self) -> Vec<ReceivedMail> {
        self.shared.lock().received.clone()
    }

    /// Answers everybody who names a recipient with this, such as `450 busy`, or takes everything again.
    pub fn refuse(&self, refusal: Option<&'static str>) {
        self.shared.lock().refusal = refusal;
    }

    /// Takes mails, but goes away before saying so, or says so again.
    pub fn fall_silent(&self, is_silent: bool) {
        self.shared.lock().is_silent = is_silent;
    }
}

/// One conversation by RFC 5321; a caller that goes away ends it.
async fn converse(stream: TcpStream, shared: &Mutex<Shared>) -> Option<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = ReceivedMail::default();
    writer.write_all(b"220 test\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let answer = match line.get(..4).unwrap_or(&line).to_ascii_uppercase().as_str() {
            "RCPT" => {
                let address = line.split(['<', '>']).nth(1).unwrap_or_default();
                mail.to = address.to_owned();
                shared.lock().refusal.unwrap_or("250 taken").to_owned()
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    mail.raw.push_str(line.strip_prefix("..").map_or(&*line, |_| &line[1..]));
                    mail.raw.push_str("\r\n");
                }
                let mut kept = shared.lock();
                kept.received.push(std::mem::take(&mut mail));
                if kept.is_silent {
                    return None;
                }
                "250 taken".to_owned()
            }
            "QUIT" => {
                writer.write_all(b"221 bye\r\n").await.ok()?;
                return Some(());
            }
            _ => "250 well".to_owned(),
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}
