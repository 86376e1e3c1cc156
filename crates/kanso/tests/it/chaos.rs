//! Many changes, a receiver that fails half the time, and servers that are killed at any moment: every committed
//! change is delivered, none is invented, the order of each task is kept, and what comes again has the same id.
//!
//! `KANSO_CHAOS` says how many changes; `make chaos` makes ten thousand.

mod verdict;
mod writers;

use std::collections::BTreeSet;

use kanso_core::{App, Clock, MIGRATIONS};
use kanso_db::Db;
use kanso_domain::{Event, EventId, TaskId};
use kanso_testkit::{Database, Program, Receiver, Response};
use kanso_webhooks::{Reach, Sender};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;

use verdict::Verdict;
use writers::Writer;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// How many changes are made where nobody asks for another number.
const CHANGES: usize = 600;

const WRITERS: usize = 6;

/// A client of one server. Nobody who is killed answers.
#[derive(Clone)]
pub(crate) struct Caller {
    client: reqwest::Client,
    url: String,
    token: String,
}

impl Caller {
    pub(crate) fn new(url: &str, token: &str) -> Self {
        Self { client: reqwest::Client::new(), url: format!("{url}/jsonrpc.php"), token: token.to_owned() }
    }

    /// What it answers; `None` if it does not, and whether it was done nobody knows.
    pub(crate) async fn call(&self, method: &str, params: impl Serialize) -> Option<Value> {
        let body = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1}).to_string();
        let request = self.client.post(&self.url).basic_auth("jsonrpc", Some(&self.token)).body(body);
        let answer: Value = serde_json::from_str(&request.send().await.ok()?.text().await.ok()?).ok()?;
        Some(answer.get("result").cloned().unwrap_or_default())
    }
}

/// Programs on one database, of which there are as many as it allows.
struct Servers<'d> {
    database: &'d Database,
    running: Vec<Option<Program>>,
    /// Where each listens.
    urls: watch::Sender<Vec<String>>,
}

impl<'d> Servers<'d> {
    async fn start(database: &'d Database) -> Self {
        let count = if matches!(database, Database::Postgres { .. }) { 2 } else { 1 };
        let running = std::iter::repeat_with(|| None).take(count).collect();
        let urls = watch::Sender::new(vec![String::new(); count]);
        let mut servers = Self { database, running, urls };
        for place in 0..count {
            servers.restart(place).await;
        }
        servers
    }

    /// Kills a server as a power cut would, and starts it again on another port.
    async fn restart(&mut self, place: usize) {
        if let Some(program) = self.running[place].take() {
            program.kill().await;
        }
        let quick = [("KANSO_WEBHOOK_RETRY_SCALE", "0.005")];
        let program = Program::serve_with(PROGRAM, self.database, &quick).await;
        self.urls.send_modify(|urls| urls[place].clone_from(&program.url));
        self.running[place] = Some(program);
    }

    async fn kill_all(self) {
        for program in self.running.into_iter().flatten() {
            program.kill().await;
        }
    }
}

/// The same numbers at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_killed_every_committed_change_arrives_once_in_order() {
    let changes = asked_for();
    let (database, receiver) = (Database::create().await, Receiver::start().await);
    fail_half_the_time(&receiver);
    Program::run(PROGRAM, &database, &["settings", "set", "webhook_url", &receiver.url()]).await;
    let mut servers = Servers::start(&database).await;
    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let first = Caller::new(&servers.urls.borrow()[0], &token);
    let project = first.call("createProject", ("Chaos",)).await.expect("it answers");
    let columns = first.call("getColumns", (project.clone(),)).await.expect("it answers");

    let (done, mut progress) = watch::channel(0_usize);
    let mut writers = JoinSet::new();
    for number in 0..WRITERS {
        let writer = Writer::new(number, servers.urls.subscribe(), &token, &project, &columns);
        writers.spawn(writer.work(changes / WRITERS, done.clone()));
    }
    let (kills, mut dice) = ((changes / 150).clamp(3, 30), Dice(7));
    for kill in 1..=kills {
        let many = changes * kill / (kills + 1);
        progress.wait_for(|done| *done >= many).await.expect("the writers work");
        let place = dice.roll(servers.running.len());
        servers.restart(place).await;
    }
    let mut acknowledged = Vec::new();
    while let Some(writer) = writers.join_next().await {
        acknowledged.extend(writer.expect("it ends by itself"));
    }
    servers.kill_all().await;
    drain(&database).await;

    let verdict = Verdict::of(&database, receiver.received(), kills).await;
    verdict.check(&acknowledged);
    println!("{verdict}");
}

