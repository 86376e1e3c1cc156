//! The program killed while it works: what it said yes to is there, and arrives.

use std::collections::BTreeSet;
use std::sync::Arc;

use kanso_core::Clock;
use kanso_testkit::{Database, Program, Receiver};
use parking_lot::Mutex;
use serde_json::json;
use tokio::task::JoinSet;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

async fn open(database: &Database, clock: Clock) -> kanso_core::App {
    let files = kanso_core::file::FileStore::in_folder(database.folder().join("files"));
    let config = kanso_db::Config::new(database.url());
    kanso_core::App::open(config, files, clock, kanso_testkit::secrets()).await.expect("database opens")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_task_survives_a_kill_and_its_webhook_arrives() {
    let database = Database::create().await;
    let receiver = Receiver::start().await;
    receiver.answer(503);
    Program::run(PROGRAM, &database, &["settings", "set", "webhook_url", &receiver.url()]).await;
    let program = Program::serve(PROGRAM, &database).await;
    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let project = program.rpc("jsonrpc", &token).call("createProject", json!(["Load"])).await;

    let acknowledged = Arc::new(Mutex::new(BTreeSet::<i64>::new()));
    let mut writers = JoinSet::new();
    for writer in 0..8 {
        let (api, acknowledged) = (program.rpc("jsonrpc", &token), Arc::clone(&acknowledged));
        let project = project.clone();
        writers.spawn(async move {
            for n in 0.. {
                let title = format!("task {n} of writer {writer}");
                let Some(id) = api.call_if_there("createTask", json!([title, project])).await else {
                    return;
                };
                acknowledged.lock().insert(id.as_i64().unwrap());
            }
        });
    }
    while acknowledged.lock().len() < 300 {
        tokio::task::yield_now().await;
    }
    program.kill().await;
    while writers.join_next().await.is_some() {}
    let acknowledged = acknowledged.lock().clone();

    receiver.answer(200);
    let app = open(&database, Clock::manual(Clock::system().now() + 600)).await;
    let actor = kanso_core::Actor::Application;
    let stored: BTreeSet<i64> =
        kanso_core::task::list_tasks(&app, &actor, project.as_i64().unwrap().into(), 1)
            .await
            .unwrap()
            .into_iter()
            .map(|task| task.id.get())
            .collect();
    assert!(acknowledged.is_subset(&stored), "lost: {:?}", acknowledged.difference(&stored));

    let sender = kanso_webhooks::Sender::new(kanso_webhooks::Reach { private_networks: true });
    kanso_webhooks::run_until_idle(&app, &sender).await.unwrap();
    let delivered: BTreeSet<i64> = receiver
        .received()
        .iter()
        .filter_map(|webhook| webhook.body["event_data"]["task_id"].as_i64())
        .collect();
    assert!(acknowledged.is_subset(&delivered), "not sent: {:?}", acknowledged.difference(&delivered));
    app.close().await;
}
