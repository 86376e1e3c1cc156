//! A folder of mails on an IMAP server of its own.

use std::fs::Permissions;
use std::net::Ipv4Addr;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::Stdio;

use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, ChildStderr, Command};

use crate::gate::Gate;

/// Debian's Dovecot on ports of its own, its mails in a folder of its own. It is killed when this is dropped.
pub struct MailFolder {
    _child: Child,
    // Kept open: a program whose output nobody reads would fail to write.
    _output: Lines<BufReader<ChildStderr>>,
    port: u16,
    tls_port: u16,
    folder: TempDir,
}

/// The account, which any name opens with this password.
const PASSWORD: &str = "se/cret";

impl MailFolder {
    /// Starts a server.
    ///
    /// # Panics
    ///
    /// When there is no Dovecot: nothing skips itself.
    pub async fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let (port, tls_port) = (free_port().await, free_port().await);
        certify(folder.path()).await;
        let config = configuration(folder.path(), port, tls_port).await;
        std::fs::write(folder.path().join("dovecot.conf"), config).expect("a file can be written");
        let mut child = Command::new("/usr/sbin/dovecot")
            .args(["-F", "-c"])
            .arg(folder.path().join("dovecot.conf"))
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("dovecot starts: run `make test`");
        let mut output = BufReader::new(child.stderr.take().expect("its output is piped")).lines();
        let mut said = String::new();
        while !said.contains("starting up for imap") {
            said = output.next_line().await.expect("it writes lines").expect("it says that it starts up");
        }
        Self { _child: child, _output: output, port, tls_port, folder }
    }

    /// What `KANSO_MAIL_IN_URL` says of it, without encryption.
    pub fn url(&self) -> String {
        url_of(self.port)
    }

    /// The same with encryption from the beginning.
    pub fn url_with_tls(&self) -> String {
        format!("imaps://kanso:se%2Fcret@localhost:{}/INBOX", self.tls_port)
    }

    /// The same with STARTTLS.
    pub fn url_with_starttls(&self) -> String {
        format!("imap://kanso:se%2Fcret@localhost:{}", self.port)
    }

    /// The certificate by which it can be trusted.
    pub fn certificate(&self) -> String {
        self.folder.path().join("certificate.pem").display().to_string()
    }

    /// A gate before it.
    pub async fn gate(&self) -> Gate {
        Gate::before(self.port).await
    }

    /// Puts a mail into the folder. Its lines may end with line feeds alone.
    pub async fn deliver(&self, mail: &str) {
        let raw = mail.replace("\r\n", "\n").replace('\n', "\r\n");
        let mut session = self.session().await;
        session.append("INBOX", None, None, raw).await.expect("the mail is taken");
        session.logout().await.expect("it ends well");
    }

    /// The flags of each mail, oldest first, such as `Flagged Seen`.
    pub async fn flags(&self) -> Vec<String> {
        let mut session = self.session().await;
        let fetched = session.uid_fetch("1:*", "(UID FLAGS)").await.expect("it answers");
        let fetched: Vec<_> = fetched.try_collect().await.expect("it answers");
        let flags = |mail: &async_imap::types::Fetch| -> String {
            let all = mail.flags().map(|flag| format!("{flag:?}")).filter(|flag| flag != "Recent");
            all.collect::<Vec<_>>().join(" ")
        };
        fetched.iter().map(flags).collect()
    }

    /// Takes all flags away, as if nobody had looked.
    pub async fn unsee(&self) {
        let mut session = self.session().await;
        let stored = session.uid_store("1:*", "-FLAGS (\\Seen \\Flagged)").await.expect("it answers");
        let _: Vec<_> = stored.try_collect().await.expect("it answers");
    }

    async fn session(&self) -> Session<TcpStream> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await.expect("it listens");
        let mut client = Client::new(stream);
        client.read_response().await.expect("it greets").expect("it greets");
        let signed_in = client.login("kanso", PASSWORD).await.map_err(|(error, _)| error);
        let mut session = signed_in.expect("the password is right");
        session.select("INBOX").await.expect("there is a folder");
        session
    }
}

/// What `KANSO_MAIL_IN_URL` says of a port, without encryption.
pub(crate) fn url_of(port: u16) -> String {
    format!("imap://kanso:se%2Fcret@127.0.0.1:{port}/INBOX?tls=none")
}

/// Dovecot takes no port that it chooses itself.
pub(crate) async fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// What the account is called that runs the tests, or its group.
async fn named(what: &str) -> String {
    let known = Command::new("id").arg(what).output().await.expect("it is there");
    String::from_utf8_lossy(&known.stdout).trim().to_owned()
}

/// Makes a certificate for `localhost` that is its own authority.
pub(crate) async fn certify(folder: &Path) {
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ])
        .args(["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout"])
        .arg(folder.join("key.pem"))
        .arg("-out")
        .arg(folder.join("certificate.pem"))
        .stderr(Stdio::null())
        .status();
    assert!(made.await.expect("openssl runs: run `make test`").success(), "a certificate is made");
}

/// Nothing is shared with a server of the machine. Its services give up root's rights where they are started with
/// them, and run as whoever runs the tests where not.
async fn configuration(folder: &Path, port: u16, tls_port: u16) -> String {
    let mails = folder.join("mails");
    std::fs::create_dir(&mails).expect("a folder can be made");
    let is_root = std::fs::metadata(&mails).expect("it is there").uid() == 0;
    let (mut user, mut group) = (named("-un").await, named("-gn").await);
    if is_root {
        for path in [folder, &mails] {
            std::fs::set_permissions(path, Permissions::from_mode(0o777)).expect("it is ours");
        }
        (user, group) = ("nobody".to_owned(), "nogroup".to_owned());
    }
    let folder = folder.display();
    format!(
        "base_dir = {folder}/run\nstate_dir = {folder}/state\nprotocols = imap\nlisten = 127.0.0.1\n\
         log_path = /dev/stderr\ndisable_plaintext_auth = no\nauth_failure_delay = 0\nfirst_valid_uid = 0\n\
         default_login_user = {user}\ndefault_internal_user = {user}\ndefault_internal_group = {group}\n\
         ssl = yes\nssl_cert = <{folder}/certificate.pem\nssl_key = <{folder}/key.pem\n\
         mail_location = maildir:{folder}/mails\n\
         passdb {{\n driver = static\n args = password={PASSWORD}\n}}\n\
         userdb {{\n driver = static\n args = uid={user} gid={group} home={folder}/mails\n}}\n\
         service imap-login {{\n chroot =\n inet_listener imap {{\n port = {port}\n }}\n \
         inet_listener imaps {{\n port = {tls_port}\n ssl = yes\n }}\n}}\n\
         service anvil {{\n chroot =\n}}\n"
    )
}
