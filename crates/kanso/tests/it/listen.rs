//! `kanso listen`, against a server of the test's own whose stream breaks when the test says so.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kanso_testkit::{Database, Program, Receiver, Running};
use parking_lot::Mutex;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

/// A server that says what it was told to, once for each connection.
struct Speaker {
    url: String,
    shared: Arc<Mutex<Shared>>,
    _serving: JoinSet<()>,
}

#[derive(Default)]
struct Shared {
    /// What the next connections are told.
    says: Vec<String>,
    /// What was asked: address and `Last-Event-ID`.
    asked: Vec<(String, Option<String>)>,
}

impl Speaker {
    async fn start(says: &[String]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("it is there");
        let url = format!("http://{}", listener.local_addr().expect("it is there"));
        let shared = Arc::new(Mutex::new(Shared { says: says.to_vec(), ..Shared::default() }));
        let routes = Router::new()
            .route("/api/v1/events", get(page))
            .route("/api/v1/events/stream", get(stream))
            .with_state(Arc::clone(&shared));
        let mut serving = JoinSet::new();
        serving.spawn(async move {
            let _ = axum::serve(listener, routes).await;
        });
        Self { url, shared, _serving: serving }
    }

    fn asked(&self) -> Vec<(String, Option<String>)> {
        self.shared.lock().asked.clone()
    }
}

fn is_known(headers: &HeaderMap) -> bool {
    headers.get("authorization").is_some_and(|value| value == "Bearer t0ken")
}

async fn page(headers: HeaderMap) -> Response {
    if !is_known(&headers) {
        let problem = json!({"status": 401, "detail": "Sign in."}).to_string();
        return (StatusCode::UNAUTHORIZED, problem).into_response();
    }
    json!({"data": [], "next": "at_6", "has_more": false}).to_string().into_response()
}

async fn stream(State(shared): State<Arc<Mutex<Shared>>>, uri: Uri, headers: HeaderMap) -> Response {
    let mut shared = shared.lock();
    let last = headers.get("last-event-id").map(|id| id.to_str().expect("it is there").to_owned());
    shared.asked.push((uri.to_string(), last));
    if shared.says.is_empty() {
        return StatusCode::GONE.into_response();
    }
    shared.says.remove(0).into_response()
}

fn message(uid: &str, name: &str, has_id: bool) -> String {
    let document = json!({"id": uid, "type": name, "data": {"title": "é"}});
    let id = if has_id { format!("id: {uid}\n") } else { String::new() };
    format!(": keep open\n\n{id}event: {name}\ndata: {document}\n\n")
}

/// What two connections are told: the second begins with an event of two names.
fn two_connections() -> [String; 2] {
    let first = [message("evt_7_aa", "task.create", true), message("evt_8_bb", "task.close", true)].concat();
    let second =
        [message("evt_9_cc", "task.move.swimlane", false), message("evt_9_cc-2", "task.move.column", true)]
            .concat();
    [first, second]
}

