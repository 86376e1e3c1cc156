//! A backup of a large installation while calls come in: how long it takes, how large it is, how much memory it needs,
//! and what callers notice.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::import;
use crate::load::Connection;
use crate::rpc::Api;
use crate::server::{self, Server};
use crate::table::Table;

/// How many callers there are, each with its next call when the last was answered.
const CALLERS: u64 = 4;
/// So many calls are made before, to compare with.
const QUIET: Duration = Duration::from_secs(4);

/// What callers noticed.
#[derive(Default)]
struct Noticed {
    calls: AtomicU64,
    failed: AtomicU64,
    longest_us: AtomicU64,
    is_over: AtomicBool,
}

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let (data, folder) = (TempDir::new()?, TempDir::new()?);
    import::fill(program, &data).await?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let before = during(&api, tokio::time::sleep(QUIET)).await?.0;
    told(table, "calls beforehand", &before, QUIET);
    for (what, passphrase) in [("backup", ""), ("backup with a passphrase", "correct horse")] {
        let file = folder.path().join("backup");
        let begin = Instant::now();
        let child = server::command(program, &data)
            .args(["backup", &file.display().to_string()])
            .env("KANSO_BACKUP_PASSPHRASE", passphrase)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()?;
        let (noticed, most) = during(&api, import::watch(child)).await?;
        let took = begin.elapsed();
        let what = format!("{what} of 100,000 tasks, 500,000 comments, 1,000,000 events, read back");
        table.figure(&what, format!("{:.1} s", took.as_secs_f64()));
        table.figure("its memory at most", format!("{} MiB", most? / 1024));
        table.figure("its size", format!("{} MB", std::fs::metadata(&file)?.len() / 1_000_000));
        told(table, "calls meanwhile", &noticed, took);
    }
    server.stop().await
}

fn told(table: &mut Table, what: &str, noticed: &Noticed, took: Duration) {
    let calls = noticed.calls.load(Relaxed);
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more than 52 bits")]
    let rate = calls as f64 / took.as_secs_f64();
    table.figure(what, format!("{rate:.0}/s"));
    table.figure("failed of them", noticed.failed.load(Relaxed).to_string());
    table.figure("the longest of them", format!("{} ms", noticed.longest_us.load(Relaxed) / 1000));
}

/// Calls until the work is done.
async fn during<T>(api: &Api, work: impl Future<Output = T>) -> anyhow::Result<(Arc<Noticed>, T)> {
    let (noticed, mut callers, mut background) =
        (Arc::new(Noticed::default()), JoinSet::new(), JoinSet::new());
    for caller in 0..CALLERS {
        let connection = Connection::open(api.address, &mut background).await?;
        callers.spawn(call(api.clone(), connection, Arc::clone(&noticed), caller));
    }
    let done = work.await;
    noticed.is_over.store(true, Relaxed);
    while callers.join_next().await.is_some() {}
    Ok((noticed, done))
}

async fn call(api: Api, mut connection: Connection, noticed: Arc<Noticed>, caller: u64) {
    for n in (caller..).step_by(usize::try_from(CALLERS).unwrap_or(1)) {
        if noticed.is_over.load(Relaxed) {
            return;
        }
        let task = 100 + n.wrapping_mul(7919) % 100_000;
        let request = match n / CALLERS % 4 {
            0 | 1 => api.request("getTask", &json!([task])),
            2 => api.request("createTask", &json!({"title": "While a backup is written", "project_id": 1})),
            _ => api.request("updateTask", &json!({"id": task, "score": n % 100})),
        };
        let sent = Instant::now();
        let answer = connection.send(request).await;
        let took = u64::try_from(sent.elapsed().as_micros()).unwrap_or(u64::MAX);
        noticed.longest_us.fetch_max(took, Relaxed);
        noticed.calls.fetch_add(1, Relaxed);
        let result = answer.ok().and_then(|body| serde_json::from_slice::<Value>(&body).ok());
        let is_answered = result.is_some_and(|answer| {
            answer["result"].is_object() || answer["result"].is_number() || answer["result"] == true
        });
        if !is_answered {
            noticed.failed.fetch_add(1, Relaxed);
        }
    }
}
