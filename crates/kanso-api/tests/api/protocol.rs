use super::*;

const VERSION: &str = r#"{"jsonrpc":"2.0","method":"getVersion","id":1}"#;
const ANSWER: &str = r#"{"jsonrpc":"2.0","result":"1.2.53","id":1}"#;

fn error(code: i64, message: &str, id: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","error":{{"code":{code},"message":"{message}"}},"id":{id}}}"#)
}

#[tokio::test]
async fn a_call_is_answered_with_its_id() {
    let api = Api::start().await;
    assert_eq!(api.post(APPLICATION, VERSION).await, (200, ANSWER.to_owned()));
    for (call, answer) in [
        (
            r#"{"jsonrpc":"2.0","method":"getVersion","id":"abc"}"#,
            r#"{"jsonrpc":"2.0","result":"1.2.53","id":"abc"}"#,
        ),
        (
            r#"{"jsonrpc":"2.0","method":"GETversion","id":0}"#,
            r#"{"jsonrpc":"2.0","result":"1.2.53","id":0}"#,
        ),
        (r#"{"jsonrpc":"2.0","method":"getVersion","params":null,"id":1}"#, ANSWER),
        (r#"{"jsonrpc":"2.0","method":"getVersion","params":{},"id":1}"#, ANSWER),
        (r#"{"jsonrpc":"2.0","method":"getVersion","params":[],"id":1}"#, ANSWER),
    ] {
        assert_eq!(api.post(APPLICATION, call).await, (200, answer.to_owned()));
    }
}

#[tokio::test]
async fn what_is_no_call_is_told_before_credentials_are_asked_for() {
    let api = Api::start().await;
    let (parse, invalid) = (error(-32700, "Parse error", "null"), error(-32600, "Invalid Request", "null"));
    for body in ["{bad", "", "42", "\"a\"", "null"] {
        assert_eq!(api.post("nobody", body).await, (200, parse.clone()), "{body}");
    }
    let nested = format!("{}{}", "[".repeat(200), "]".repeat(200));
    assert_eq!(api.post("nobody", nested).await, (200, parse.clone()));
    for body in [
        "{}",
        "[]",
        r#"{"method":"getVersion","id":1}"#,
        r#"{"jsonrpc":"1.0","method":"getVersion","id":1}"#,
        r#"{"jsonrpc":"2.0","method":"getVersion","params":"x","id":1}"#,
        r#"{"foo":1}"#,
    ] {
        assert_eq!(api.post("nobody", body).await, (200, invalid.clone()), "{body}");
    }
    let many = format!("[{}]", vec![VERSION; 1001].join(","));
    assert_eq!(api.post("nobody", many).await, (200, invalid));
    assert_eq!(api.post("nobody", "[1,2]").await, (200, format!("[{parse},{parse}]")));
}

#[tokio::test]
async fn parameters_are_counted_then_named() {
    let api = Api::start().await;
    let told = async |method, params| api.call(APPLICATION, method, params).await["data"].take();
    assert_eq!(told("getTask", json!([])).await, "Wrong number of arguments");
    assert_eq!(told("getTask", json!({"foo": 1})).await, "Missing argument: task_id");
    assert_eq!(told("getTask", json!([1, 2])).await, "Too many arguments");
    assert_eq!(told("getVersion", json!({"foo": 1})).await, "Too many arguments");
    assert_eq!(api.call(APPLICATION, "getAllTasks", json!({"project_id": 999, "foo": 2})).await, json!([]));
    let unknown = api.call(APPLICATION, "nope", json!([])).await;
    assert_eq!(unknown, json!({"code": -32601, "message": "Method not found"}));
}

#[tokio::test]
async fn notifications_are_done_in_silence() {
    let api = Api::with_project().await;
    for body in [
        r#"{"jsonrpc":"2.0","method":"getVersion"}"#,
        r#"{"jsonrpc":"2.0","method":"getVersion","id":null}"#,
        r#"{"jsonrpc":"2.0","method":"nope"}"#,
        r#"{"jsonrpc":"2.0","method":"createTask","params":["a",1]}"#,
        r#"[{"jsonrpc":"2.0","method":"getVersion"},{"jsonrpc":"2.0","method":"getVersion"}]"#,
    ] {
        assert_eq!(api.post(APPLICATION, body).await, (200, String::new()), "{body}");
    }
    assert_eq!(api.call(APPLICATION, "getTask", json!([1])).await["title"], "a");
    let (status, body) = api.post(APPLICATION, r#"{"jsonrpc":"2.0","method":"getMe"}"#).await;
    assert_eq!((status, body), (403, error(403, "Forbidden", "null")));
}

#[tokio::test]
async fn credentials_are_asked_for_before_the_method() {
    let api = Api::start().await;
    let unauthorized = error(401, "Unauthorized", "null");
    for body in [VERSION, r#"{"jsonrpc":"2.0","method":"nope","id":7}"#, &format!("[{VERSION}]")] {
        assert_eq!(api.post("nobody", body).await, (401, unauthorized.clone()), "{body}");
    }
    let bare = Request::post("/jsonrpc.php").body(Body::from(VERSION)).unwrap();
    let (status, headers, body) = api.send(bare).await;
    assert_eq!((status, body), (StatusCode::UNAUTHORIZED, unauthorized));
    assert_eq!(headers["www-authenticate"], "Basic realm=\"JsonRPC\"");
    assert_eq!(api.post("bob", VERSION).await, (200, ANSWER.to_owned()));
}

#[tokio::test]
async fn the_chosen_header_wins_over_basic() {
    let api = Api::start().await;
    let with = |credentials: String| {
        Request::put("/jsonrpc.php")
            .header("X-API-Auth", credentials)
            .header("Authorization", format!("Basic {}", api.credentials("bob")))
            .body(Body::from(r#"{"jsonrpc":"2.0","method":"getMe","id":1}"#))
            .unwrap()
    };
    let (status, _, body) = api.send(with(api.credentials("carol"))).await;
    assert!(status == StatusCode::OK && body.contains(r#""username":"carol""#), "{body}");
    assert_eq!(api.send(with("garbage".to_owned())).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_batch_is_answered_in_order() {
    let api = Api::start().await;
    let batch = r#"[{"jsonrpc":"2.0","method":"getVersion","id":1},{"jsonrpc":"2.0","method":"getTimezone","id":2},
        {"jsonrpc":"2.0","method":"nope","id":3},{"jsonrpc":"2.0","method":"getVersion"},{"foo":1}]"#;
    let answers = [
        ANSWER.to_owned(),
        r#"{"jsonrpc":"2.0","result":"UTC","id":2}"#.to_owned(),
        error(-32601, "Method not found", "3"),
        error(-32600, "Invalid Request", "null"),
    ];
    assert_eq!(api.post(APPLICATION, batch).await, (200, format!("[{}]", answers.join(","))));
}

#[tokio::test]
async fn a_forbidden_call_ends_its_batch() {
    let api = Api::with_project().await;
    let batch = r#"[{"jsonrpc":"2.0","method":"createTask","params":["before",1],"id":1},
        {"jsonrpc":"2.0","method":"getMe","id":2},
        {"jsonrpc":"2.0","method":"createTask","params":["after",1],"id":3}]"#;
    assert_eq!(api.post(APPLICATION, batch).await, (403, error(403, "Forbidden", "null")));
    let tasks = api.call(APPLICATION, "getAllTasks", json!([1])).await;
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    assert_eq!(tasks[0]["title"], "before");
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused() {
    let api = Api::start().await;
    let (status, body) = api.post(APPLICATION, " ".repeat(1024 * 1024 + 1)).await;
    assert_eq!((status, body), (413, error(-32600, "The request is too large", "null")));
}

#[tokio::test]
async fn the_seventh_wrong_password_locks() {
    let api = Api::start().await;
    let wrong = || {
        let credentials = format!("Basic {}", STANDARD.encode("bob:wrong"));
        Request::post("/jsonrpc.php").header("Authorization", credentials).body(Body::from(VERSION)).unwrap()
    };
    for _ in 0..6 {
        assert_eq!(api.send(wrong()).await.0, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(api.post("bob", VERSION).await.0, 200);
    for _ in 0..7 {
        api.send(wrong()).await;
    }
    assert_eq!(api.post("bob", VERSION).await.0, 401);
}
