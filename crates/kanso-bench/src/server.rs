//! The release program as a process, and an empty handler for comparison.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use axum::Router;
use axum::body::Bytes;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::net::TcpListener;
use tokio::process::{Child, ChildStdout, Command};

/// The password of `admin` in the measured servers.
pub(crate) const PASSWORD: &str = "bench-password";

/// The release program, built beside this one.
pub(crate) fn program() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()?.with_file_name("kanso");
    ensure!(program.exists(), "{} is missing: run `make bench`", program.display());
    Ok(program)
}

/// A running server with a database of its own.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) started_in: Duration,
    child: Child,
    _output: Lines<BufReader<ChildStdout>>,
}

impl Server {
    pub(crate) async fn start(program: &Path, data: &TempDir) -> anyhow::Result<Self> {
        let begin = Instant::now();
        let mut child = command(program, data)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("KANSO_ADMIN_PASSWORD", PASSWORD)
            .env("KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", "true")
            .env("KANSO_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()?;
        let mut output = BufReader::new(child.stdout.take().context("its output")?).lines();
        let ready = output.next_line().await?.context("it did not start")?;
        let address = ready.rsplit('/').next().context("its address")?.parse()?;
        Ok(Self { address, started_in: begin.elapsed(), child, _output: output })
    }

    /// The memory it holds, in KiB.
    pub(crate) fn resident(&self) -> anyhow::Result<u64> {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.child.id().context("it runs")?))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        Ok(line.trim().trim_end_matches(" kB").parse()?)
    }

    pub(crate) async fn stop(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }
}

/// Runs another command of the program on the same data, and answers what it prints.
pub(crate) async fn run(program: &Path, data: &TempDir, arguments: &[&str]) -> anyhow::Result<String> {
    let output = command(program, data).args(arguments).output().await?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

pub(crate) fn command(program: &Path, data: &TempDir) -> Command {
    let mut command = Command::new(program);
    command.env("KANSO_DATA", data.path()).kill_on_drop(true);
    command
}

/// A handler that reads a body and answers a few bytes of JSON: what HTTP alone costs here.
pub(crate) async fn empty() -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    // A thread of its own, which ends with the program, as the measured server is a process of its own.
    let listener = listener.into_std()?;
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let Ok(runtime) = runtime else { return };
        runtime.block_on(async move {
            let answer = async |_: Bytes| {
                ([("content-type", "application/json")], r#"{"jsonrpc":"2.0","result":1,"id":1}"#)
            };
            let Ok(listener) = TcpListener::from_std(listener) else { return };
            let _ = axum::serve(listener, Router::new().fallback(answer)).await;
        });
    });
    Ok(address)
}
