//! JSON-RPC as it goes over the wire: bodies to the byte, statuses, headers, and who is let in.

mod batch;
mod credentials;

use kanso::cli::ServeOptions;
use kanso_testkit::TestApp;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::json;

use crate::team::{Project, person};

const TOKEN: &str = "the-token";

const PARSE_ERROR: &str = r#"{"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}"#;
const INVALID_REQUEST: &str =
    r#"{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}"#;
const NO_SUCH_METHOD: &str =
    r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":7}"#;
const UNAUTHORIZED: &str = r#"{"jsonrpc":"2.0","error":{"code":401,"message":"Unauthorized"},"id":null}"#;
const FORBIDDEN: &str = r#"{"jsonrpc":"2.0","error":{"code":403,"message":"Forbidden"},"id":null}"#;
const VERSION: &str = r#"{"jsonrpc":"2.0","method":"getVersion","id":1}"#;

/// A server whose token the test knows, and a client that shows what it answers to the byte.
struct Wire {
    app: TestApp,
    client: Client,
}

#[derive(Debug, PartialEq)]
struct Reply {
    status: u16,
    content_type: Option<String>,
    challenge: Option<String>,
    body: String,
}

impl Wire {
    async fn start() -> Self {
        Self::start_with(None).await
    }

    async fn start_with(header: Option<&str>) -> Self {
        let api_authentication_header = header.map(str::to_owned);
        let app =
            TestApp::start_with(ServeOptions { api_authentication_header, ..ServeOptions::default() }).await;
        app.set("api_token", TOKEN).await;
        Self { app, client: Client::new() }
    }

    /// A request without credentials.
    fn request(&self, body: &str) -> RequestBuilder {
        self.client.post(self.app.url("/jsonrpc.php")).body(body.to_owned())
    }

    async fn ask(&self, body: &str) -> Reply {
        Reply::to(self.request(body).basic_auth("jsonrpc", Some(TOKEN))).await
    }

    async fn ask_as(&self, username: &str, password: &str, body: &str) -> Reply {
        Reply::to(self.request(body).basic_auth(username, Some(password))).await
    }

    /// Whether somebody is let in with this password.
    async fn lets_in(&self, username: &str, password: &str) -> bool {
        let reply = self.ask_as(username, password, VERSION).await;
        assert!(reply.status == 200 || reply == unauthorized(), "{reply:?}");
        reply.status == 200
    }
}

impl Reply {
    async fn to(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("the server answers");
        let header =
            |name: &str| response.headers().get(name).map(|value| value.to_str().expect("a text").to_owned());
        let (status, content_type) = (response.status().as_u16(), header("content-type"));
        let challenge = header("www-authenticate");
        Self { status, content_type, challenge, body: response.text().await.expect("the answer is text") }
    }
}

fn reply(status: u16, body: &str) -> Reply {
    let content_type = Some("application/json".to_owned());
    Reply { status, content_type, challenge: None, body: body.to_owned() }
}

