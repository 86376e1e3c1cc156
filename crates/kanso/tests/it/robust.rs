//! Whatever is sent, the answer is one of JSON-RPC: nothing breaks a procedure, or the server.

use kanso::cli::ServeOptions;
use kanso_testkit::{ADMIN_PASSWORD, Answer, Rpc, TestApp};
use proptest::prelude::{Just, Strategy, any, prop};
use proptest::prop_oneof;
use proptest::strategy::{BoxedStrategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use crate::team::{Project, entries};

/// All procedures and their parameters, a line each.
const CONTRACT: &str = include_str!("../../../kanso-api/src/methods/contract.txt");
/// So often each procedure is called, by the application and by a person.
const ROUNDS: usize = 6;
/// So many bodies are sent that are JSON and perhaps a request.
const BODIES: usize = 400;
/// What nobody foresaw.
const INTERNAL_ERROR: i64 = -32603;

/// Draws values, the same ones in every run.
pub(crate) struct Dice {
    runner: TestRunner,
    value: BoxedStrategy<Value>,
    small: BoxedStrategy<Value>,
}

impl Dice {
    pub(crate) fn new() -> Self {
        Self { runner: TestRunner::deterministic(), value: value().boxed(), small: id().boxed() }
    }

    pub(crate) fn draw<S: Strategy>(&mut self, strategy: &S) -> S::Value {
        strategy.new_tree(&mut self.runner).expect("nothing is filtered out").current()
    }

    /// A value for a parameter: more often than not, one that names something.
    pub(crate) fn parameter(&mut self, name: &str) -> Value {
        let names_a_thing = name == "id" || name.ends_with("_id");
        let small = self.draw(&prop::bool::weighted(if names_a_thing { 0.7 } else { 0.1 }));
        let strategy = if small { self.small.clone() } else { self.value.clone() };
        self.draw(&strategy)
    }

    /// Parameters by position or by name, as many as are wanted or others.
    fn parameters(&mut self, names: &[&str]) -> Value {
        let required = names.iter().filter(|name| !name.ends_with('?')).count();
        let most = if self.draw(&prop::bool::weighted(0.05)) { names.len() + 1 } else { names.len() };
        let count = self.draw(&(required..=most));
        let names = names.iter().map(|name| name.trim_end_matches('?')).chain(["more"]).take(count);
        if self.draw(&any::<bool>()) {
            Value::Array(names.map(|name| self.parameter(name)).collect())
        } else {
            Value::Object(names.map(|name| (name.to_owned(), self.parameter(name))).collect())
        }
    }
}

/// What may be the id of something in [`furnish`].
fn id() -> impl Strategy<Value = Value> {
    (0..8i64).prop_map(Value::from)
}

/// Anything that JSON can say, above all what programs stumble over.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => id(),
        2 => text().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..6).prop_map(|members| Map::from_iter(members).into()),
        ]
    })
}

fn text() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "",
        "0",
        "1",
        "2",
        "-1",
        "007",
        "9223372036854775808",
        "1e3",
        "x",
        "me",
        "admin",
        "red",
        "app-admin",
        "project-member",
        "2026-12-24",
        "2026-12-24 10:00",
        "24.12.2026",
        "12/24/2026",
        "status:open due:<today",
        "column:\"Ready\" (",
        "' OR 1=1 --",
        "%_\\",
        "a\0b",
        "é日本\u{202e}\u{1F600}",
        "<b>&amp;</b>",
        "../../etc/passwd",
        "https://example.org/a?b=c",
        "weblink",
        "related",
        "task.move.column",
        "\\Kanboard\\Action\\TaskCloseColumn",
        "SGVsbG8=",
        "iVBORw0KGgo",
        "project_id",
        "\r\n",
        "{}",
        "null",
    ];
    prop_oneof![
        12 => prop::sample::select(KNOWN).prop_map(str::to_owned),
        4 => any::<String>(),
        1 => Just("long ".repeat(14_000)),
    ]
}

/// Three projects with something of everything, of which the administrator is a manager.
async fn furnish(app: &TestApp) -> Rpc {
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    for _ in 0..3 {
        let project = Project::create(&admin).await;
        let task = project.task(&admin, 0, "Task").await;
        project.task(&admin, 1, "Other").await;
        admin.call("createComment", json!([task, 1, "Comment"])).await;
        for (method, params) in [
            ("createSubtask", json!([task, "Subtask"])),
            ("createCategory", json!([project.id, "Category"])),
            ("createTag", json!([project.id, "tag"])),
            ("createTaskFile", json!([project.id, task, "a.txt", "SGVsbG8="])),
            ("createProjectFile", json!([project.id, "a.txt", "SGVsbG8="])),
            ("createTaskLink", json!([task, task + 1, 2])),
            ("createExternalTaskLink", json!([task, "https://example.org", "related", "weblink", "Page"])),
            ("createGroup", json!([format!("Group {}", project.id)])),
        ] {
            admin.try_call(method, params).await;
        }
    }
    admin
}

