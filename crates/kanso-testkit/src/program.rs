//! The real program as a process, to be killed.

use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use crate::{ADMIN_PASSWORD, Browser, Database, Rpc, SECRET_KEY};

/// `kanso serve` as a process of its own. It is killed when this is dropped.
pub struct Program {
    child: Child,
    // Kept open: a program whose output nobody reads would fail to write.
    _output: Lines<BufReader<ChildStdout>>,
    /// Where it listens.
    pub url: String,
}

/// A command that goes on, and what it prints. It is killed when this is dropped.
pub struct Running {
    child: Child,
    output: Lines<BufReader<ChildStdout>>,
}

impl Running {
    /// Starts a command that needs no database.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub fn start(path: &str, arguments: &[&str]) -> Self {
        let child = Command::new(path).args(arguments).stdout(Stdio::piped()).kill_on_drop(true).spawn();
        let mut child = child.expect("the program starts");
        let output = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        Self { child, output }
    }

    /// Kills it as a power cut would.
    ///
    /// # Panics
    ///
    /// When the system does not let it.
    pub async fn kill(mut self) {
        // One that has ended already is dead as well.
        self.child.kill().await.expect("it can be killed");
    }

    /// Waits for the next line.
    ///
    /// # Panics
    ///
    /// When it ends before.
    pub async fn line(&mut self) -> String {
        self.output.next_line().await.expect("it writes lines").expect("it goes on")
    }
}

/// How a command ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Its exit code; -1 when a signal ended it.
    pub code: i32,
    /// What it printed.
    pub output: String,
    /// What it complained of.
    pub error: String,
}

impl Program {
    /// Starts the program at `path` on a free port and waits until it says that it is ready.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub async fn serve(path: &str, database: &Database) -> Self {
        Self::serve_with(path, database, &[]).await
    }

    /// The same with more in its environment.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub async fn serve_with(path: &str, database: &Database, environment: &[(&str, &str)]) -> Self {
        let mut child = Command::new(path)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("KANSO_DATA", database.folder())
            .env("KANSO_DATABASE_URL", database.url_text())
            .env("KANSO_SECRET_KEY", SECRET_KEY)
            .env("KANSO_ADMIN_PASSWORD", ADMIN_PASSWORD)
            .env("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "true")
            .env("KANSO_LOG", "warn")
            .envs(environment.iter().copied())
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
        let ended = Self::try_run(path, database, arguments, "").await;
        assert!(ended.code == 0, "{arguments:?}: {ended:?}");
        ended.output
    }

    /// Runs another command with this input, and answers how it ended, whether well or not. Webhooks may reach
    /// loopback.
    pub async fn try_run(path: &str, database: &Database, arguments: &[&str], input: &str) -> Ended {
        Self::try_run_with(path, database, arguments, input, &[]).await
    }

    /// The same with more in its environment.
    pub async fn try_run_with(
        path: &str,
        database: &Database,
        arguments: &[&str],
        input: &str,
        environment: &[(&str, &str)],
    ) -> Ended {
        let mut child = Command::new(path)
            .args(arguments)
            .env("KANSO_DATA", database.folder())
            .env("KANSO_DATABASE_URL", database.url_text())
            .env("KANSO_SECRET_KEY", SECRET_KEY)
            .env("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "true")
            .envs(environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the program runs");
        let mut stdin = child.stdin.take().expect("its input is piped");
        // One that does not read its input may be gone already.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        let output = child.wait_with_output().await.expect("the program ends");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
        Ended {
            code: output.status.code().unwrap_or(-1),
            output: text(&output.stdout),
            error: text(&output.stderr),
        }
    }

    /// Begins another command of the program on the same database, to be killed while it works.
    ///
    /// # Panics
    ///
    /// When it does not start.
    pub fn begin(path: &str, database: &Database, arguments: &[&str]) -> Running {
        let mut child = Command::new(path)
            .args(arguments)
            .env("KANSO_DATA", database.folder())
            .env("KANSO_DATABASE_URL", database.url_text())
            .env("KANSO_SECRET_KEY", SECRET_KEY)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("the program starts");
        let output = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        Running { child, output }
    }

    /// A client of its JSON-RPC API.
    pub fn rpc(&self, username: &str, password: &str) -> Rpc {
        Rpc::new(format!("{}/jsonrpc.php", self.url), username, password)
    }

    /// A browser without JavaScript that looks at it, not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url.clone())
    }

    /// Kills it as a power cut would.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it can be killed");
    }
}