#[tokio::test]
async fn events_are_forwarded_in_order_signed_and_go_on_after_a_lost_connection() {
    let (speaker, receiver) = (Speaker::start(&two_connections()).await, Receiver::start().await);
    let to = ["listen", "--server", &speaker.url, "--token", "t0ken", "--forward-to", &receiver.url()];
    let more = ["--events", "task.*", "--project", "3"];
    let mut listening = Running::start(PROGRAM, &[&to[..], &more].concat());
    let signed = listening.line().await;
    let secret = signed.strip_prefix("Signed with ").unwrap().to_owned();
    assert_eq!(listening.line().await, format!("Listening to {}", speaker.url));
    let mut told = Vec::new();
    while told.len() < 4 {
        let line = listening.line().await;
        // Between two connections it says that it connects again.
        if line.starts_with("task.") {
            told.push(line.split(" in ").next().unwrap().to_owned());
        }
    }
    let expected = [
        ("evt_7_aa", "task.create"),
        ("evt_8_bb", "task.close"),
        ("evt_9_cc", "task.move.swimlane"),
        ("evt_9_cc-2", "task.move.column"),
    ];
    assert_eq!(told, expected.map(|(id, name)| format!("{name}  {id}  200")));
    let asked = speaker.asked();
    let query = "/api/v1/events/stream?project_id=3&types=task.*";
    assert_eq!(asked[0], (format!("{query}&after=at_6"), None), "from where the log ended at the start");
    assert_eq!(asked[1], (query.to_owned(), Some("evt_8_bb".to_owned())));

    let received = receiver.received();
    let ids: Vec<_> = received.iter().map(|got| got.header("webhook-id").unwrap()).collect();
    assert_eq!(ids, expected.map(|(id, _)| id));
    let (got, database) = (&received[0], Database::create().await);
    let header = |name: &str| got.header(name).unwrap().to_owned();
    let (timestamp, signature) = (header("webhook-timestamp"), header("webhook-signature"));
    let verify = ["webhook", "verify", "--secret", &secret, "--id", ids[0], "--timestamp", &timestamp];
    let verify = [&verify[..], &["--signature", &signature]].concat();
    let verified = Program::try_run(PROGRAM, &database, &verify, &got.body.to_string()).await;
    assert_eq!(verified.output, "The signature is valid.");
}

#[tokio::test]
async fn a_program_that_does_not_listen_yet_is_tried_again() {
    let speaker = Speaker::start(&two_connections()[..1]).await;
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let (to, secret) = (format!("http://127.0.0.1:{port}/"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    let listen =
        ["listen", "--server", &speaker.url, "--token", "t0ken", "--forward-to", &to, "--secret", secret];
    let mut listening = Running::start(PROGRAM, &listen);
    assert!(listening.line().await.starts_with("Listening to "));
    let line = listening.line().await;
    assert!(line.contains("nobody listens at") && line.ends_with("trying again"), "{line}");
    let receiver = Receiver::start_at(port).await;
    while !listening.line().await.starts_with("task.close  evt_8_bb  200") {}
    let ids: Vec<_> =
        receiver.received().iter().filter_map(|got| got.header("webhook-id").map(str::to_owned)).collect();
    assert_eq!(ids, ["evt_7_aa", "evt_8_bb"]);
}

#[tokio::test]
async fn without_a_program_events_are_shown_and_a_refusal_ends_it() {
    let speaker = Speaker::start(&two_connections()[..1]).await;
    let listen = ["listen", "--server", &speaker.url, "--token", "t0ken", "--since", "evt_6_00"];
    let mut listening = Running::start(PROGRAM, &listen);
    listening.line().await;
    let line = listening.line().await;
    assert_eq!(line, r#"task.create  evt_7_aa  {"id":"evt_7_aa","type":"task.create","data":{"title":"é"}}"#);
    assert!(speaker.asked()[0].0.ends_with("?after=evt_6_00"));

    let database = Database::create().await;
    let run = async |arguments: &[&str]| Program::try_run(PROGRAM, &database, arguments, "").await;
    let refused = run(&["listen", "--server", &speaker.url, "--token", "wrong"]).await;
    assert_eq!((refused.code, refused.error.as_str()), (1, "kanso: the server refused: Sign in."));
    let nobody = run(&["listen", "--server", "http://127.0.0.1:1", "--token", "t0ken"]).await;
    assert!(nobody.code == 1 && nobody.error.contains("cannot listen to http://127.0.0.1:1/"), "{nobody:?}");
    assert_eq!(run(&["listen"]).await.code, 2);
    // The server says no in the middle: nothing is left to say to a second connection.
    let gone = run(&["listen", "--server", &speaker.url, "--token", "t0ken"]).await;
    assert!(gone.code == 1 && gone.error.contains("answered 410"), "{gone:?}");
}