/// Why this is not an answer to the call of id 1, if it is not.
fn fault(answer: &Answer) -> Option<&'static str> {
    let body = answer.body.as_object()?;
    let outcome = (body.get("result"), body.get("error"));
    match (answer.status, outcome) {
        (200, (Some(_), None)) => (body.get("id") != Some(&json!(1))).then_some("has another id"),
        (200 | 401 | 403, (None, Some(error))) => match error["code"].as_i64() {
            None => Some("has an error without a code"),
            Some(INTERNAL_ERROR) => Some("is an internal error"),
            Some(_) => None,
        },
        (200, _) => Some("is neither a result nor an error"),
        _ => Some("has an unexpected status"),
    }
}

fn check(answer: &Answer, request: &Value) {
    let fault = if answer.body.is_object() { fault(answer) } else { Some("is no object") };
    let request: String = request.to_string().chars().take(2000).collect();
    assert_eq!(fault, None, "{answer:?} to {request}");
}

/// The procedures with their parameters; those that destroy come last.
fn procedures() -> Vec<(&'static str, Vec<&'static str>)> {
    let line = |line: &'static str| {
        let mut cells = line.split(" | ").map(str::trim);
        let (name, names) = (cells.next().expect("a name"), cells.next().expect("parameters"));
        (name, names.split(", ").filter(|name| !name.is_empty()).collect())
    };
    let mut procedures: Vec<(&str, Vec<&str>)> = CONTRACT.lines().map(line).collect();
    procedures.sort_by_key(|(name, _)| {
        let destroys = ["remove", "disable", "moveTaskToProject"];
        destroys.iter().any(|verb| name.starts_with(verb))
    });
    procedures
}

#[tokio::test]
async fn no_parameters_break_a_procedure() {
    let app = TestApp::start().await;
    let admin = furnish(&app).await;
    let application = app.rpc();
    let mut dice = Dice::new();
    for (method, names) in procedures() {
        for round in 0..ROUNDS {
            let params = dice.parameters(&names);
            let request = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1});
            let caller = if round % 2 == 0 { &application } else { &admin };
            check(&caller.send(request.to_string()).await, &request);
        }
    }
    // And it still works.
    Project::create(&application).await;
}

#[tokio::test]
async fn no_body_breaks_the_server() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let mut dice = Dice::new();
    let members = ["jsonrpc", "method", "params", "id", "more"];
    for _ in 0..BODIES {
        let mut call = json!({"jsonrpc": "2.0", "method": "getTimezone", "params": [], "id": 1});
        for _ in 0..dice.draw(&(0..3usize)) {
            let name = members[dice.draw(&(0..members.len()))];
            call[name] = dice.draw(&dice.value.clone());
        }
        let body = if dice.draw(&prop::bool::weighted(0.3)) { dice.draw(&dice.value.clone()) } else { call };
        let answer = rpc.send(body.to_string()).await;
        assert_eq!(answer.status, 200, "{body}");
        let answers = match &answer.body {
            Value::Array(_) => entries(&answer.body).collect(),
            // Nothing but notifications.
            Value::Null => Vec::new(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => vec![&answer.body],
        };
        for answer in answers {
            let members = answer.as_object().expect("a response");
            assert_eq!(members.len(), 3, "{answer} to {body}");
            assert!(members.contains_key("result") != members.contains_key("error"), "{answer} to {body}");
            assert_ne!(answer["error"]["code"], json!(INTERNAL_ERROR), "{answer} to {body}");
        }
    }
}

#[tokio::test]
async fn a_body_has_a_longest_size_which_the_operator_chooses() {
    let options = ServeOptions { api_max_body_bytes: Some(3_000_000), ..ServeOptions::default() };
    let app = TestApp::start_with(options).await;
    let sized = |bytes: usize| {
        let head = r#"{"jsonrpc":"2.0","method":"getTimezone","id":1,"more":""#;
        format!("{head}{}\"}}", "x".repeat(bytes - head.len() - 2))
    };
    let answer = app.rpc().send(sized(3_000_000)).await;
    assert_eq!((answer.status, &answer.body["result"]), (200, &json!("UTC")));
    let answer = app.rpc().send(sized(3_000_001)).await;
    assert_eq!((answer.status, &answer.body["error"]["code"]), (413, &json!(-32600)));
}

#[tokio::test]
async fn a_long_body_is_read_for_who_has_credentials() {
    let app = TestApp::start().await;
    let body = format!("[{}1]", "1,".repeat(600_000));
    let answer = app.rpc_as("nobody", "wrong").send(body.clone()).await;
    assert_eq!((answer.status, &answer.body["error"]["code"]), (401, &json!(401)));
    let answer = app.rpc().send(body).await;
    assert_eq!((answer.status, &answer.body["error"]["code"]), (200, &json!(-32600)));
}

#[tokio::test]
async fn depth_has_an_end() {
    let app = TestApp::start().await;
    for depth in [129, 100_000] {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let call = format!(r#"{{"jsonrpc":"2.0","method":"getTask","params":[{deep}],"id":1}}"#);
            for body in [deep, call] {
                let answer = app.rpc().send(body).await;
                assert_eq!((answer.status, &answer.body["error"]["code"]), (200, &json!(-32700)));
            }
        }
    }
}