fn unauthorized() -> Reply {
    Reply { challenge: Some(r#"Basic realm="JsonRPC""#.to_owned()), ..reply(401, UNAUTHORIZED) }
}

/// A call with the id 7.
fn call(method: &str, params: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","method":"{method}","params":{params},"id":7}}"#)
}

fn result(result: &str, id: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","result":{result},"id":{id}}}"#)
}

fn invalid_params(data: &str) -> String {
    format!(
        r#"{{"jsonrpc":"2.0","error":{{"code":-32602,"message":"Invalid params","data":"{data}"}},"id":7}}"#
    )
}

#[tokio::test]
async fn an_answer_is_compact_json_with_the_id_as_it_was_sent() {
    let wire = Wire::start().await;
    for id in ["1", "\"abc\"", "\"\"", "0", "-5", "1.5", "9007199254740993", "true", "false"] {
        let asked = wire.ask(&format!(r#"{{"jsonrpc":"2.0","method":"getTimezone","id":{id}}}"#)).await;
        assert_eq!(asked, reply(200, &result("\"UTC\"", id)));
    }
    assert_eq!(wire.ask(VERSION).await.body, result("\"1.2.53\"", "1"));
}

#[tokio::test]
async fn any_http_method_and_content_type_will_do() {
    let wire = Wire::start().await;
    let url = wire.app.url("/jsonrpc.php");
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let request = wire.client.request(method.clone(), &url).basic_auth("jsonrpc", Some(TOKEN));
        let asked = Reply::to(request.body(VERSION).header("content-type", "text/plain")).await;
        assert_eq!(asked, reply(200, &result("\"1.2.53\"", "1")), "{method}");
    }
    assert_eq!(Reply::to(wire.client.get(&url)).await, reply(200, PARSE_ERROR));
}

#[tokio::test]
async fn what_is_no_request_is_reported_before_anybody_is_asked_who_they_are() {
    let wire = Wire::start().await;
    let no_json = ["{bad", "", "42", "\"text\"", "null", "true", "\u{feff}{}", "{\"jsonrpc\":\"2.0\""];
    let no_request = [
        "{}",
        "[]",
        r#"{"foo":1}"#,
        r#"{"method":"getVersion","id":1}"#,
        r#"{"jsonrpc":"1.0","method":"getVersion","id":1}"#,
        r#"{"jsonrpc":2.0,"method":"getVersion","id":1}"#,
        r#"{"jsonrpc":"2.0","id":1}"#,
        r#"{"jsonrpc":"2.0","method":1,"id":1}"#,
        r#"{"jsonrpc":"2.0","method":["getVersion"],"id":1}"#,
        r#"{"jsonrpc":"2.0","method":"getVersion","params":"x","id":1}"#,
        r#"{"jsonrpc":"2.0","method":"getVersion","params":1,"id":1}"#,
        r#"{"jsonrpc":"2.0","method":"getVersion","params":true,"id":1}"#,
        r#"{"jsonrpc":"1.0","method":"getVersion"}"#,
    ];
    for (body, error) in no_json.map(|body| (body, PARSE_ERROR)).into_iter().chain(
        // Also those that would be notifications.
        no_request.map(|body| (body, INVALID_REQUEST)),
    ) {
        assert_eq!(Reply::to(wire.request(body)).await, reply(200, error), "{body}");
        assert_eq!(wire.ask(body).await, reply(200, error), "{body}");
    }
}

#[tokio::test]
async fn a_method_is_found_in_any_case_and_its_parameters_are_counted() {
    let wire = Wire::start().await;
    for name in ["getTimezone", "GETTIMEZONE", "gettimezone"] {
        assert_eq!(wire.ask(&call(name, "[]")).await.body, result("\"UTC\"", "7"), "{name}");
    }
    for name in ["nope", "", "getTimezone ", "__construct"] {
        assert_eq!(wire.ask(&call(name, "[]")).await, reply(200, NO_SUCH_METHOD), "{name}");
    }
    for (method, params, data) in [
        ("getTask", "null", "Wrong number of arguments"),
        ("getTask", "[]", "Wrong number of arguments"),
        ("getTask", "{}", "Wrong number of arguments"),
        ("getTask", "[1,2]", "Too many arguments"),
        ("getTask", r#"{"task_id":1,"foo":2}"#, "Too many arguments"),
        ("getTask", r#"{"foo":1}"#, "Missing argument: task_id"),
        ("getTask", r#"{"TASK_ID":1}"#, "Missing argument: task_id"),
        ("getTaskByReference", r#"{"project_id":1}"#, "Wrong number of arguments"),
        ("getTaskByReference", r#"{"project_id":1,"foo":1}"#, "Missing argument: reference"),
        ("getTimezone", "[1]", "Too many arguments"),
        ("createTask", r#"{"title":"x","tags":[]}"#, "Missing argument: project_id"),
    ] {
        assert_eq!(
            wire.ask(&call(method, params)).await,
            reply(200, &invalid_params(data)),
            "{method} {params}"
        );
    }
}

#[tokio::test]
async fn parameters_come_by_position_or_by_name_as_numbers_or_digits() {
    let wire = Wire::start().await;
    let rpc = wire.app.rpc();
    let project = Project::create(&rpc).await;
    project.task(&rpc, 0, "a task").await;
    let tasks = rpc.call("getAllTasks", json!([project.id, 1])).await;
    assert_eq!(tasks[0]["title"], "a task");
    for params in [
        json!([project.id]),
        json!([project.id.to_string()]),
        json!([project.id, "1"]),
        json!({"project_id": project.id}),
        json!({"status_id": 1, "project_id": project.id.to_string()}),
        json!({"project_id": project.id, "foo": 2}),
    ] {
        assert_eq!(rpc.call("getAllTasks", params.clone()).await, tasks, "{params}");
    }
    for params in ["null", "[]", "{}"] {
        assert_eq!(wire.ask(&call("getTimezone", params)).await.body, result("\"UTC\"", "7"));
    }
    // A scalar where a list is expected; Kanboard itself breaks here.
    let scalar = json!({"title": "x", "project_id": project.id, "tags": "x"});
    let answer = rpc.try_call("createTask", scalar).await;
    assert_eq!((answer.status, &answer.body["error"]["code"]), (200, &json!(-32602)));
    assert_eq!(answer.body["error"]["message"], "Invalid params");
}

#[tokio::test]
async fn text_comes_back_as_it_was_sent_however_long() {
    let wire = Wire::start().await;
    let rpc = wire.app.rpc();
    let project = Project::create(&rpc).await;
    let title = r#" Équipe 日本/<b> & \"quoted\" \\ \n\t 🦀 "#;
    let new = format!(r#"{{"title":"{title}","project_id":{}}}"#, project.id);
    assert_eq!(wire.ask(&call("createTask", &new)).await.body, result("1", "7"));
    let task = wire.ask(&call("getTask", "[1]")).await.body;
    assert!(task.contains(&format!(r#","title":"{title}","#)), "{task}");

    let long = "long ".repeat(800_000);
    let new = json!({"title": "long", "project_id": project.id, "description": long});
    let task = rpc.call_for_id("createTask", new).await;
    assert!(rpc.call("getTask", json!([task])).await["description"] == long);
}

#[tokio::test]
async fn checks_run_in_the_order_of_the_contract() {
    let wire = Wire::start().await;
    let project = Project::create(&wire.app.rpc()).await;
    person(&wire.app, &project, "eve", None).await;
    // Who it is comes before what it is.
    assert_eq!(wire.ask_as("jsonrpc", "wrong", &call("nope", "[]")).await, unauthorized());
    // The method comes before the role, the application's role before the parameters, those before the
    // project's role.
    assert_eq!(wire.ask_as("eve", "eveeve", &call("nope", "[1]")).await, reply(200, NO_SUCH_METHOD));
    assert_eq!(wire.ask(&call("getMe", "[1,2,3]")).await, reply(403, FORBIDDEN));
    assert_eq!(wire.ask_as("eve", "eveeve", &call("createUser", "[]")).await, reply(403, FORBIDDEN));
    let few = reply(200, &invalid_params("Wrong number of arguments"));
    assert_eq!(wire.ask_as("eve", "eveeve", &call("createTask", "[]")).await, few);
    // And the project's role before the values.
    let empty = json!(["", project.id]).to_string();
    assert_eq!(wire.ask_as("eve", "eveeve", &call("createTask", &empty)).await, reply(403, FORBIDDEN));
}
