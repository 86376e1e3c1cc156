//! Several servers on one database, one of which dies.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kanso_testkit::{Database, Program, Receiver};
use parking_lot::Mutex;
use tokio::task::JoinSet;

use crate::chaos::{Caller, PROGRAM, drain, expected_ids};

/// Two servers where the database allows it.
async fn start(database: &Database) -> Vec<Program> {
    let mut programs = vec![Program::serve(PROGRAM, database).await];
    if matches!(database, Database::Postgres { .. }) {
        programs.push(Program::serve(PROGRAM, database).await);
    }
    programs
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_servers_one_is_killed_and_nothing_is_lost() {
    let (database, receiver) = (Database::create().await, Receiver::start().await);
    Program::run(PROGRAM, &database, &["settings", "set", "webhook_url", &receiver.url()]).await;
    let mut programs = start(&database).await;
    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let callers: Vec<_> = programs.iter().map(|program| Caller::new(&program.url, &token)).collect();
    let project = callers[0].call("createProject", ("Two",)).await.expect("it answers");

    let created = Arc::new(Mutex::new(BTreeSet::new()));
    let mut writers = JoinSet::new();
    for (writer, caller) in callers.iter().cycle().take(4).cloned().enumerate() {
        let (created, project) = (Arc::clone(&created), project.clone());
        writers.spawn(async move {
            for number in 0..100 {
                let title = format!("task {number} of writer {writer}");
                let Some(id) = caller.call("createTask", (title, project.clone())).await else { return };
                created.lock().insert(id.as_i64().expect("an id"));
            }
        });
    }
    receiver.wait_for(60).await;
    programs.pop().expect("one to be killed").kill().await;
    while writers.join_next().await.is_some() {}
    if programs.is_empty() {
        programs = vec![Program::serve(PROGRAM, &database).await];
    }
    // The one that is left goes on with all but what the other one had claimed.
    let left = created.lock().len().saturating_sub(300);
    receiver.wait_for(left).await;
    for program in programs {
        program.kill().await;
    }
    drain(&database).await;

    let (expected, created) = (expected_ids(&database).await, created.lock().clone());
    let mut bodies = BTreeMap::new();
    for received in receiver.received() {
        let id = received.header("webhook-id").expect("an id").to_owned();
        let first = bodies.entry(id).or_insert_with(|| received.body.clone());
        assert_eq!(*first, received.body, "what comes again is the same");
    }
    assert_eq!(bodies.keys().cloned().collect::<BTreeSet<_>>(), expected);
    let told: BTreeSet<_> =
        bodies.values().filter_map(|body| body["event_data"]["task_id"].as_i64()).collect();
    assert!(created.is_subset(&told), "lost: {:?}", created.difference(&told));
}
