//! The program killed while it tells people: nothing is lost, and what comes twice says so by its id.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kanso_core::Clock;
use kanso_core::file::FileStore;
use kanso_domain::schedule::Pace;
use kanso_mail::{Config, Post};
use kanso_testkit::{Browser, Database, MailServer, Program, Rpc, secrets};
use kanso_web::mail::Composer;
use parking_lot::Mutex;
use serde_json::json;
use tokio::task::JoinSet;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_told_of_a_task_that_was_acknowledged_gets_the_mail_also_after_a_kill() {
    let database = Database::create().await;
    let mails = MailServer::start().await;
    let sending = [("KANSO_SMTP_URL", &*mails.url()), ("KANSO_MAIL_FROM", "kanso@example.org")];
    let program = Program::serve_with(PROGRAM, &database, &sending).await;
    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let api = program.rpc("jsonrpc", &token);
    let project = api.call_for_id("createProject", json!(["Load"])).await;
    let bob = member(&program, &api, project, "bob").await;

    let acknowledged = Arc::new(Mutex::new(BTreeSet::<String>::new()));
    let mut writers = JoinSet::new();
    for writer in 0..4 {
        let (api, acknowledged) = (program.rpc("jsonrpc", &token), Arc::clone(&acknowledged));
        writers.spawn(async move {
            for n in 0.. {
                let title = format!("task {n} of {writer}.");
                let task = json!({"title": title, "project_id": project, "owner_id": bob});
                if api.call_if_there("createTask", task).await.is_none() {
                    return;
                }
                acknowledged.lock().insert(title);
            }
        });
    }
    while mails.received().len() < 3 {
        tokio::task::yield_now().await;
    }
    program.kill().await;
    while writers.join_next().await.is_some() {}
    let acknowledged = acknowledged.lock().clone();

    send_the_rest(&database, &mails).await;
    let mut ids = BTreeMap::<String, BTreeSet<String>>::new();
    for mail in mails.received() {
        let (id, said) = (mail.header("Message-ID").unwrap().to_owned(), mail.unfolded());
        for title in acknowledged.iter().filter(|title| said.contains(title.as_str())) {
            ids.entry(title.clone()).or_default().insert(id.clone());
        }
    }
    let lost: Vec<_> = acknowledged.iter().filter(|title| !ids.contains_key(*title)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let twice: Vec<_> = ids.iter().filter(|(_, ids)| ids.len() > 1).collect();
    assert!(twice.is_empty(), "told again under another id: {twice:?}");
}

/// Ten minutes later, when what was under way at the kill is nobody's any more.
async fn send_the_rest(database: &Database, mails: &MailServer) {
    let files = FileStore::in_folder(database.folder().join("files"));
    let clock = Clock::manual(Clock::system().now() + 600);
    let config = kanso_db::Config::new(database.url());
    let app = kanso_core::App::open(config, files, clock, secrets()).await.expect("database opens");
    let post = Post::new(&Config { url: mails.url(), from: Some("kanso@example.org".to_owned()) }).unwrap();
    let words = Composer::new(app.clone(), "http://127.0.0.1/");
    assert!(kanso_mail::send_due(&app, &post, &words, Pace::default()).await.unwrap());
    app.close().await;
}

/// Somebody in the project who wants a mail for each task of theirs.
async fn member(program: &Program, api: &Rpc, project: i64, name: &str) -> i64 {
    let account = json!({"username": name, "password": "a secret", "email": format!("{name}@example.org")});
    let id = api.call_for_id("createUser", account).await;
    assert_eq!(api.call("addProjectUser", json!([project, id, "project-member"])).await, json!(true));
    let browser = program.browser();
    sign_in(&browser, name, "a secret").await;
    let fields = [
        ("enabled", "1"),
        ("channel", "email"),
        ("topic", "task"),
        ("filter", "4"),
        ("rhythm", "now"),
        ("quiet_from", ""),
        ("quiet_until", ""),
    ];
    let saved = browser.submit("/profile/notifications", "/profile/notifications", &fields).await;
    assert_eq!(saved.location.as_deref(), Some("/profile/notifications?done=saved"), "{}", saved.body);
    id
}

async fn sign_in(browser: &Browser, name: &str, password: &str) {
    assert_eq!(browser.sign_in(name, password).await.status, 303);
}
