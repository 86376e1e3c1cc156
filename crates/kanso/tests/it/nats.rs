//! The log published into NATS JetStream.

use kanso_core::event::{FeedFilter, Logged, read_feed};
use kanso_core::file::FileStore;
use kanso_core::{Actor, App, Clock};
use kanso_domain::EventName;
use kanso_testkit::{Database, Nats, Program, Published};
use serde_json::{Value, json};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// A server that publishes, and its API.
struct Server {
    program: Program,
    client: reqwest::Client,
    token: String,
}

impl Server {
    async fn start(database: &Database, nats: &Nats) -> Self {
        let program = Program::serve_with(PROGRAM, database, &[("KANSO_NATS_URL", &nats.url())]).await;
        let token = Program::run(PROGRAM, database, &["settings", "get", "api_token"]).await;
        Self { program, client: reqwest::Client::new(), token }
    }

    async fn call(&self, method: &str, params: Value) -> Option<Value> {
        let body = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1}).to_string();
        let request = self.client.post(format!("{}/jsonrpc.php", self.program.url));
        let request = request.basic_auth("jsonrpc", Some(&self.token)).body(body);
        let answer: Value = serde_json::from_str(&request.send().await.ok()?.text().await.ok()?).ok()?;
        answer.get("result").cloned()
    }

    async fn tasks(&self, project: &Value, count: usize) {
        for n in 0..count {
            self.call("createTask", json!([format!("task {n}"), project])).await.expect("it is there");
        }
    }
}

/// What the log has, as it should be published.
async fn logged(database: &Database) -> Vec<(String, String)> {
    let files = FileStore::in_folder(database.folder().join("files"));
    let config = kanso_db::Config::new(database.url());
    let app = App::open(config, files, Clock::system(), kanso_testkit::secrets()).await.expect("it is there");
    let (mut events, mut after) = (Vec::new(), None);
    loop {
        let filter = FeedFilter { after, limit: 1000, ..FeedFilter::default() };
        let feed = read_feed(&app, &Actor::Application, filter).await.expect("it is there");
        events.extend(feed.events);
        if !feed.has_more {
            break;
        }
        after = Some(feed.next);
    }
    app.close().await;
    let message = |event: Logged| {
        let subject = |name: EventName| format!("kanso.events.{}.{}", event.project, name.as_str());
        event.event.names().map(|name| (subject(name), event.message_id(name))).collect::<Vec<_>>()
    };
    events.into_iter().flat_map(message).collect()
}

/// What the stream has, when all is published that the log has.
async fn published(nats: &Nats, logged: &[(String, String)]) -> Vec<(String, String)> {
    let (_, last) = logged.last().expect("it is there");
    let named = |message: Published| (message.subject, message.id);
    nats.published("KANSO", last).await.into_iter().map(named).collect()
}

#[tokio::test]
async fn every_event_is_published_in_order_as_its_standard_document() {
    let (database, mut nats) = (Database::create().await, Nats::start().await);
    let server = Server::start(&database, &nats).await;
    let project = server.call("createProject", json!(["Told"])).await.unwrap();
    server.tasks(&project, 3).await;
    let columns = server.call("getColumns", json!([project])).await.unwrap();
    server.call("addSwimlane", json!([project, "Other"])).await.unwrap();
    let lanes = server.call("getActiveSwimlanes", json!([project])).await.unwrap();
    // Another swimlane and another column: one event with two names.
    let to = json!([project, 1, columns[2]["id"], 1, lanes[1]["id"]]);
    assert_eq!(server.call("moveTaskPosition", to).await, Some(json!(true)));
    nats.next().await;

    let logged = logged(&database).await;
    let (_, last) = logged.last().unwrap();
    assert!(last.ends_with("-2"), "{last}");
    let messages = nats.published("KANSO", last).await;
    let named: Vec<_> = messages.iter().map(|m| (m.subject.clone(), m.id.clone())).collect();
    assert_eq!(named, logged);
    let moved = messages.last().unwrap();
    assert_eq!(moved.subject, format!("kanso.events.{project}.task.move.column"));
    assert_eq!((&moved.body["type"], &moved.body["id"]), (&json!("task.move.column"), &json!(last)));
    server.program.kill().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_a_kill_of_the_server_none_is_missing_and_none_is_twice() {
    let (database, mut nats) = (Database::create().await, Nats::start().await);
    let server = Server::start(&database, &nats).await;
    let project = server.call("createProject", json!(["Killed"])).await.unwrap();
    let (client, token, url) = (server.client.clone(), server.token.clone(), server.program.url.clone());
    let writing = async {
        let body = json!({"jsonrpc": "2.0", "method": "createTask", "params": ["task", project], "id": 1})
            .to_string();
        let mut acknowledged = 0;
        loop {
            let request = client.post(format!("{url}/jsonrpc.php")).basic_auth("jsonrpc", Some(&token));
            match request.body(body.clone()).send().await {
                Ok(_) => acknowledged += 1,
                Err(_) => return acknowledged,
            }
        }
    };
    let killing = async {
        // Some were published, and others were not yet.
        for _ in 0..150 {
            nats.next().await;
        }
        server.program.kill().await;
    };
    let (acknowledged, ()) = tokio::join!(writing, killing);

    // What JetStream has twice it drops by its id: the server published again what it had not noted as published.
    let server = Server::start(&database, &nats).await;
    server.tasks(&project, 5).await;
    let logged = logged(&database).await;
    assert!(logged.len() > acknowledged + 5, "{} of {acknowledged}", logged.len());
    assert_eq!(published(&nats, &logged).await, logged);
    server.program.kill().await;
}

#[tokio::test]
async fn when_nats_was_away_it_goes_on_where_it_was() {
    let (database, mut nats) = (Database::create().await, Nats::start().await);
    let server = Server::start(&database, &nats).await;
    let project = server.call("createProject", json!(["Away"])).await.unwrap();
    server.tasks(&project, 20).await;
    nats.next().await;
    nats.kill().await;
    // Nobody who creates tasks notices.
    server.tasks(&project, 20).await;
    nats.start_again().await;
    server.tasks(&project, 5).await;
    let logged = logged(&database).await;
    assert_eq!(published(&nats, &logged).await, logged);
    server.program.kill().await;
}

#[tokio::test]
async fn what_can_never_be_published_to_is_refused_at_the_start() {
    let database = Database::create().await;
    for (flag, value, words) in
        [("--nats-url", "http://a", "nats://host:4222"), ("--nats-stream", "a.b", "name of a stream")]
    {
        let serve = ["serve", "--listen", "127.0.0.1:0", "--nats-url", "nats://user:s3cret@127.0.0.1:1"];
        let serve: Vec<&str> = if flag == "--nats-url" { serve[..3].to_vec() } else { serve.to_vec() };
        let ended = Program::try_run(PROGRAM, &database, &[&serve[..], &[flag, value]].concat(), "").await;
        assert!(
            ended.code == 1 && ended.error.contains(words) && !ended.error.contains("s3cret"),
            "{ended:?}"
        );
    }
}
