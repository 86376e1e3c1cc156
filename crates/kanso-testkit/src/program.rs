//! The real program as a process, to be killed.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::{ADMIN_PASSWORD, Database};

/// `kanso serve` as a process of its own. It is killed when this is dropped.
pub struct Program {
    child: Child,
    // Kept open: a program whose output nobody reads would fail to write.
    _output: Lines<BufReader<ChildStdout>>,
    /// Where it listens.
    pub url: String,
}

impl Program {
    /// Starts the program at `path` on a free port and waits until it says that it is ready.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub async fn serve(path: &str, database: &Database) -> Self {
        let mut child = Command::new(path)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("KANSO_DATA", database.folder())
            .env("KANSO_DATABASE_URL", database.url_text())
            .env("KANSO_ADMIN_PASSWORD", ADMIN_PASSWORD)
            .env("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "true")
            .env("KANSO_LOG", "warn")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let ready = output.next_line().await.expect("it writes lines").expect("it says that it is ready");
        let url = ready.rsplit(' ').next().expect("the address is the last word").to_owned();
        Self { child, _output: output, url }
    }

    /// Runs another command of the program on the same database and answers what it prints.
    pub async fn run(path: &str, database: &Database, arguments: &[&str]) -> String {
        let output = Command::new(path)
            .args(arguments)
            .env("KANSO_DATA", database.folder())
            .env("KANSO_DATABASE_URL", database.url_text())
            .stdin(Stdio::null())
            .output()
            .await
            .expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// Kills it as a power cut would.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it can be killed");
    }
}