/// How many changes `KANSO_CHAOS` asks for.
fn asked_for() -> usize {
    #[expect(clippy::disallowed_methods, reason = "the test is told by the environment how much to do")]
    let asked = std::env::var("KANSO_CHAOS");
    asked.map_or(CHANGES, |asked| asked.parse().expect("KANSO_CHAOS is a number"))
}

/// Refuses every second request, whichever that is, but none more than four times in a row: the schedule of retries
/// is shortened, and must not be used up by bad luck.
fn fail_half_the_time(receiver: &Receiver) {
    let state = parking_lot::Mutex::new((Dice(11), std::collections::HashMap::<String, u32>::new()));
    receiver.answer_by(move |received| {
        let (dice, refused) = &mut *state.lock();
        let refused =
            refused.entry(received.header("webhook-id").unwrap_or_default().to_owned()).or_default();
        let is_bad = dice.roll(2) == 0 && *refused < 4;
        *refused = if is_bad { *refused + 1 } else { 0 };
        Response::status(if is_bad { 503 } else { 200 })
    });
}

/// Delivers what is left when no server runs, by a clock that goes on as it is needed.
pub(crate) async fn drain(database: &Database) {
    let clock = Clock::manual(Clock::system().now() + 600);
    let files = kanso_core::file::FileStore::in_folder(database.folder().join("files"));
    let config = kanso_db::Config::new(database.url());
    let app = App::open(config, files, clock.clone(), kanso_testkit::secrets()).await.expect("it opens");
    let sender = Sender::new(Reach { private_networks: true });
    let all = kanso_core::delivery::DeliveryFilter {
        state: Some(kanso_core::delivery::State::Waiting),
        limit: 1,
        ..Default::default()
    };
    let admin = kanso_core::Actor::Application;
    for round in 0.. {
        kanso_webhooks::run_until_idle(&app, &sender).await.expect("the database answers");
        let waiting = kanso_core::delivery::list_deliveries(&app, &admin, all.clone()).await;
        if waiting.expect("the database answers").is_empty() {
            break;
        }
        assert!(round < 500, "something waits for ever");
        clock.advance(std::time::Duration::from_secs(1800));
    }
    app.close().await;
}

/// An event of the log that is told to receivers.
struct Committed {
    id: EventId,
    task: TaskId,
    event: Event,
    /// What it is called on the wire.
    wire: Vec<String>,
}

/// The events in the log that Kanboard's formats tell, in their order.
async fn committed(database: &Database) -> Vec<Committed> {
    const LOG: &str = "SELECT id, task_id, salt, event FROM events ORDER BY id";
    let db = Db::open(kanso_db::Config::new(database.url()), MIGRATIONS).await.expect("it opens");
    let log: Result<Vec<(i64, i64, String, String)>, kanso_db::Error> =
        db.read(|conn| Box::pin(async move { conn.all(LOG, &[]).await })).await;
    db.close().await;
    let read = |(id, task, salt, stored): (i64, i64, String, String)| {
        let event: Event = serde_json::from_str(&stored).expect("an event");
        let names = event.names().enumerate().filter(|(_, name)| name.is_kanboards());
        let wire = names.map(|(number, _)| match number {
            0 => format!("evt_{id}_{salt}"),
            _ => format!("evt_{id}_{salt}-{}", number + 1),
        });
        let wire = wire.collect();
        Committed { id: id.into(), task: task.into(), event, wire }
    };
    log.expect("the log").into_iter().map(read).filter(|committed| !committed.wire.is_empty()).collect()
}

/// The ids that must have come.
pub(crate) async fn expected_ids(database: &Database) -> BTreeSet<String> {
    committed(database).await.into_iter().flat_map(|committed| committed.wire).collect()
}
